package dev.hitlai.testing;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tests that a person carries out right now. */
@Component
public class OpenWork {
  private final DSLContext sql;

  OpenWork(DSLContext sql) {
    this.sql = sql;
  }

  /** What a tester works on. */
  public record Work(UUID assignmentId, UUID companyId, UUID testRunId, URI site) {}

  /** Of an assignment of that tester that was taken and not handed in yet. */
  @Transactional(readOnly = true)
  public Optional<Work> of(UUID assignmentId, UUID testerId) {
    return sql.select(
            HUMAN_TEST_ASSIGNMENTS.COMPANY_ID, HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID, TEST_RUNS.URL)
        .from(HUMAN_TEST_ASSIGNMENTS)
        .join(TEST_RUNS)
        .on(TEST_RUNS.ID.eq(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID))
        .where(HUMAN_TEST_ASSIGNMENTS.ID.eq(assignmentId))
        .and(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId))
        .and(HUMAN_TEST_ASSIGNMENTS.STATUS.in("accepted", "in_progress"))
        .fetchOptional(
            row -> new Work(assignmentId, row.value1(), row.value2(), URI.create(row.value3())));
  }
}
