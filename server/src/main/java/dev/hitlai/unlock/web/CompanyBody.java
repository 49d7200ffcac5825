package dev.hitlai.unlock.web;

import dev.hitlai.unlock.internal.CompanyOverview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's ladder.
 *
 * @param completedLast30Days the pace that estimates go by
 * @param next null when every milestone is reached
 */
record CompanyBody(
    long completedTests, int completedLast30Days, List<Milestone> milestones, @Nullable Next next) {

  /**
   * @param progress 0 to 1
   */
  record Milestone(
      String id,
      int target,
      double progress,
      boolean isUnlocked,
      @Nullable Instant unlockedAt,
      List<Feature> features) {
    static Milestone of(CompanyOverview.Step step) {
      return new Milestone(
          step.milestone().code(),
          step.milestone().tests(),
          Math.min(
              1, Math.round(10_000.0 * step.completed() / step.milestone().tests()) / 10_000.0),
          step.reached(),
          step.unlockedAt(),
          step.features().stream().map(Feature::of).toList());
    }
  }

  /**
   * @param grantReason why it was opened before its milestone, else null
   */
  record Feature(
      String key, String name, String description, boolean isOpen, @Nullable String grantReason) {
    static Feature of(CompanyOverview.Feature feature) {
      return new Feature(
          feature.key().code(),
          feature.key().label(),
          feature.key().about(),
          feature.open(),
          feature.grantReason());
    }
  }

  /**
   * @param estimatedDate null when nothing was completed in the last 30 days
   */
  record Next(String milestone, long testsRemaining, @Nullable LocalDate estimatedDate) {}

  static CompanyBody of(CompanyOverview.Overview overview) {
    var next = overview.next();
    return new CompanyBody(
        overview.completed(),
        overview.lastThirtyDays(),
        overview.steps().stream().map(Milestone::of).toList(),
        next == null ? null : new Next(next.milestone().code(), next.missing(), next.estimated()));
  }
}
