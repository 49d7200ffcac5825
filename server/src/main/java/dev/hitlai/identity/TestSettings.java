package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a company set about its tests. */
@Component
public class TestSettings {
  private final DSLContext sql;

  TestSettings(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Values of(UUID companyId) {
    return sql.select(
            COMPANIES.MAX_PARALLEL_AI_RUNS,
            COMPANIES.REVIEW_SAMPLE_RATE,
            COMPANIES.CRITICAL_NEEDS_REVIEW)
        .from(COMPANIES)
        .where(COMPANIES.ID.eq(companyId))
        .fetchSingle(row -> new Values(row.value1(), row.value2().doubleValue(), row.value3()));
  }

  /**
   * @param maxParallelAiRuns how many AI runs of the company are at work at a time
   * @param reviewSampleRate share, 0 to 1, of passing findings that people look at all the same
   * @param criticalNeedsReview whether a critical or security finding always needs a person
   */
  public record Values(
      int maxParallelAiRuns, double reviewSampleRate, boolean criticalNeedsReview) {}
}
