package dev.hitlai.testing.internal.execution;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.internal.findings.FindingRows;
import dev.hitlai.testing.internal.runs.TestRun;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of a run at work, each written in a transaction of its own on behalf of the run's
 * company. Methods answer false when the attempt isn't the run's current one any more.
 */
@Component
class LiveRows {
  private static final int TEXT_LENGTH = 300;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final StepRows steps;
  private final FindingRows findings;
  private final Reviews reviews;
  private final Artifacts artifacts;
  private final Clock clock;

  LiveRows(
      DSLContext sql,
      TransactionTemplate transactions,
      StepRows steps,
      FindingRows findings,
      Reviews reviews,
      Artifacts artifacts,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.steps = steps;
    this.findings = findings;
    this.reviews = reviews;
    this.artifacts = artifacts;
    this.clock = clock;
  }

  boolean progress(TestRun run, String what, int percent) {
    String text = what.length() <= TEXT_LENGTH ? what : what.substring(0, TEXT_LENGTH);
    return write(
        run, Map.of(TEST_RUNS.PROGRESS_TEXT, text, TEST_RUNS.PROGRESS_PERCENT, percent), () -> {});
  }

  boolean step(TestRun run, int index, StepRecord step) {
    return write(
        run, Map.of(TEST_RUNS.CURRENT_STEP_INDEX, index + 1), () -> steps.add(run, index, step));
  }

  boolean finding(TestRun run, Finding finding) {
    return write(
        run,
        Map.of(),
        () -> {
          if (reviews.mayBeShown(run, finding)) {
            findings.put(run, finding);
          }
        });
  }

  /** Whether the run was cancelled or taken away from this attempt. */
  boolean stopAsked(TestRun run) {
    return asCompany(
        run,
        () -> !sql.fetchExists(TEST_RUNS, current(run), TEST_RUNS.CANCEL_REQUESTED_AT.isNull()));
  }

  /** Stores a piece of evidence and returns the reference to it. */
  String evidence(TestRun run, String name, String mediaType, byte[] content) {
    return asCompany(
        run,
        () ->
            ArtifactReference.of(
                artifacts.save(run.companyId(), run.id(), name, mediaType, content)));
  }

  private boolean write(TestRun run, Map<? extends Field<?>, ?> columns, Runnable more) {
    return asCompany(
        run,
        () -> {
          int current =
              sql.update(TEST_RUNS)
                  .set(TEST_RUNS.HEARTBEAT_AT, clock.instant())
                  .set(columns)
                  .where(current(run))
                  .execute();
          if (current == 1) {
            more.run();
          }
          return current == 1;
        });
  }

  private static Condition current(TestRun run) {
    return TEST_RUNS
        .ID
        .eq(run.id())
        .and(TEST_RUNS.STATUS.eq(RunStatus.RUNNING.code()))
        .and(TEST_RUNS.ATTEMPT.eq(run.attempt()));
  }

  private <T> T asCompany(TestRun run, Supplier<T> action) {
    return Tenancy.as(
        Actor.company(null, run.companyId()), () -> transactions.execute(_ -> action.get()));
  }
}
