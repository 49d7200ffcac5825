package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;

import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.ReviewState;
import dev.hitlai.testing.internal.runs.RunEnding;
import dev.hitlai.testing.internal.runs.Runs;
import dev.hitlai.testing.internal.runs.TestRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completes a run in which people take part: when as many as were asked for have handed in, and no
 * finding waits for a person's verdict. Asked after everything that may be the last thing missing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunCompletion {
  private final DSLContext sql;
  private final Runs runs;
  private final RunEnding ending;
  private final Assignments assignments;

  RunCompletion(DSLContext sql, Runs runs, RunEnding ending, Assignments assignments) {
    this.sql = sql;
    this.runs = runs;
    this.ending = ending;
    this.assignments = assignments;
  }

  // INVARIANT: asked while holding the run's row, so that of two last things at the same moment
  // the second one sees the first, and the run completes once.
  public boolean completeIfReady(UUID runId) {
    var ready = runs.lock(runId).filter(this::isReady);
    ready.ifPresent(run -> ending.complete(run, results(run)));
    return ready.isPresent();
  }

  private boolean isReady(TestRun run) {
    return switch (run.type()) {
      case AI_ONLY -> false;
      case HYBRID -> run.status() == RunStatus.HITL_PAUSED && nothingMissing(run);
      case HUMAN_ONLY -> run.status() == RunStatus.RUNNING && nothingMissing(run);
    };
  }

  private boolean nothingMissing(TestRun run) {
    return undecided(run.id()) == 0 && assignments.submitted(run.id()) >= required(run.id());
  }

  /** Findings of a run that wait for a person's verdict. */
  public int undecided(UUID runId) {
    return sql.fetchCount(
        ISSUES, ISSUES.TEST_RUN_ID.eq(runId), ISSUES.REVIEW_STATE.in(ReviewState.WAITING));
  }

  int required(UUID runId) {
    return sql.select(TEST_RUNS.REQUIRED_TESTERS)
        .from(TEST_RUNS)
        .where(TEST_RUNS.ID.eq(runId))
        .fetchSingle(TEST_RUNS.REQUIRED_TESTERS);
  }

  /** A hybrid run has the AI's; one by people has what most of them say. */
  private Map<Field<?>, Object> results(TestRun run) {
    var results = new HashMap<Field<?>, Object>();
    if (run.type() == TestType.HUMAN_ONLY) {
      var handedIn =
          HUMAN_TEST_ASSIGNMENTS
              .TEST_RUN_ID
              .eq(run.id())
              .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
              .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"));
      sql.select(HUMAN_TEST_ASSIGNMENTS.OUTCOME)
          .from(HUMAN_TEST_ASSIGNMENTS)
          .where(handedIn)
          .groupBy(HUMAN_TEST_ASSIGNMENTS.OUTCOME)
          // Of two that were said equally often the worse one: "done" comes first in the alphabet.
          .orderBy(count().desc(), HUMAN_TEST_ASSIGNMENTS.OUTCOME.desc())
          .limit(1)
          .fetchOptional(HUMAN_TEST_ASSIGNMENTS.OUTCOME)
          .ifPresent(outcome -> results.put(TEST_RUNS.OUTCOME, outcome));
      BigDecimal mean =
          sql.select(avg(HUMAN_TEST_ASSIGNMENTS.SENTIMENT_SCORE))
              .from(HUMAN_TEST_ASSIGNMENTS)
              .where(handedIn)
              .fetchSingle()
              .value1();
      if (mean != null) {
        results.put(TEST_RUNS.SENTIMENT_SCORE, mean.setScale(4, RoundingMode.HALF_UP));
      }
    }
    return results;
  }
}
