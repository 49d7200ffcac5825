package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.MILESTONE_PROGRESS;
import static dev.hitlai.unlock.internal.jooq.Tables.PLATFORM_MILESTONES;

import dev.hitlai.unlock.PhaseUnlocked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The platform's ladder: the phases and what each waits for. */
@Component
public class PhaseLadder {
  private static final int LAST = 4;

  private final DSLContext sql;
  private final PhaseFigures figures;
  private final ApplicationEventPublisher events;

  PhaseLadder(DSLContext sql, PhaseFigures figures, ApplicationEventPublisher events) {
    this.sql = sql;
    this.figures = figures;
    this.events = events;
  }

  /** A condition as the table holds it. */
  private record Target(Condition condition, BigDecimal target, BigDecimal measured) {}

  /** The phase that the platform is in, 1 to 4. */
  @Transactional(readOnly = true)
  public int current() {
    return Objects.requireNonNull(
        sql.fetchSingle("select unlock.current_phase()").get(0, Integer.class));
  }

  /** Completed tests of everybody, as counted. */
  @Transactional(readOnly = true)
  public long completed() {
    return Objects.requireNonNull(
            sql.select(DSL.coalesce(DSL.sum(MILESTONE_PROGRESS.COMPLETED), BigDecimal.ZERO))
                .from(MILESTONE_PROGRESS)
                .where(MILESTONE_PROGRESS.COMPANY_ID.isNull())
                .fetchSingle()
                .value1())
        .longValueExact();
  }

  /**
   * Opens each next phase whose conditions all hold. The caller has the platform's turn alone, so
   * that what others counted before is seen.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(Instant at) {
    int phase = current();
    while (phase < LAST && holds(phase + 1)) {
      phase++;
      long completed = completed();
      int opened =
          Objects.requireNonNull(
              sql.fetchSingle(
                      "select unlock.open_phase(?, ?, cast(? as timestamptz))",
                      phase,
                      completed,
                      at)
                  .get(0, Integer.class));
      if (opened > 0) {
        events.publishEvent(new PhaseUnlocked(phase, completed, at));
      }
    }
  }

  private boolean holds(int phase) {
    // Whoever completes a test may not see what others count from, money for one: as last measured.
    var now = figures.ofTests(completed());
    return targets(phase).stream()
        .allMatch(
            one -> now.getOrDefault(one.condition(), one.measured()).compareTo(one.target()) >= 0);
  }

  private List<Target> targets(int phase) {
    return sql.select(
            PLATFORM_MILESTONES.CONDITION,
            PLATFORM_MILESTONES.TARGET,
            PLATFORM_MILESTONES.CURRENT_VALUE)
        .from(PLATFORM_MILESTONES)
        .where(PLATFORM_MILESTONES.PHASE.eq(phase))
        .fetch(row -> new Target(Condition.of(row.value1()), row.value2(), row.value3()));
  }
}
