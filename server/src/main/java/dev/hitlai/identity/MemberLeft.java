package dev.hitlai.identity;

import java.util.UUID;

/** A person no longer belongs to a company. */
public record MemberLeft(UUID companyId, UUID userId) {}
