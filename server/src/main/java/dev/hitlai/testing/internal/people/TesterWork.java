package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.requests.RequestStatuses;
import dev.hitlai.testing.internal.runs.Move;
import dev.hitlai.testing.internal.runs.PeopleQueue;
import dev.hitlai.testing.internal.runs.Runs;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What testers do with the work they were given. A tester's own rights don't reach what follows
 * from it (the run, the quota, the queue), so each act is carried out as the platform, after it was
 * made sure that the work is the tester's own.
 */
@Component
public class TesterWork {
  private static final int REASON_LENGTH = 1000;

  private final Assignments assignments;
  private final RunFacts facts;
  private final Runs runs;
  private final RequestStatuses requests;
  private final PeopleQueue people;
  private final TesterRecords testers;
  private final TransactionOperations transactions;
  private final Clock clock;

  TesterWork(
      Assignments assignments,
      RunFacts facts,
      Runs runs,
      RequestStatuses requests,
      PeopleQueue people,
      TesterRecords testers,
      TransactionOperations transactions,
      Clock clock) {
    this.assignments = assignments;
    this.facts = facts;
    this.runs = runs;
    this.requests = requests;
    this.people = people;
    this.testers = testers;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Takes an offer; taking it again changes nothing. */
  public Assignment accept(CurrentUser user, UUID id) {
    return does(
        user,
        id,
        (work, run) -> {
          if (work.status() == AssignmentStatus.ACCEPTED
              || work.status() == AssignmentStatus.IN_PROGRESS) {
            return work;
          }
          if (work.status() == AssignmentStatus.OFFERED
              && work.expiresAt() != null
              && !work.expiresAt().isAfter(clock.instant())) {
            throw ApiProblem.conflict("The offer has run out; somebody else is asked.");
          }
          assignments.move(
              work,
              AssignmentStatus.ACCEPTED,
              Map.of(HUMAN_TEST_ASSIGNMENTS.ACCEPTED_AT, clock.instant()));
          return again(id);
        });
  }

  /** Refuses an offer, or gives work back; somebody else is asked, and nobody is blamed. */
  public Assignment decline(CurrentUser user, UUID id, String reason) {
    if (reason.length() > REASON_LENGTH) {
      throw ApiProblem.invalid("reason", "must have at most 1,000 characters");
    }
    return does(
        user,
        id,
        (work, run) -> {
          if (work.status() == AssignmentStatus.DECLINED) {
            return work;
          }
          assignments.move(
              work,
              AssignmentStatus.DECLINED,
              reason.isBlank()
                  ? Map.of()
                  : Map.of(HUMAN_TEST_ASSIGNMENTS.DECLINE_REASON, reason.strip()));
          people.ask(work.runId());
          return again(id);
        });
  }

  /** Begins to work; a run that begins with people runs from now on. */
  public Assignment start(CurrentUser user, UUID id) {
    return does(
        user,
        id,
        (work, run) -> {
          if (work.status() == AssignmentStatus.IN_PROGRESS) {
            return work;
          }
          begin(work, run);
          return again(id);
        });
  }

  /** Inside a transaction that holds the run and the assignment. */
  void begin(Assignment work, RunFacts.Facts run) {
    assignments.move(
        work,
        AssignmentStatus.IN_PROGRESS,
        Map.of(HUMAN_TEST_ASSIGNMENTS.STARTED_AT, clock.instant()));
    if (run.status() == RunStatus.PENDING) {
      runs.move(run.runId(), Move.BEGIN, Map.of(TEST_RUNS.STARTED_AT, clock.instant()));
      requests.refresh(run.requestId());
    }
  }

  /** Somebody uninvolved may be needed by now. */
  void askForMore(UUID runId) {
    people.ask(runId);
  }

  /**
   * Does something with a tester's own work while nobody else can change it or its run.
   *
   * @throws ApiProblem when the tester has no such work, or its run is at its end
   */
  <T> T does(CurrentUser user, UUID id, BiFunction<Assignment, RunFacts.Facts, T> act) {
    UUID tester = user.requireTester();
    return Objects.requireNonNull(
        Tenancy.as(
            Actor.system("work of a tester"),
            () ->
                transactions.execute(
                    _ -> {
                      var seen = own(id, tester);
                      facts.lock(seen.runId());
                      var work = assignments.lock(id).orElseThrow(TesterWork::unknown);
                      var run = facts.find(seen.runId()).orElseThrow(TesterWork::unknown);
                      testers.active(tester);
                      return act.apply(work, run);
                    })));
  }

  private Assignment own(UUID id, UUID tester) {
    return assignments
        .find(id)
        .filter(work -> work.testerId().equals(tester))
        .orElseThrow(TesterWork::unknown);
  }

  private Assignment again(UUID id) {
    return assignments.find(id).orElseThrow(TesterWork::unknown);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("You have no such test.");
  }
}
