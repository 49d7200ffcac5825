package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.training.internal.jooq.tables.records.HumanCorrectionsRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** All that people said of the AI's findings, for administrators. */
@Component
@Transactional
public class CorrectionList {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;

  CorrectionList(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A correction.
   *
   * @param outputId the finding in the queue; null when it isn't there
   * @param quality 1 to 5
   * @param gold whether the finding is a known answer
   */
  public record Row(
      UUID id,
      @Nullable UUID outputId,
      String finding,
      CorrectionType type,
      String reasoning,
      @Nullable Integer quality,
      @Nullable Double reward,
      String origin,
      boolean used,
      boolean gold,
      Instant at) {}

  @Transactional(readOnly = true)
  public int count() {
    return sql.fetchCount(HUMAN_CORRECTIONS);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Row> page(int number, int size) {
    return sql.select(HUMAN_CORRECTIONS.asterisk(), AI_OUTPUTS.ID, AI_OUTPUTS.GOLD_VERDICT)
        .from(HUMAN_CORRECTIONS)
        .leftJoin(AI_OUTPUTS)
        .on(AI_OUTPUTS.ISSUE_ID.eq(HUMAN_CORRECTIONS.ISSUE_ID))
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT.desc(), HUMAN_CORRECTIONS.ID.desc())
        .limit(size)
        .offset((number - 1) * size)
        .fetch(
            row ->
                of(
                    row.into(HUMAN_CORRECTIONS),
                    row.get(AI_OUTPUTS.ID),
                    row.get(AI_OUTPUTS.GOLD_VERDICT) != null));
  }

  private static Row of(HumanCorrectionsRecord row, @Nullable UUID outputId, boolean gold) {
    var finding = row.getAiFinding() == null ? row.getCorrectedFinding() : row.getAiFinding();
    String title = finding == null ? "" : JSON.readTree(finding.data()).path("title").asString("");
    return new Row(
        row.getId(),
        outputId,
        title,
        CorrectionType.of(row.getCorrectionType()),
        row.getCorrectionReasoning() == null ? "" : row.getCorrectionReasoning(),
        row.getCorrectionQualityScore(),
        row.getReward() == null ? null : row.getReward().doubleValue(),
        row.getOrigin(),
        row.getUsedForTraining(),
        gold,
        row.getCreatedAt());
  }

  /** An administrator knows better than the formula how much can be learnt from it. */
  public void grade(UUID id, int quality, @Nullable UUID by) {
    if (quality < 1 || quality > 5) {
      throw ApiProblem.invalid("quality", "must be 1 to 5");
    }
    int changed =
        sql.update(HUMAN_CORRECTIONS)
            .set(HUMAN_CORRECTIONS.CORRECTION_QUALITY_SCORE, quality)
            .set(HUMAN_CORRECTIONS.QUALITY_BY, by)
            .where(HUMAN_CORRECTIONS.ID.eq(id))
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("There is no such correction.");
    }
  }

  /**
   * Makes a decided finding a known answer, or an ordinary one again. Reviewers get it like any
   * other.
   */
  public void gold(UUID outputId, boolean gold, @Nullable UUID by) {
    var decided =
        sql.select(AI_OUTPUTS.LABEL)
            .from(AI_OUTPUTS)
            .where(AI_OUTPUTS.ID.eq(outputId))
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("There is no such finding."))
            .value1();
    if (gold && decided == null) {
      throw ApiProblem.conflict("Nobody said anything of it yet.");
    }
    String answer =
        decided != null && decided.doubleValue() >= 0.5
            ? CorrectionType.APPROVE.code()
            : CorrectionType.FALSE_POSITIVE.code();
    sql.update(AI_OUTPUTS)
        .set(AI_OUTPUTS.GOLD_VERDICT, gold ? answer : null)
        .set(AI_OUTPUTS.GOLD_BY, gold ? by : null)
        .where(AI_OUTPUTS.ID.eq(outputId))
        .execute();
  }
}
