package dev.hitlai.testing.internal.runs;

import java.util.UUID;

/**
 * A company rated a run; published in that transaction.
 *
 * @param stars 1 to 5
 */
public record RunRated(UUID runId, UUID companyId, int stars) {}
