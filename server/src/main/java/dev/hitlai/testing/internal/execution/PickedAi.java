package dev.hitlai.testing.internal.execution;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.runs.TestRun;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which AI was picked for a run when it was asked for. */
@Component
class PickedAi {
  private final DSLContext sql;
  private final TransactionTemplate transactions;

  PickedAi(DSLContext sql, TransactionTemplate transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  /** The run's thread carries nobody, so who asks is said here. */
  MindFactory.Order of(TestRun run) {
    return Tenancy.as(
        Actor.system("test run"),
        () ->
            transactions.execute(
                _ ->
                    sql.select(TEST_RUNS.AI_MODEL_PROVIDER, TEST_RUNS.AI_MODEL_VERSION)
                        .from(TEST_RUNS)
                        .where(TEST_RUNS.ID.eq(run.id()))
                        .fetchSingle(
                            row ->
                                new MindFactory.Order(
                                    run.id(), run.companyId(), row.value1(), row.value2()))));
  }
}
