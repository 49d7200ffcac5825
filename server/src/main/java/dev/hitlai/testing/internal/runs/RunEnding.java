package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.identity.Quota;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunFailed;
import dev.hitlai.testing.TestRunPaused;
import dev.hitlai.testing.internal.requests.RequestStatuses;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a run: moves it, settles its quota and its request, lets the next one in and tells whom it
 * concerns — in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunEnding {
  private final DSLContext sql;
  private final Runs runs;
  private final RunQueue queue;
  private final RequestStatuses requests;
  private final Quota quota;
  private final PeopleQueue people;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RunEnding(
      DSLContext sql,
      Runs runs,
      RunQueue queue,
      RequestStatuses requests,
      Quota quota,
      PeopleQueue people,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.queue = queue;
    this.requests = requests;
    this.quota = quota;
    this.people = people;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param results columns that are known only now
   */
  public void complete(TestRun run, Map<Field<?>, Object> results) {
    var changes = new HashMap<>(results);
    changes.put(TEST_RUNS.COMPLETED_AT, clock.instant());
    changes.put(TEST_RUNS.PROGRESS_PERCENT, 100);
    changes.put(TEST_RUNS.PROGRESS_TEXT, null);
    runs.move(run.id(), run.to(RunStatus.COMPLETED), changes);
    settle(run);
    events.publishEvent(
        new TestRunCompleted(run.id(), run.requestId(), run.companyId(), clock.instant()));
  }

  /** The AI's part is done; people have the next word. */
  public void pause(TestRun run, Map<Field<?>, Object> results) {
    var changes = new HashMap<>(results);
    changes.put(TEST_RUNS.PAUSED_AT, clock.instant());
    changes.put(TEST_RUNS.PROGRESS_PERCENT, 100);
    changes.put(TEST_RUNS.PROGRESS_TEXT, null);
    runs.move(run.id(), run.to(RunStatus.HITL_PAUSED), changes);
    settle(run);
    people.ask(run.id());
    events.publishEvent(
        new TestRunPaused(run.id(), run.requestId(), run.companyId(), clock.instant()));
  }

  /**
   * @param code for programs, e.g. {@code unreachable}, {@code cancelled}
   * @param message for the company, one sentence
   * @param ours whether the company gets the test back
   */
  public void fail(
      TestRun run, Map<Field<?>, Object> results, String code, String message, boolean ours) {
    var changes = new HashMap<>(results);
    changes.put(TEST_RUNS.COMPLETED_AT, clock.instant());
    changes.put(TEST_RUNS.ERROR_CODE, code);
    changes.put(TEST_RUNS.ERROR_MESSAGE, message);
    changes.put(TEST_RUNS.PROGRESS_TEXT, null);
    runs.move(run.id(), run.to(RunStatus.FAILED), changes);
    if (ours) {
      giveBack(run);
    }
    settle(run);
    events.publishEvent(
        new TestRunFailed(run.id(), run.requestId(), run.companyId(), code, clock.instant()));
  }

  /** Only the first to clear the mark gives the test back, so it comes back once. */
  private void giveBack(TestRun run) {
    LocalDate period =
        sql.update(TEST_RUNS)
            .set(TEST_RUNS.QUOTA_TAKEN, false)
            .where(TEST_RUNS.ID.eq(run.id()).and(TEST_RUNS.QUOTA_TAKEN))
            .returning(TEST_RUNS.QUOTA_PERIOD)
            .fetchOne(TEST_RUNS.QUOTA_PERIOD);
    if (period != null) {
      quota.giveBack(run.companyId(), period);
    }
  }

  private void settle(TestRun run) {
    requests.refresh(run.requestId());
    queue.advance(run.companyId());
  }
}
