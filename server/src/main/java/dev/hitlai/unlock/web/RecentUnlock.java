package dev.hitlai.unlock.web;

import dev.hitlai.unlock.internal.Unlocks.Unlock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that opened.
 *
 * @param type phase, feature or grant
 * @param testsCompleted of the company, or of everybody for a phase, at that moment
 * @param reason of a grant
 */
record RecentUnlock(
    UUID id,
    String type,
    @Nullable String milestone,
    @Nullable String feature,
    long testsCompleted,
    Instant unlockedAt,
    @Nullable String reason) {
  static RecentUnlock of(Unlock unlock) {
    String type =
        unlock.companyId() == null
            ? "phase"
            : unlock.source().equals("grant") ? "grant" : "feature";
    return new RecentUnlock(
        unlock.id(),
        type,
        unlock.milestone(),
        unlock.feature(),
        unlock.completedTests(),
        unlock.unlockedAt(),
        unlock.reason());
  }
}
