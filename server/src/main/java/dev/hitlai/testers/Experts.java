package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.api.ApiProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roster as administrators see it, and who of it is an expert. */
@Component
public class Experts {
  private static final Condition PEOPLE = HUMAN_TESTERS.TESTER_CATEGORY.eq("human");

  private final DSLContext sql;

  Experts(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param rating mean of the ratings, null before the first
   */
  public record Row(
      UUID id,
      String displayName,
      String techLiteracy,
      List<String> languages,
      @Nullable String country,
      int tests,
      @Nullable BigDecimal rating,
      boolean verified,
      boolean active,
      boolean expert,
      Instant since) {}

  /** Experts first, then who has done most. */
  @Transactional(readOnly = true)
  public List<Row> list(int limit, long offset) {
    return sql.selectFrom(HUMAN_TESTERS)
        .where(PEOPLE)
        .orderBy(
            HUMAN_TESTERS.IS_EXPERT.desc(),
            HUMAN_TESTERS.TESTS_COMPLETED.desc(),
            HUMAN_TESTERS.CREATED_AT,
            HUMAN_TESTERS.ID)
        .limit(limit)
        .offset(offset)
        .fetch(
            row ->
                new Row(
                    row.getId(),
                    row.getDisplayName(),
                    row.getTechLiteracy(),
                    List.of(row.getLanguages()),
                    row.getLocationCountry(),
                    row.getTestsCompleted(),
                    row.getAverageRating(),
                    row.getIsVerified(),
                    row.getIsActive(),
                    row.getIsExpert(),
                    row.getCreatedAt()));
  }

  @Transactional(readOnly = true)
  public long count() {
    return sql.fetchCount(HUMAN_TESTERS, PEOPLE);
  }

  /**
   * Experts decide on what the AI is least sure of.
   *
   * @throws ApiProblem when there is no such tester for the caller
   */
  @Transactional
  public void set(UUID testerId, boolean expert) {
    int changed =
        sql.update(HUMAN_TESTERS)
            .set(HUMAN_TESTERS.IS_EXPERT, expert)
            .where(HUMAN_TESTERS.ID.eq(testerId).and(PEOPLE))
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("No tester has this address.");
    }
  }
}
