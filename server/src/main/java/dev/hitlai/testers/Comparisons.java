package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.AI_VS_HUMAN_COMPARISON;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testers.internal.jooq.tables.records.AiVsHumanComparisonRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an AI and a person made of the same mission, side by side. */
@Component
public class Comparisons {
  private static final dev.hitlai.testers.internal.jooq.tables.AiVsHumanComparison TABLE =
      AI_VS_HUMAN_COMPARISON;
  private static final int NOTES = 2000;

  private final DSLContext sql;
  private final Clock clock;

  Comparisons(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One side.
   *
   * @param minutes that it took; null when unknown
   * @param quality 0 to 1; null when nothing holds that could be found
   * @param cost US dollars that the company paid
   */
  public record Side(
      int issues,
      @Nullable BigDecimal minutes,
      @Nullable BigDecimal quality,
      @Nullable BigDecimal cost) {}

  /**
   * An AI against a person.
   *
   * @param humanRunId the run in which the person worked; of a hybrid run the same as the AI's
   * @param assignmentId which of the run's people; null when that is gone
   * @param agreement findings of both divided by findings of either; null without any
   * @param better {@code human}, {@code ai} or {@code tie}
   */
  public record NewComparison(
      UUID requestId,
      UUID companyId,
      UUID humanRunId,
      @Nullable UUID assignmentId,
      UUID aiRunId,
      @Nullable String provider,
      @Nullable String version,
      Side human,
      Side ai,
      int overlap,
      @Nullable BigDecimal agreement,
      String better,
      String reasoning) {}

  /**
   * A kept comparison.
   *
   * @param validatedAt when somebody looked at it and said what they think; null before
   */
  public record Comparison(
      UUID id,
      NewComparison facts,
      @Nullable UUID validatedBy,
      @Nullable Instant validatedAt,
      @Nullable String notes,
      Instant at) {
    public int onlyHuman() {
      return facts.human().issues() - facts.overlap();
    }

    public int onlyAi() {
      return facts.ai().issues() - facts.overlap();
    }
  }

  /** Once for an AI and a person on a run; doing it again changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(NewComparison made) {
    sql.insertInto(TABLE)
        .set(TABLE.TEST_REQUEST_ID, made.requestId())
        .set(TABLE.COMPANY_ID, made.companyId())
        .set(TABLE.HUMAN_TEST_RUN_ID, made.humanRunId())
        .set(TABLE.HUMAN_ASSIGNMENT_ID, made.assignmentId())
        .set(TABLE.HUMAN_ISSUES_FOUND, made.human().issues())
        .set(TABLE.HUMAN_TEST_DURATION_MINUTES, made.human().minutes())
        .set(TABLE.HUMAN_QUALITY_SCORE, made.human().quality())
        .set(TABLE.HUMAN_COST_USD, made.human().cost())
        .set(TABLE.AI_TEST_RUN_ID, made.aiRunId())
        .set(TABLE.AI_MODEL_PROVIDER, made.provider())
        .set(TABLE.AI_MODEL_VERSION, made.version())
        .set(TABLE.AI_ISSUES_FOUND, made.ai().issues())
        .set(TABLE.AI_TEST_DURATION_MINUTES, made.ai().minutes())
        .set(TABLE.AI_QUALITY_SCORE, made.ai().quality())
        .set(TABLE.AI_COST_USD, made.ai().cost())
        .set(TABLE.ISSUES_OVERLAP, made.overlap())
        .set(TABLE.ISSUES_ONLY_HUMAN, made.human().issues() - made.overlap())
        .set(TABLE.ISSUES_ONLY_AI, made.ai().issues() - made.overlap())
        .set(TABLE.AGREEMENT_RATE, made.agreement())
        .set(TABLE.BETTER_PERFORMER, made.better())
        .set(TABLE.REASONING, made.reasoning())
        .set(TABLE.CREATED_AT, clock.instant())
        .onConflictDoNothing()
        .execute();
  }

  /** Of a run, in the order of its people. */
  @Transactional(readOnly = true)
  public List<Comparison> ofRun(UUID runId) {
    return sql.selectFrom(TABLE)
        .where(TABLE.AI_TEST_RUN_ID.eq(runId))
        .orderBy(TABLE.CREATED_AT, TABLE.ID)
        .fetch(Comparisons::read);
  }

  /** Of all that the asker sees, made since then. */
  @Transactional(readOnly = true)
  public List<Comparison> since(Instant since) {
    return sql.selectFrom(TABLE)
        .where(TABLE.CREATED_AT.ge(since))
        .orderBy(TABLE.CREATED_AT, TABLE.ID)
        .fetch(Comparisons::read);
  }

  /** Of whoever asks: of a company its own; the latest first. */
  @Transactional(readOnly = true)
  public List<Comparison> list(int limit, long offset) {
    return sql.selectFrom(TABLE)
        .orderBy(TABLE.CREATED_AT.desc(), TABLE.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(Comparisons::read);
  }

  @Transactional(readOnly = true)
  public long count() {
    return sql.fetchCount(TABLE);
  }

  /**
   * Somebody looked at a comparison and says what they think of it.
   *
   * @throws ApiProblem when there is no such comparison for the caller, or nothing is said
   */
  @Transactional
  public Comparison validate(UUID id, UUID by, String notes) {
    if (notes.isBlank()) {
      throw ApiProblem.invalid("notes", "must be said");
    }
    if (notes.length() > NOTES) {
      throw ApiProblem.invalid("notes", "must have at most 2,000 characters");
    }
    return sql.update(TABLE)
        .set(TABLE.VALIDATED_BY, by)
        .set(TABLE.VALIDATED_AT, clock.instant())
        .set(TABLE.VALIDATION_NOTES, notes.strip())
        .where(TABLE.ID.eq(id))
        .returning()
        .fetchOptional(Comparisons::read)
        .orElseThrow(() -> ApiProblem.notFound("No comparison has this id."));
  }

  private static Comparison read(AiVsHumanComparisonRecord row) {
    return new Comparison(
        row.getId(),
        new NewComparison(
            row.getTestRequestId(),
            row.getCompanyId(),
            row.getHumanTestRunId(),
            row.getHumanAssignmentId(),
            row.getAiTestRunId(),
            row.getAiModelProvider(),
            row.getAiModelVersion(),
            new Side(
                row.getHumanIssuesFound(),
                row.getHumanTestDurationMinutes(),
                row.getHumanQualityScore(),
                row.getHumanCostUsd()),
            new Side(
                row.getAiIssuesFound(),
                row.getAiTestDurationMinutes(),
                row.getAiQualityScore(),
                row.getAiCostUsd()),
            row.getIssuesOverlap(),
            row.getAgreementRate(),
            row.getBetterPerformer(),
            row.getReasoning()),
        row.getValidatedBy(),
        row.getValidatedAt(),
        row.getValidationNotes(),
        row.getCreatedAt());
  }
}
