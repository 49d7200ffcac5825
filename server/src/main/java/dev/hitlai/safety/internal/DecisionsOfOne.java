package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.AGI_SAFETY_DECISIONS;

import dev.hitlai.alignment.SafetyDecisions;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that can't wait for a vote stand among those of the board. */
@Component
class DecisionsOfOne implements SafetyDecisions {
  private final DSLContext sql;
  private final Clock clock;

  DecisionsOfOne(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID decidedAlone(String type, UUID by, String reasoning) {
    return sql.insertInto(AGI_SAFETY_DECISIONS)
        .set(AGI_SAFETY_DECISIONS.DECISION_TYPE, type)
        .set(AGI_SAFETY_DECISIONS.DECISION, "approved")
        .set(AGI_SAFETY_DECISIONS.REASONING, reasoning)
        .set(AGI_SAFETY_DECISIONS.DECIDED_BY, new UUID[] {by})
        .set(AGI_SAFETY_DECISIONS.UNANIMOUS, true)
        .set(AGI_SAFETY_DECISIONS.CREATED_AT, clock.instant())
        .returning(AGI_SAFETY_DECISIONS.ID)
        .fetchSingle(AGI_SAFETY_DECISIONS.ID);
  }
}
