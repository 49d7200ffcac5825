package dev.hitlai.unlock.web;

import dev.hitlai.unlock.internal.Condition;
import dev.hitlai.unlock.internal.PhaseOverview;
import dev.hitlai.web.view.PhaseBanner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's ladder.
 *
 * @param milestones the conditions of all phases
 * @param nextUnlock null when every phase is open
 * @param phases {@code phase1} to {@code phase4}
 */
record PlatformBody(
    int currentPhase,
    long completedTests,
    List<Milestone> milestones,
    @Nullable NextUnlock nextUnlock,
    Map<String, Phase> phases) {

  /**
   * @param type the condition, for example {@code completed_tests}
   * @param progress 0 to 1
   * @param isUnlocked whether it holds, or its phase is open
   * @param measured false while no part of the platform produces the figure, which counts as 0
   */
  record Milestone(
      String id,
      String name,
      String type,
      BigDecimal current,
      BigDecimal target,
      double progress,
      boolean isUnlocked,
      int unlockPhase,
      boolean measured) {
    static Milestone of(PhaseOverview.Step step, boolean open) {
      return new Milestone(
          "phase" + step.phase() + "." + step.condition().code(),
          step.condition().label(),
          step.condition().code(),
          step.current(),
          step.target(),
          Math.round(step.progress() * 10_000) / 10_000.0,
          open || step.met(),
          step.phase(),
          step.measured());
    }
  }

  /**
   * @param testsRemaining completed tests that are missing; the phase may wait for more than those
   * @param estimatedDays at the pace of the last 30 days; null when a condition stands still
   */
  record NextUnlock(
      int phase,
      String milestoneName,
      long testsRemaining,
      @Nullable Integer estimatedDays,
      @Nullable LocalDate estimatedDate) {}

  /**
   * @param price of a test by our own AI in US dollars
   */
  record Phase(
      String name,
      boolean isUnlocked,
      @Nullable Instant unlockedAt,
      BigDecimal price,
      String opens) {}

  static PlatformBody of(PhaseOverview read) {
    var overview = read.read();
    return new PlatformBody(
        overview.phase(),
        overview.completed(),
        overview.steps().stream()
            .map(step -> Milestone.of(step, overview.isOpen(step.phase())))
            .toList(),
        next(read, overview),
        phases(overview));
  }

  private static @Nullable NextUnlock next(PhaseOverview read, PhaseOverview.Overview overview) {
    int phase = overview.phase() + 1;
    if (phase > PhaseBanner.PHASES.size()) {
      return null;
    }
    long target =
        overview.of(phase).stream()
            .filter(step -> step.condition() == Condition.COMPLETED_TESTS)
            .mapToLong(step -> step.target().longValue())
            .findFirst()
            .orElse(0);
    var date = read.estimate(overview, phase);
    Integer days =
        date.isEmpty()
            ? null
            : overview.of(phase).stream()
                .mapToInt(step -> step.days() == null ? 0 : step.days())
                .max()
                .orElse(0);
    return new NextUnlock(
        phase,
        PhaseBanner.phase(phase).name(),
        Math.max(0, target - overview.completed()),
        days,
        date.orElse(null));
  }

  private static Map<String, Phase> phases(PhaseOverview.Overview overview) {
    var phases = new LinkedHashMap<String, Phase>();
    for (var phase : PhaseBanner.PHASES) {
      phases.put(
          "phase" + phase.number(),
          new Phase(
              phase.name(),
              overview.isOpen(phase.number()),
              overview.unlockedAt().get(phase.number()),
              BigDecimal.valueOf(phase.price()),
              phase.opens()));
    }
    return phases;
  }
}
