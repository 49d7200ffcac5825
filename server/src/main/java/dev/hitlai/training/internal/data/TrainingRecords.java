package dev.hitlai.training.internal.data;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUT_RANKINGS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.REVIEWERS;

import dev.hitlai.identity.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the learning loop knows of people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TrainingRecords implements PersonalRecords {
  private final DSLContext sql;
  private final TrainingData data;

  TrainingRecords(DSLContext sql, TrainingData data) {
    this.sql = sql;
    this.data = data;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    return Map.of(
        "corrections",
        sql.select(
                HUMAN_CORRECTIONS.CREATED_AT,
                HUMAN_CORRECTIONS.CORRECTION_TYPE,
                HUMAN_CORRECTIONS.CORRECTION_REASONING,
                HUMAN_CORRECTIONS.CORRECTION_QUALITY_SCORE)
            .from(HUMAN_CORRECTIONS)
            .where(HUMAN_CORRECTIONS.CORRECTED_BY.eq(userId))
            .orderBy(HUMAN_CORRECTIONS.CREATED_AT)
            .fetchMaps(),
        "rankings",
        sql.select(AI_OUTPUT_RANKINGS.CREATED_AT, AI_OUTPUT_RANKINGS.REASON)
            .from(AI_OUTPUT_RANKINGS)
            .where(AI_OUTPUT_RANKINGS.RANKED_BY.eq(userId))
            .orderBy(AI_OUTPUT_RANKINGS.CREATED_AT)
            .fetchMaps(),
        "reviewer",
        sql.select(REVIEWERS.REVIEWS, REVIEWERS.WEIGHT)
            .from(REVIEWERS)
            .where(REVIEWERS.USER_ID.eq(userId))
            .fetchMaps());
  }

  /** What was said stays as the company's, without the name; examples that rest on it alone go. */
  @Override
  public void erase(UUID userId, String email) {
    data.forget(userId);
    sql.update(HUMAN_CORRECTIONS)
        .setNull(HUMAN_CORRECTIONS.CORRECTED_BY)
        .where(HUMAN_CORRECTIONS.CORRECTED_BY.eq(userId))
        .execute();
    sql.update(HUMAN_CORRECTIONS)
        .setNull(HUMAN_CORRECTIONS.VERIFIED_BY)
        .where(HUMAN_CORRECTIONS.VERIFIED_BY.eq(userId))
        .execute();
    sql.deleteFrom(AI_OUTPUT_RANKINGS).where(AI_OUTPUT_RANKINGS.RANKED_BY.eq(userId)).execute();
    sql.deleteFrom(REVIEWERS).where(REVIEWERS.USER_ID.eq(userId)).execute();
  }
}
