package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.MILESTONE_PROGRESS;
import static dev.hitlai.unlock.internal.jooq.Tables.PLATFORM_MILESTONES;

import dev.hitlai.testing.RunCounts;
import java.math.BigDecimal;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts anew: the figures that nobody tells of when they change, and, from the runs themselves,
 * what was counted one by one. Asked by whoever sees everything.
 */
@Component
public class Recount {
  private final DSLContext sql;
  private final RunCounts runs;
  private final PhaseFigures figures;
  private final PhaseLadder phases;
  private final CompanyLadder companies;
  private final Clock clock;

  Recount(
      DSLContext sql,
      RunCounts runs,
      PhaseFigures figures,
      PhaseLadder phases,
      CompanyLadder companies,
      Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.figures = figures;
    this.phases = phases;
    this.companies = companies;
    this.clock = clock;
  }

  /** Measures every condition and opens the phases that hold. */
  @Transactional
  public void measure() {
    takeTheTurn();
    write();
    phases.open(clock.instant());
  }

  /** Counts all completed tests again, then does {@link #measure}. */
  @Transactional
  public void everything() {
    takeTheTurn();
    var counted = runs.byCompany();
    sql.update(MILESTONE_PROGRESS).set(MILESTONE_PROGRESS.COMPLETED, 0L).execute();
    counted.forEach(
        (company, completed) -> {
          sql.insertInto(MILESTONE_PROGRESS)
              .set(MILESTONE_PROGRESS.COMPANY_ID, company)
              .set(MILESTONE_PROGRESS.COMPLETED, completed)
              .onConflict(MILESTONE_PROGRESS.COMPANY_ID, MILESTONE_PROGRESS.SHARD)
              .doUpdate()
              .set(MILESTONE_PROGRESS.COMPLETED, completed)
              .execute();
          companies.reach(company, completed, null, clock.instant());
        });
    sql.update(MILESTONE_PROGRESS)
        .set(
            MILESTONE_PROGRESS.COMPLETED,
            counted.values().stream().mapToLong(Long::longValue).sum())
        .where(MILESTONE_PROGRESS.COMPANY_ID.isNull().and(MILESTONE_PROGRESS.SHARD.eq(0)))
        .execute();
    write();
    phases.open(clock.instant());
  }

  // INVARIANT: nobody who has counted a test is under way while it is counted anew, and whoever
  // completed one without counting it yet counts it afterwards.
  private void takeTheTurn() {
    sql.execute("select pg_advisory_xact_lock(unlock.platform_turn())");
  }

  private void write() {
    var now = figures.now(phases.completed());
    for (var condition : Condition.values()) {
      sql.update(PLATFORM_MILESTONES)
          .set(PLATFORM_MILESTONES.CURRENT_VALUE, now.of(condition).max(BigDecimal.ZERO))
          .set(PLATFORM_MILESTONES.GAINED_30_DAYS, now.gained(condition))
          .set(PLATFORM_MILESTONES.IS_MEASURED, figures.knows(condition))
          .set(PLATFORM_MILESTONES.MEASURED_AT, clock.instant())
          .where(PLATFORM_MILESTONES.CONDITION.eq(condition.code()))
          .execute();
    }
  }
}
