package dev.hitlai.testing;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Under which references {@code billing} keeps what people earn by a run. */
@Component
public class EarningReferences {
  private static final String PREFIX = "assignment:";

  private final DSLContext sql;

  EarningReferences(DSLContext sql) {
    this.sql = sql;
  }

  /** Of one assignment. */
  public static String of(UUID assignmentId) {
    return PREFIX + assignmentId;
  }

  /** Of a tester's work on a run that was handed in; empty when there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> of(UUID testRunId, UUID testerId) {
    return sql.select(HUMAN_TEST_ASSIGNMENTS.ID)
        .from(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(testRunId))
        .and(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId))
        .and(HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT.isNotNull())
        .orderBy(HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT.desc())
        .limit(1)
        .fetchOptional(row -> of(row.value1()));
  }
}
