package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testers.Matching;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.internal.people.RunFacts.Facts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives work to people: as many offers as a run still needs, to those who waited longest. Works as
 * the platform, which alone sees the whole roster.
 */
@Component
public class Offers {
  private final DSLContext sql;
  private final RunFacts runs;
  private final Assignments assignments;
  private final OpenDisputes disputes;
  private final Matching matching;
  private final TesterRecords testers;
  private final PeopleNotices notices;
  private final PeopleSettings settings;
  private final Clock clock;

  Offers(
      DSLContext sql,
      RunFacts runs,
      Assignments assignments,
      OpenDisputes disputes,
      Matching matching,
      TesterRecords testers,
      PeopleNotices notices,
      PeopleSettings settings,
      Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.assignments = assignments;
    this.disputes = disputes;
    this.matching = matching;
    this.testers = testers;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /** Offers a run to as many people as it lacks; harmless to call at any time. */
  @Transactional
  public void topUp(UUID runId) {
    runs.lockWanting(runId)
        .ifPresent(
            run -> {
              oneAtATime();
              var given = assignments.ofRun(runId);
              offerTests(run, given);
              offerReview(run, given);
            });
  }

  // INVARIANT: people are chosen under this lock only, so two runs don't both count on the one
  // free place of the same person.
  private void oneAtATime() {
    sql.execute("select pg_advisory_xact_lock(hashtextextended('testing.offers', 0))");
  }

  private void offerTests(Facts run, List<Assignment> given) {
    long counting = given.stream().filter(one -> !one.review() && counts(one)).count();
    int missing = (int) (run.required() - counting);
    if (missing > 0) {
      offer(run, given, false, run.requirements(), false, missing);
    }
  }

  /** One uninvolved person at a time looks at everything in the run that people don't agree on. */
  private void offerReview(Facts run, List<Assignment> given) {
    var kinds = disputes.kinds(run.runId());
    if (kinds.isEmpty() || given.stream().anyMatch(one -> one.review() && one.status().isOpen())) {
      return;
    }
    // Who can't read the site can't judge it either; when nobody fits, an administrator decides.
    int experts =
        kinds.contains("expert_review") ? offer(run, given, true, run.requirements(), true, 1) : 0;
    if (experts == 0 && kinds.contains("disagreement")) {
      offer(run, given, true, run.requirements(), false, 1);
    }
  }

  private static boolean counts(Assignment one) {
    return AssignmentStatus.COUNTING.contains(one.status().code());
  }

  /** Answers how many people it found. */
  private int offer(
      Facts run,
      List<Assignment> given,
      boolean review,
      TesterRequirements requirements,
      boolean experts,
      int missing) {
    var open = assignments.openByTester();
    var chosen = new ArrayList<Matching.Candidate>();
    // Whoever let an offer of this run pass is asked again only when nobody else is left.
    for (Set<UUID> excluded : List.of(everSeen(given), notJustExpired(given))) {
      var left = new HashSet<>(excluded);
      chosen.forEach(candidate -> left.add(candidate.testerId()));
      int lacking = missing - chosen.size();
      if (lacking > 0) {
        chosen.addAll(
            matching.find(new Matching.Search(requirements, left, open, experts, lacking)));
      }
    }
    var vacant = new ArrayList<>(vacant(given, review));
    for (Matching.Candidate candidate : chosen) {
      UUID replaces = vacant.isEmpty() ? null : vacant.removeFirst();
      offer(run, candidate, review, replaces);
    }
    return chosen.size();
  }

  private void offer(
      Facts run, Matching.Candidate candidate, boolean review, @Nullable UUID replaces) {
    UUID id =
        assignments.offer(
            run.runId(),
            run.companyId(),
            candidate.testerId(),
            review,
            settings.offerLasts(),
            replaces);
    testers.offered(candidate.testerId());
    notices.offered(id, run, candidate.userId(), review, settings.offerLasts());
  }

  private static Set<UUID> everSeen(List<Assignment> given) {
    return given.stream().map(Assignment::testerId).collect(Collectors.toSet());
  }

  private static Set<UUID> notJustExpired(List<Assignment> given) {
    return given.stream()
        .filter(one -> one.status() != AssignmentStatus.EXPIRED)
        .map(Assignment::testerId)
        .collect(Collectors.toSet());
  }

  /** Work that came to nothing and nobody stands in for yet, the oldest first. */
  private List<UUID> vacant(List<Assignment> given, boolean review) {
    var ended =
        given.stream()
            .filter(one -> one.review() == review && !counts(one))
            .map(Assignment::id)
            .collect(Collectors.toCollection(ArrayList::new));
    ended.removeAll(
        sql.select(HUMAN_TEST_ASSIGNMENTS.REPLACES)
            .from(HUMAN_TEST_ASSIGNMENTS)
            .where(HUMAN_TEST_ASSIGNMENTS.REPLACES.in(ended))
            .fetch(HUMAN_TEST_ASSIGNMENTS.REPLACES));
    return ended;
  }

  /** Ends offers that nobody answered in time. */
  @Transactional
  public void expire(UUID assignmentId) {
    end(assignmentId, AssignmentStatus.EXPIRED);
  }

  /** Takes back work on which nothing happened for too long; nobody is blamed. */
  @Transactional
  public void abandon(UUID assignmentId) {
    end(assignmentId, AssignmentStatus.ABANDONED);
  }

  private void end(UUID assignmentId, AssignmentStatus to) {
    var seen = assignments.find(assignmentId);
    if (seen.isEmpty()) {
      return;
    }
    runs.lock(seen.get().runId());
    boolean expires = to == AssignmentStatus.EXPIRED;
    assignments
        .lock(assignmentId)
        // Somebody may have answered or worked since it was seen.
        .filter(one -> expires ? hasExpired(one) : wasLeft(one))
        .ifPresent(
            one -> {
              assignments.move(one, to, Map.of());
              if (!expires) {
                runs.find(one.runId()).ifPresent(run -> notices.abandoned(one, run));
              }
            });
  }

  private boolean hasExpired(Assignment one) {
    return one.status() == AssignmentStatus.OFFERED
        && one.expiresAt() != null
        && !one.expiresAt().isAfter(clock.instant());
  }

  private boolean wasLeft(Assignment one) {
    return Set.of(AssignmentStatus.ACCEPTED, AssignmentStatus.IN_PROGRESS).contains(one.status())
        && !one.lastActivityAt().isAfter(clock.instant().minus(settings.abandonedAfter()));
  }

  @Transactional(readOnly = true)
  public List<UUID> expired() {
    return ids(
        HUMAN_TEST_ASSIGNMENTS
            .STATUS
            .eq(AssignmentStatus.OFFERED.code())
            .and(HUMAN_TEST_ASSIGNMENTS.EXPIRES_AT.le(clock.instant())));
  }

  @Transactional(readOnly = true)
  public List<UUID> left() {
    return ids(
        HUMAN_TEST_ASSIGNMENTS
            .STATUS
            .in(AssignmentStatus.ACCEPTED.code(), AssignmentStatus.IN_PROGRESS.code())
            .and(
                HUMAN_TEST_ASSIGNMENTS.LAST_ACTIVITY_AT.le(
                    clock.instant().minus(settings.abandonedAfter()))));
  }

  /** Runs that people may work on, the oldest first: whoever waits longest is served first. */
  @Transactional(readOnly = true)
  public List<UUID> wanting() {
    return sql.select(TEST_RUNS.ID)
        .from(TEST_RUNS)
        .where(RunFacts.WANTS_PEOPLE)
        .orderBy(TEST_RUNS.CREATED_AT, TEST_RUNS.ID)
        .fetch(TEST_RUNS.ID);
  }

  private List<UUID> ids(Condition condition) {
    return sql.select(HUMAN_TEST_ASSIGNMENTS.ID)
        .from(HUMAN_TEST_ASSIGNMENTS)
        .where(condition)
        .orderBy(HUMAN_TEST_ASSIGNMENTS.ID)
        .fetch(HUMAN_TEST_ASSIGNMENTS.ID);
  }
}
