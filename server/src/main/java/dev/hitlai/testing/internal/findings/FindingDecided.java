package dev.hitlai.testing.internal.findings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the company gave a verdict on a finding; published in that transaction.
 *
 * @param by null for a program with the company's key
 */
public record FindingDecided(UUID issueId, UUID runId, String verdict, @Nullable UUID by) {}
