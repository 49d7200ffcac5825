package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of runs that have a result. */
@Component
@Transactional(readOnly = true)
public class RunReports {
  private final DSLContext sql;

  RunReports(DSLContext sql) {
    this.sql = sql;
  }

  /** Empty when there is no such run for the caller, or no result yet. */
  public Optional<RunDocument> find(UUID runId) {
    return sql.select(TEST_RUNS.FINAL_REPORT)
        .from(TEST_RUNS)
        .where(TEST_RUNS.ID.eq(runId))
        .and(TEST_RUNS.FINAL_REPORT.isNotNull())
        .fetchOptional(
            row -> RunDocuments.fromJson(row.value1().data().getBytes(StandardCharsets.UTF_8)));
  }
}
