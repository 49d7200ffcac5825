package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.report.Brand;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of runs that have a result. */
@Component
@Transactional(readOnly = true)
public class RunReports {
  private final DSLContext sql;
  private final ReportBrands brands;

  RunReports(DSLContext sql, ReportBrands brands) {
    this.sql = sql;
    this.brands = brands;
  }

  /** Whose report it is; null for ours, and for a run that the caller doesn't see. */
  public @Nullable Brand brand(UUID runId) {
    UUID company =
        sql.select(TEST_RUNS.COMPANY_ID)
            .from(TEST_RUNS)
            .where(TEST_RUNS.ID.eq(runId))
            .fetchOne(TEST_RUNS.COMPANY_ID);
    return company == null ? null : brands.shown(company).orElse(null);
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
