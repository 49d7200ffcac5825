package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.REPORT_LINKS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.testing.RunStatus;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the tests of a company that is closed as if somebody there had cancelled them: what nobody
 * began is given back, offers to testers are withdrawn, what was done stays done. Links to its
 * reports stop working.
 */
@Component
class ClosedCompanyTests {
  private final DSLContext sql;
  private final RunCancellation cancellation;
  private final Clock clock;

  ClosedCompanyTests(DSLContext sql, RunCancellation cancellation, Clock clock) {
    this.sql = sql;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  /** Before the account is settled. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CompanyClosed closed) {
    // Those that wait first, so that the end of one at work lets none of them begin.
    sql.select(TEST_RUNS.ID)
        .from(TEST_RUNS)
        .where(TEST_RUNS.COMPANY_ID.eq(closed.companyId()))
        .and(TEST_RUNS.STATUS.notIn(RunStatus.COMPLETED.code(), RunStatus.FAILED.code()))
        .orderBy(TEST_RUNS.STATUS.ne(RunStatus.PENDING.code()), TEST_RUNS.ID)
        .fetch(TEST_RUNS.ID)
        .forEach((UUID run) -> cancellation.cancel(run, null));
    sql.update(REPORT_LINKS)
        .set(REPORT_LINKS.REVOKED_AT, clock.instant())
        .where(REPORT_LINKS.COMPANY_ID.eq(closed.companyId()))
        .and(REPORT_LINKS.REVOKED_AT.isNull())
        .execute();
  }
}
