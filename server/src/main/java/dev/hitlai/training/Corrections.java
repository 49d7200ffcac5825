package dev.hitlai.training;

import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingCorrected;
import dev.hitlai.testing.LearningRecord;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.training.internal.jooq.tables.records.HumanCorrectionsRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps corrections, each with its reward. */
@Component
public class Corrections implements LearningRecord {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Corrections(DSLContext sql, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /** In the transaction in which the person says it. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(FindingCorrected said) {
    insert(said, origin(said)).execute();
    events.publishEvent(new CorrectionRecorded(said.issueId(), said.by()));
  }

  /** The row of a correction, for more columns. */
  InsertSetMoreStep<HumanCorrectionsRecord> insert(FindingCorrected said, String origin) {
    var ai = said.ai();
    return sql.insertInto(HUMAN_CORRECTIONS)
        .set(HUMAN_CORRECTIONS.TEST_RUN_ID, said.runId())
        .set(HUMAN_CORRECTIONS.COMPANY_ID, said.companyId())
        .set(HUMAN_CORRECTIONS.ISSUE_ID, said.issueId())
        .set(HUMAN_CORRECTIONS.TESTER_ID, said.testerId())
        .set(HUMAN_CORRECTIONS.CORRECTED_BY, said.by())
        .set(HUMAN_CORRECTIONS.AI_FINDING, ai == null ? null : json(ai))
        .set(HUMAN_CORRECTIONS.AI_SEVERITY, ai == null ? null : ai.severity())
        .set(
            HUMAN_CORRECTIONS.AI_CONFIDENCE,
            ai == null ? null : BigDecimal.valueOf(ai.confidence()))
        .set(
            HUMAN_CORRECTIONS.CORRECTED_FINDING,
            said.corrected().isEmpty() ? null : json(said.corrected()))
        .set(HUMAN_CORRECTIONS.CORRECTED_SEVERITY, said.correctedSeverity())
        .set(HUMAN_CORRECTIONS.CORRECTION_TYPE, said.type().code())
        .set(HUMAN_CORRECTIONS.CORRECTION_REASONING, said.reasoning())
        .set(HUMAN_CORRECTIONS.CORRECTION_QUALITY_SCORE, CorrectionQuality.of(said))
        .set(HUMAN_CORRECTIONS.REWARD, reward(said))
        .set(HUMAN_CORRECTIONS.VERIFIED_BY, said.verifiedBy())
        .set(HUMAN_CORRECTIONS.VERIFIED_AT, said.verifiedBy() == null ? null : clock.instant())
        .set(HUMAN_CORRECTIONS.ORIGIN, origin)
        .set(HUMAN_CORRECTIONS.CREATED_AT, clock.instant());
  }

  /** Keeps a reviewer's word with what only the review knows of it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID record(FindingCorrected said, ReviewFacts facts) {
    UUID id =
        insert(said, "review")
            .set(HUMAN_CORRECTIONS.BEFORE, facts.before() == null ? null : json(facts.before()))
            .set(HUMAN_CORRECTIONS.ON_GOLD, facts.onGold())
            .set(HUMAN_CORRECTIONS.SECONDS, facts.seconds())
            .set(HUMAN_CORRECTIONS.DUPLICATE_OF, facts.duplicateOf())
            .returning(HUMAN_CORRECTIONS.ID)
            .fetchSingle(HUMAN_CORRECTIONS.ID);
    events.publishEvent(new CorrectionRecorded(said.issueId(), said.by()));
    return id;
  }

  /**
   * @param before how the finding stood before the word changed it; null when it changed nothing
   * @param onGold whether the answer was known
   * @param seconds how long the reviewer had it before them
   */
  public record ReviewFacts(
      ReviewDesk.@Nullable Standing before,
      boolean onGold,
      @Nullable Integer seconds,
      @Nullable UUID duplicateOf) {}

  private static String origin(FindingCorrected said) {
    if (said.verifiedBy() != null) {
      return "dispute";
    }
    return said.testerId() == null ? "company" : "test";
  }

  @Override
  @Transactional(readOnly = true)
  public List<Tally> of(UUID testerId) {
    return sql.select(HUMAN_CORRECTIONS.CORRECTION_TYPE, count(), sum(HUMAN_CORRECTIONS.REWARD))
        .from(HUMAN_CORRECTIONS)
        .where(HUMAN_CORRECTIONS.TESTER_ID.eq(testerId))
        .groupBy(HUMAN_CORRECTIONS.CORRECTION_TYPE)
        .orderBy(HUMAN_CORRECTIONS.CORRECTION_TYPE)
        .fetch(
            row ->
                new Tally(
                    CorrectionType.of(row.value1()),
                    row.value2(),
                    row.value3() == null ? BigDecimal.ZERO : row.value3()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Used> usedSince(Instant since) {
    return sql.selectDistinct(HUMAN_CORRECTIONS.TESTER_ID, HUMAN_CORRECTIONS.TEST_RUN_ID)
        .from(HUMAN_CORRECTIONS)
        .where(HUMAN_CORRECTIONS.USED_FOR_TRAINING)
        .and(HUMAN_CORRECTIONS.TESTER_ID.isNotNull())
        .and(HUMAN_CORRECTIONS.CREATED_AT.ge(since))
        .orderBy(HUMAN_CORRECTIONS.TESTER_ID, HUMAN_CORRECTIONS.TEST_RUN_ID)
        .fetch(row -> new Used(row.value1(), row.value2()));
  }

  private static @Nullable BigDecimal reward(FindingCorrected said) {
    var ai = said.ai();
    return ai == null ? null : Reward.of(said.type(), ai.confidence(), ai.security());
  }

  private static JSONB json(Object value) {
    return JSONB.valueOf(JSON.writeValueAsString(value));
  }
}
