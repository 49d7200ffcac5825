package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testing.internal.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A tester's offers, work and what was handed in. */
@Component
@Transactional(readOnly = true)
public class TesterBoard {
  private static final int SHOWN = 100;

  private final DSLContext sql;
  private final Assignments assignments;
  private final Clock clock;

  TesterBoard(DSLContext sql, Assignments assignments, Clock clock) {
    this.sql = sql;
    this.assignments = assignments;
    this.clock = clock;
  }

  /**
   * A piece of work.
   *
   * @param run null when the tester may not see the run any more, because the work was given back
   */
  public record Item(Assignment assignment, @Nullable RunFactsForTester run) {}

  /**
   * @param rating the company's, 1 to 5; null before it rated
   * @param ratingCounts false when it was annulled
   */
  public record RunFactsForTester(
      String title,
      String url,
      String mission,
      String persona,
      String platform,
      String status,
      @Nullable Integer rating,
      boolean ratingCounts) {}

  /** Offers that stand and work at hand, the most urgent first. */
  public List<Item> open(UUID testerId) {
    return list(
        HUMAN_TEST_ASSIGNMENTS
            .TESTER_ID
            .eq(testerId)
            .and(HUMAN_TEST_ASSIGNMENTS.STATUS.in(AssignmentStatus.OPEN))
            .and(
                HUMAN_TEST_ASSIGNMENTS
                    .STATUS
                    .ne(AssignmentStatus.OFFERED.code())
                    .or(HUMAN_TEST_ASSIGNMENTS.EXPIRES_AT.gt(clock.instant()))),
        SHOWN);
  }

  /** Work that is over, the latest first. */
  public List<Item> over(UUID testerId, int limit) {
    return list(
        HUMAN_TEST_ASSIGNMENTS
            .TESTER_ID
            .eq(testerId)
            .and(HUMAN_TEST_ASSIGNMENTS.STATUS.notIn(AssignmentStatus.OPEN)),
        limit);
  }

  public Optional<Item> find(UUID testerId, UUID assignmentId) {
    return list(
            HUMAN_TEST_ASSIGNMENTS
                .ID
                .eq(assignmentId)
                .and(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId)),
            1)
        .stream()
        .findFirst();
  }

  /** The tester's own work on a run that is to be tested, whatever became of it. */
  public Optional<Assignment> onRun(UUID testerId, UUID runId) {
    return assignments.ofRun(runId).stream()
        .filter(one -> one.testerId().equals(testerId) && !one.review())
        .reduce((_, later) -> later);
  }

  private List<Item> list(Condition which, int limit) {
    var rows =
        sql.select(
                HUMAN_TEST_ASSIGNMENTS.ID,
                HUMAN_TEST_ASSIGNMENTS.RATING_COUNTS,
                TEST_REQUESTS.TITLE,
                TEST_RUNS.URL,
                TEST_RUNS.MISSION,
                TEST_RUNS.PERSONA,
                TEST_RUNS.PLATFORM,
                TEST_RUNS.STATUS,
                TEST_RUNS.COMPANY_AI_RATING)
            .from(HUMAN_TEST_ASSIGNMENTS)
            .leftJoin(TEST_RUNS)
            .on(TEST_RUNS.ID.eq(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID))
            .leftJoin(TEST_REQUESTS)
            .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
            .where(which)
            .orderBy(HUMAN_TEST_ASSIGNMENTS.OFFERED_AT.desc(), HUMAN_TEST_ASSIGNMENTS.ID.desc())
            .limit(limit)
            .fetch();
    return rows.map(
        row ->
            new Item(assignments.find(row.get(HUMAN_TEST_ASSIGNMENTS.ID)).orElseThrow(), run(row)));
  }

  private static @Nullable RunFactsForTester run(Record row) {
    String title = row.get(TEST_REQUESTS.TITLE);
    if (title == null) {
      return null;
    }
    return new RunFactsForTester(
        title,
        row.get(TEST_RUNS.URL),
        row.get(TEST_RUNS.MISSION),
        Json.read(row.get(TEST_RUNS.PERSONA), Persona.class).label(),
        row.get(TEST_RUNS.PLATFORM),
        row.get(TEST_RUNS.STATUS),
        row.get(TEST_RUNS.COMPANY_AI_RATING),
        row.get(HUMAN_TEST_ASSIGNMENTS.RATING_COUNTS));
  }
}
