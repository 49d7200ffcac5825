package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What has to be known of a run to give it to people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunFacts {
  /** Runs that people may work on: hybrid ones after the AI's part, others from the beginning. */
  static final Condition WANTS_PEOPLE =
      TEST_RUNS
          .TEST_TYPE
          .eq(TestType.HYBRID.code())
          .and(TEST_RUNS.STATUS.eq(RunStatus.HITL_PAUSED.code()))
          .or(
              TEST_RUNS
                  .TEST_TYPE
                  .eq(TestType.HUMAN_ONLY.code())
                  .and(TEST_RUNS.QUOTA_TAKEN)
                  .and(TEST_RUNS.STATUS.in(RunStatus.PENDING.code(), RunStatus.RUNNING.code())));

  private final DSLContext sql;

  RunFacts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param required people who have to hand the test in
   * @param price what the company pays for the whole run in US dollars; null for one without a
   *     price
   */
  record Facts(
      UUID runId,
      UUID companyId,
      UUID requestId,
      String title,
      String url,
      TestType type,
      RunStatus status,
      int required,
      TesterRequirements requirements,
      @Nullable BigDecimal price) {}

  Optional<Facts> find(UUID runId) {
    return read(TEST_RUNS.ID.eq(runId));
  }

  /** The same, if people may work on it now; nobody else changes it until the transaction ends. */
  Optional<Facts> lockWanting(UUID runId) {
    lock(runId);
    return read(TEST_RUNS.ID.eq(runId).and(WANTS_PEOPLE));
  }

  /** Everything that changes who works on a run happens while holding its row. */
  void lock(UUID runId) {
    sql.select(TEST_RUNS.ID).from(TEST_RUNS).where(TEST_RUNS.ID.eq(runId)).forUpdate().fetch();
  }

  private Optional<Facts> read(Condition which) {
    return sql.select(
            TEST_RUNS.ID,
            TEST_RUNS.COMPANY_ID,
            TEST_RUNS.TEST_REQUEST_ID,
            TEST_REQUESTS.TITLE,
            TEST_RUNS.URL,
            TEST_RUNS.TEST_TYPE,
            TEST_RUNS.STATUS,
            TEST_RUNS.REQUIRED_TESTERS,
            TEST_REQUESTS.TESTER_REQUIREMENTS,
            TEST_RUNS.PRICE_USD)
        .from(TEST_RUNS)
        .join(TEST_REQUESTS)
        .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
        .where(which)
        .fetchOptional(
            row ->
                new Facts(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    TestType.of(row.value6()).orElseThrow(),
                    RunStatus.of(row.value7()),
                    row.value8(),
                    Json.read(row.value9(), TesterRequirements.class),
                    row.value10()));
  }
}
