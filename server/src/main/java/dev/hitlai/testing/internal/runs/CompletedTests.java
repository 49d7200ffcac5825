package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.web.PlatformProgress;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts everyone's completed tests; the number is public, whose they are is not. */
@Component
class CompletedTests implements PlatformProgress {
  private final DSLContext sql;
  private final TransactionTemplate own;

  CompletedTests(DSLContext sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    // A transaction of its own: the caller's is bound to the visitor, who sees no rows.
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.setReadOnly(true);
  }

  @Override
  public long completedTests() {
    Long count =
        Tenancy.as(
            Actor.system("platform progress"),
            () ->
                own.execute(
                    _ ->
                        (long)
                            sql.fetchCount(
                                TEST_RUNS, TEST_RUNS.STATUS.eq(RunStatus.COMPLETED.code()))));
    return count == null ? 0 : count;
  }
}
