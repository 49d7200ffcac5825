package dev.hitlai.unlock;

import java.time.Instant;
import java.util.UUID;

/** A company reached a milestone; published in the transaction that completed the test. */
public record MilestoneUnlocked(UUID companyId, CompanyMilestone milestone, Instant at) {}
