package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.TestType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels a run. One that nobody began ends at once and is not counted; one at work is asked to
 * stop and ends between two steps, with what it found so far.
 */
@Component
public class RunCancellation {
  public static final String CODE = "cancelled";
  public static final String MESSAGE = "The test was cancelled.";

  private final DSLContext sql;
  private final Runs runs;
  private final RunEnding ending;
  private final Clock clock;

  RunCancellation(DSLContext sql, Runs runs, RunEnding ending, Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.ending = ending;
    this.clock = clock;
  }

  /**
   * @return false when the run is at its end already
   */
  @Transactional
  public boolean cancel(UUID runId, @Nullable UUID by) {
    var run = runs.lock(runId).orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
    if (run.status().isFinal()) {
      return false;
    }
    note(run, by);
    switch (run.status()) {
      case PENDING -> ending.fail(run, Map.of(), CODE, MESSAGE, true);
      case HITL_PAUSED -> ending.fail(run, Map.of(), CODE, MESSAGE, false);
      case RUNNING -> stopWork(run);
      case COMPLETED, FAILED -> {
        // Asked above.
      }
    }
    return true;
  }

  /** A worker sees the mark between two steps; people have none. */
  private void stopWork(TestRun run) {
    if (run.type() == TestType.HUMAN_ONLY) {
      ending.fail(run, Map.of(), CODE, MESSAGE, false);
    }
  }

  private void note(TestRun run, @Nullable UUID by) {
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.CANCEL_REQUESTED_AT, clock.instant())
        .set(TEST_RUNS.CANCELLED_BY, by)
        .where(TEST_RUNS.ID.eq(run.id()))
        .execute();
  }
}
