package dev.hitlai.training.internal.data;

import static dev.hitlai.training.internal.jooq.Tables.TRAINING_CONSENTS;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether companies let models learn from their tests. Who said nothing, doesn't. */
@Component
@Transactional
public class Consents {
  private final DSLContext sql;
  private final Clock clock;

  Consents(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A company's decision.
   *
   * @param learning models may learn from its tests
   * @param review testers who are on none of its tests may judge its findings
   * @param at null while nothing was decided
   */
  public record Consent(boolean learning, boolean review, @Nullable Instant at) {}

  @Transactional(readOnly = true)
  public Consent of(UUID companyId) {
    return sql.selectFrom(TRAINING_CONSENTS)
        .where(TRAINING_CONSENTS.COMPANY_ID.eq(companyId))
        .fetchOptional(
            row -> new Consent(row.getGranted(), row.getReviewedByOthers(), row.getDecidedAt()))
        .orElse(new Consent(false, false, null));
  }

  /** What was withdrawn is deleted by the next collection, see {@link TrainingData#collect}. */
  public void decide(UUID companyId, boolean learning, boolean review, @Nullable UUID by) {
    sql.insertInto(TRAINING_CONSENTS)
        .set(TRAINING_CONSENTS.COMPANY_ID, companyId)
        .set(TRAINING_CONSENTS.GRANTED, learning)
        .set(TRAINING_CONSENTS.REVIEWED_BY_OTHERS, review)
        .set(TRAINING_CONSENTS.DECIDED_BY, by)
        .set(TRAINING_CONSENTS.DECIDED_AT, clock.instant())
        .set(TRAINING_CONSENTS.CREATED_AT, clock.instant())
        .onConflict(TRAINING_CONSENTS.COMPANY_ID)
        .doUpdate()
        .set(TRAINING_CONSENTS.GRANTED, learning)
        .set(TRAINING_CONSENTS.REVIEWED_BY_OTHERS, review)
        .set(TRAINING_CONSENTS.DECIDED_BY, by)
        .set(TRAINING_CONSENTS.DECIDED_AT, clock.instant())
        .execute();
  }
}
