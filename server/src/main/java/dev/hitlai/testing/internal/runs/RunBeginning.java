package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.MISSION_STEPS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.requests.RequestStatuses;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins an attempt at a run: the first one, one more after a failure, or after a server died. */
@Component
public class RunBeginning {
  private final DSLContext sql;
  private final Runs runs;
  private final RequestStatuses requests;
  private final Clock clock;

  RunBeginning(DSLContext sql, Runs runs, RequestStatuses requests, Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Begins the next attempt, with nothing left of the one before.
   *
   * @return empty when there is nothing to do any more: the run is gone or at its end
   */
  @Transactional
  public Optional<TestRun> begin(UUID runId, String worker) {
    return runs.lock(runId)
        .filter(run -> run.status() == RunStatus.PENDING || run.status() == RunStatus.RUNNING)
        .map(run -> begin(run, worker));
  }

  private TestRun begin(TestRun run, String worker) {
    forgetEarlierAttempt(run);
    var changes = new HashMap<Field<?>, Object>();
    changes.put(TEST_RUNS.ATTEMPT, run.attempt() + 1);
    changes.put(TEST_RUNS.WORKER, worker);
    changes.put(TEST_RUNS.HEARTBEAT_AT, clock.instant());
    changes.put(TEST_RUNS.PROGRESS_TEXT, "Opening the browser");
    changes.put(TEST_RUNS.PROGRESS_PERCENT, 0);
    changes.put(TEST_RUNS.CURRENT_STEP_INDEX, 0);
    if (run.status() == RunStatus.PENDING) {
      changes.put(TEST_RUNS.STARTED_AT, clock.instant());
      runs.move(run.id(), Move.BEGIN, changes);
      requests.refresh(run.requestId());
    } else {
      sql.update(TEST_RUNS).set(changes).where(TEST_RUNS.ID.eq(run.id())).execute();
    }
    return run.begun();
  }

  private void forgetEarlierAttempt(TestRun run) {
    sql.deleteFrom(MISSION_STEPS).where(MISSION_STEPS.TEST_RUN_ID.eq(run.id())).execute();
    sql.deleteFrom(ISSUES).where(ISSUES.TEST_RUN_ID.eq(run.id())).execute();
  }

  /**
   * Notes that an attempt failed and another one will follow.
   *
   * @param timeFactor multiplies the time of the next attempt
   */
  @Transactional
  public void noteFailure(TestRun run, String message, int timeFactor) {
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.FAILURE_COUNT, TEST_RUNS.FAILURE_COUNT.plus(1))
        .set(TEST_RUNS.PROGRESS_TEXT, message + " Trying again.")
        .set(TEST_RUNS.TIMEOUT_SECONDS, (int) run.timeout().toSeconds() * timeFactor)
        .set(TEST_RUNS.TEST_CONFIG, Json.of(run.config().withTime(timeFactor)))
        .where(TEST_RUNS.ID.eq(run.id()))
        .and(TEST_RUNS.STATUS.eq(RunStatus.RUNNING.code()))
        .execute();
  }

  /** Gives the attempt back because this server stops; another one begins the run anew. */
  @Transactional
  public void handBack(TestRun run) {
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.HANDED_BACK, TEST_RUNS.HANDED_BACK.plus(1))
        .set(TEST_RUNS.PROGRESS_TEXT, "The server is being restarted; the test begins anew.")
        .where(TEST_RUNS.ID.eq(run.id()))
        .and(TEST_RUNS.STATUS.eq(RunStatus.RUNNING.code()))
        .and(TEST_RUNS.ATTEMPT.eq(run.attempt()))
        .execute();
  }
}
