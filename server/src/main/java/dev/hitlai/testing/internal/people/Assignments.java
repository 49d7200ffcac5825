package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static org.jooq.impl.DSL.count;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.internal.jooq.tables.records.HumanTestAssignmentsRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of {@code human_test_assignments}; every change of status goes through {@link #move}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Assignments {
  private final DSLContext sql;
  private final Clock clock;

  Assignments(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  public Optional<Assignment> find(UUID id) {
    return sql.selectFrom(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.ID.eq(id))
        .fetchOptional(Assignments::read);
  }

  /** Those of a run, the first offered first. */
  public List<Assignment> ofRun(UUID runId) {
    return list(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId));
  }

  List<Assignment> list(Condition condition) {
    return sql.selectFrom(HUMAN_TEST_ASSIGNMENTS)
        .where(condition)
        .orderBy(HUMAN_TEST_ASSIGNMENTS.OFFERED_AT, HUMAN_TEST_ASSIGNMENTS.ID)
        .fetch(Assignments::read);
  }

  /** Locks the assignment; the caller holds its run already, so that two never wait crosswise. */
  Optional<Assignment> lock(UUID id) {
    return sql.selectFrom(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.ID.eq(id))
        .forUpdate()
        .fetchOptional(Assignments::read);
  }

  /**
   * @param lasts how long the offer stands
   * @param replaces the assignment that came to nothing, when this one stands in for it
   */
  UUID offer(
      UUID runId,
      UUID companyId,
      UUID testerId,
      boolean review,
      Duration lasts,
      @Nullable UUID replaces) {
    var now = clock.instant();
    return sql.insertInto(HUMAN_TEST_ASSIGNMENTS)
        .set(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID, runId)
        .set(HUMAN_TEST_ASSIGNMENTS.COMPANY_ID, companyId)
        .set(HUMAN_TEST_ASSIGNMENTS.TESTER_ID, testerId)
        .set(HUMAN_TEST_ASSIGNMENTS.KIND, review ? "review" : "test")
        .set(HUMAN_TEST_ASSIGNMENTS.OFFERED_AT, now)
        .set(HUMAN_TEST_ASSIGNMENTS.EXPIRES_AT, now.plus(lasts))
        .set(HUMAN_TEST_ASSIGNMENTS.LAST_ACTIVITY_AT, now)
        .set(HUMAN_TEST_ASSIGNMENTS.REPLACES, replaces)
        .set(HUMAN_TEST_ASSIGNMENTS.CREATED_AT, now)
        .returning(HUMAN_TEST_ASSIGNMENTS.ID)
        .fetchSingle(HUMAN_TEST_ASSIGNMENTS.ID);
  }

  /**
   * Moves an assignment that the caller has locked.
   *
   * @throws ApiProblem when it can't go there from where it is
   */
  void move(Assignment from, AssignmentStatus to, Map<? extends Field<?>, ?> alongside) {
    if (!from.status().next().contains(to)) {
      throw ApiProblem.conflict(
          "This can't be done any more: the work is "
              + from.status().code().replace('_', ' ')
              + ".");
    }
    var changes = new HashMap<Field<?>, @Nullable Object>(alongside);
    changes.put(HUMAN_TEST_ASSIGNMENTS.STATUS, to.code());
    if (to.isOpen() || to == AssignmentStatus.SUBMITTED) {
      changes.put(HUMAN_TEST_ASSIGNMENTS.LAST_ACTIVITY_AT, clock.instant());
    }
    if (!to.isOpen()) {
      changes.put(HUMAN_TEST_ASSIGNMENTS.ENDED_AT, clock.instant());
    }
    set(from.id(), changes);
  }

  void set(UUID id, Map<? extends Field<?>, ?> columns) {
    sql.update(HUMAN_TEST_ASSIGNMENTS)
        .set(columns)
        .where(HUMAN_TEST_ASSIGNMENTS.ID.eq(id))
        .execute();
  }

  /** The tester is at work: the day without activity begins anew. */
  void touch(UUID id) {
    set(id, Map.of(HUMAN_TEST_ASSIGNMENTS.LAST_ACTIVITY_AT, clock.instant()));
  }

  /** How many offers and tests each tester has at the moment. */
  Map<UUID, Integer> openByTester() {
    return sql.select(HUMAN_TEST_ASSIGNMENTS.TESTER_ID, count())
        .from(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.STATUS.in(AssignmentStatus.OPEN))
        .groupBy(HUMAN_TEST_ASSIGNMENTS.TESTER_ID)
        .fetchMap(HUMAN_TEST_ASSIGNMENTS.TESTER_ID, row -> row.value2());
  }

  int submitted(UUID runId) {
    return sql.fetchCount(
        HUMAN_TEST_ASSIGNMENTS,
        HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId),
        HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"),
        HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()));
  }

  private static Assignment read(HumanTestAssignmentsRecord row) {
    return new Assignment(
        row.getId(),
        row.getTestRunId(),
        row.getCompanyId(),
        row.getTesterId(),
        row.getKind().equals("review"),
        AssignmentStatus.of(row.getStatus()),
        row.getOfferedAt(),
        row.getExpiresAt(),
        row.getAcceptedAt(),
        row.getStartedAt(),
        row.getSubmittedAt(),
        row.getLastActivityAt(),
        row.getOwnFindingsAt(),
        row.getOutcome(),
        row.getSentimentScore());
  }
}
