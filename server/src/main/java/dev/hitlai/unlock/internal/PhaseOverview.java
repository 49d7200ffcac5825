package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.PLATFORM_MILESTONES;
import static dev.hitlai.unlock.internal.jooq.Tables.UNLOCKED_FEATURES;

import dev.hitlai.unlock.internal.jooq.tables.records.PlatformMilestonesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The platform's ladder as everybody may read it. */
@Component
public class PhaseOverview {
  private final DSLContext sql;
  private final PhaseLadder ladder;
  private final Clock clock;

  PhaseOverview(DSLContext sql, PhaseLadder ladder, Clock clock) {
    this.sql = sql;
    this.ladder = ladder;
    this.clock = clock;
  }

  /**
   * @param phase the one that the platform is in
   * @param steps by phase, the easiest first
   * @param unlockedAt of the phases that opened
   */
  public record Overview(
      int phase, long completed, List<Step> steps, Map<Integer, Instant> unlockedAt) {
    public List<Step> of(int number) {
      return steps.stream().filter(step -> step.phase() == number).toList();
    }

    public boolean isOpen(int number) {
      return number <= phase;
    }
  }

  /**
   * A condition of a phase.
   *
   * @param measured false while no part of the platform produces the figure
   * @param measuredAt null before it was first measured
   * @param days until it holds at the pace of the last 30 days; null when that can't be said
   */
  public record Step(
      int phase,
      Condition condition,
      BigDecimal current,
      BigDecimal target,
      boolean measured,
      @Nullable Instant measuredAt,
      @Nullable Integer days) {
    public boolean met() {
      return current.compareTo(target) >= 0;
    }

    /** 0 to 1. */
    public double progress() {
      return Math.min(1, current.doubleValue() / target.doubleValue());
    }
  }

  @Transactional(readOnly = true)
  public Overview read() {
    long completed = ladder.completed();
    var steps =
        sql.selectFrom(PLATFORM_MILESTONES)
            .orderBy(PLATFORM_MILESTONES.PHASE, PLATFORM_MILESTONES.ID)
            .fetch(row -> step(row, completed));
    return new Overview(ladder.current(), completed, steps, unlockedAt());
  }

  /**
   * The day on which the last condition of a phase holds at this pace; empty when one of them
   * stands still.
   */
  public Optional<LocalDate> estimate(Overview overview, int phase) {
    int longest = 0;
    for (var step : overview.of(phase)) {
      if (step.days() == null) {
        return Optional.empty();
      }
      longest = Math.max(longest, step.days());
    }
    return Optional.of(LocalDate.now(clock).plusDays(longest));
  }

  /** Completed tests are known at every moment, the rest is as old as its last measurement. */
  private static Step step(PlatformMilestonesRecord row, long completed) {
    var condition = Condition.of(row.getCondition());
    var current =
        condition == Condition.COMPLETED_TESTS
            ? BigDecimal.valueOf(completed)
            : row.getCurrentValue();
    return new Step(
        row.getPhase(),
        condition,
        current,
        row.getTarget(),
        row.getIsMeasured() || condition.kind() == null,
        row.getMeasuredAt(),
        Pace.days(row.getTarget().subtract(current), row.getGained_30Days()).orElse(null));
  }

  private Map<Integer, Instant> unlockedAt() {
    var times = new HashMap<Integer, Instant>();
    sql.select(UNLOCKED_FEATURES.MILESTONE, UNLOCKED_FEATURES.UNLOCKED_AT)
        .from(UNLOCKED_FEATURES)
        .where(UNLOCKED_FEATURES.COMPANY_ID.isNull())
        .forEach(
            row ->
                times.put(
                    Integer.valueOf(row.value1().substring("phase_".length())), row.value2()));
    return times;
  }
}
