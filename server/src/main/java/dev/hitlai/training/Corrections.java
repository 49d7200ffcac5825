package dev.hitlai.training;

import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps corrections, each with its reward. */
@Component
public class Corrections {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Clock clock;

  Corrections(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** In the transaction in which the person says it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Correction said) {
    var ai = said.ai();
    sql.insertInto(HUMAN_CORRECTIONS)
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
        .set(HUMAN_CORRECTIONS.REWARD, reward(said))
        .set(HUMAN_CORRECTIONS.VERIFIED_BY, said.verifiedBy())
        .set(HUMAN_CORRECTIONS.VERIFIED_AT, said.verifiedBy() == null ? null : clock.instant())
        .set(HUMAN_CORRECTIONS.CREATED_AT, clock.instant())
        .execute();
  }

  /**
   * How often somebody said something.
   *
   * @param reward sum of the rewards, 0 when there is none to give
   */
  public record Tally(CorrectionType type, int count, BigDecimal reward) {}

  /** What a tester said of the AI's findings, by kind. */
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

  /** That something a tester said on a run was used for training. */
  public record Used(UUID testerId, UUID runId) {}

  /** What testers said since then and was used for training, each run of each tester once. */
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

  private static @Nullable BigDecimal reward(Correction said) {
    var ai = said.ai();
    return ai == null ? null : Reward.of(said.type(), ai.confidence(), ai.security());
  }

  private static JSONB json(Object value) {
    return JSONB.valueOf(JSON.writeValueAsString(value));
  }
}
