package dev.hitlai.identity;

import java.util.UUID;

/** A person belongs to a company now. */
public record MemberJoined(UUID companyId, UUID userId, CompanyRole role) {}
