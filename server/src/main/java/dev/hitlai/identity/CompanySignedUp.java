package dev.hitlai.identity;

import java.util.UUID;

/** A company has an account now, and its first owner. */
public record CompanySignedUp(UUID companyId, UUID ownerId, String companyName) {}
