package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Quota;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.requests.RequestStatuses;
import dev.hitlai.testing.internal.requests.Rulings;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries a failed run out again, as a new run of the same request that counts as a test. */
@Component
public class RunRetry {
  /** What the new run has from the old one; the rest is its own. */
  private static final Set<Field<?>> INHERITED =
      Set.of(
          TEST_RUNS.COMPANY_ID,
          TEST_RUNS.TEST_REQUEST_ID,
          TEST_RUNS.URL,
          TEST_RUNS.MISSION,
          TEST_RUNS.PERSONA,
          TEST_RUNS.PLATFORM,
          TEST_RUNS.PLATFORM_DETAILS,
          TEST_RUNS.TEST_TYPE,
          TEST_RUNS.TEST_CONFIG,
          TEST_RUNS.SEED,
          TEST_RUNS.TIMEOUT_SECONDS,
          TEST_RUNS.PRICE_USD,
          TEST_RUNS.TESTER_CATEGORY,
          TEST_RUNS.TESTER_ID,
          TEST_RUNS.AI_MODEL_PROVIDER,
          TEST_RUNS.AI_MODEL_VERSION,
          TEST_RUNS.TESTER_SELECTION,
          TEST_RUNS.REQUIRED_TESTERS);

  private final DSLContext sql;
  private final Runs runs;
  private final RunQueue queue;
  private final RequestStatuses requests;
  private final Quota quota;
  private final PeopleQueue people;
  private final Rulings rulings;

  RunRetry(
      DSLContext sql,
      Runs runs,
      RunQueue queue,
      RequestStatuses requests,
      Quota quota,
      PeopleQueue people,
      Rulings rulings) {
    this.sql = sql;
    this.runs = runs;
    this.queue = queue;
    this.requests = requests;
    this.quota = quota;
    this.people = people;
    this.rulings = rulings;
  }

  /**
   * @return the new run's id
   * @throws ApiProblem when the company's preferences don't allow its tester any more
   * @throws dev.hitlai.identity.QuotaExceeded when no test is left this month
   */
  @Transactional
  public UUID retry(UUID runId, @Nullable UUID by) {
    var run = runs.lock(runId).orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
    if (run.status() != RunStatus.FAILED) {
      throw ApiProblem.conflict("Only a failed test can be run again.");
    }
    rulings.requireStillAllowed(run.companyId(), runId);
    var old = sql.fetchSingle(TEST_RUNS, TEST_RUNS.ID.eq(runId));
    var columns = new HashMap<Field<?>, @Nullable Object>();
    INHERITED.forEach(field -> columns.put(field, old.get(field)));
    columns.put(TEST_RUNS.RETRY_OF, runId);
    columns.put(TEST_RUNS.CREATED_BY, by);
    columns.put(TEST_RUNS.QUOTA_TAKEN, true);
    columns.put(TEST_RUNS.QUOTA_PERIOD, quota.take(run.companyId(), 1));
    var again =
        sql.insertInto(TEST_RUNS).set(columns).returning(TEST_RUNS.ID).fetchSingle(TEST_RUNS.ID);
    requests.refresh(run.requestId());
    queue.advance(run.companyId());
    people.askForQueued(List.of(again));
    return again;
  }
}
