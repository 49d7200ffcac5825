package dev.hitlai.alignment.internal.safety;

import static dev.hitlai.alignment.internal.jooq.Tables.AI_STOPS;

import dev.hitlai.alignment.SafetyDecisions;
import dev.hitlai.alignment.internal.jooq.tables.records.AiStopsRecord;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throwing the switch and lifting it, each by a decision that is kept. */
@Component
public class AiStops {
  private static final int LONGEST = 1000;
  private static final int SHORTEST_REASON = 10;

  private final DSLContext sql;
  private final Audit audit;
  private final SafetyDecisions decisions;
  private final Clock clock;

  AiStops(DSLContext sql, Audit audit, SafetyDecisions decisions, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * One stop.
   *
   * @param liftedBecause the reasoning of the decision that lifted it
   */
  public record Stop(
      UUID id,
      String reason,
      @Nullable UUID by,
      Instant at,
      @Nullable UUID liftedBy,
      @Nullable Instant liftedAt,
      @Nullable String liftedBecause) {}

  @Transactional(readOnly = true)
  public Optional<Stop> current() {
    return list(1).stream().filter(stop -> stop.liftedAt() == null).findFirst();
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Stop> list(int limit) {
    return sql.selectFrom(AI_STOPS)
        .orderBy(AI_STOPS.LIFTED_AT.isNull().desc(), AI_STOPS.STOPPED_AT.desc())
        .limit(limit)
        .fetch(AiStops::read);
  }

  private static Stop read(AiStopsRecord row) {
    return new Stop(
        row.getId(),
        row.getReason(),
        row.getStoppedBy(),
        row.getStoppedAt(),
        row.getLiftedBy(),
        row.getLiftedAt(),
        row.getLiftedBecause());
  }

  /**
   * Stops every AI in every server, within two seconds. People go on.
   *
   * @throws ApiProblem when it is stopped already, or no reason is given
   */
  @Transactional
  public Stop stop(CurrentUser by, String reason) {
    var why = required("reason", reason);
    if (current().isPresent()) {
      throw ApiProblem.conflict("AI is stopped already.");
    }
    UUID decision = decisions.decidedAlone("emergency_shutdown", by.userId(), why);
    try {
      UUID id =
          sql.insertInto(AI_STOPS)
              .set(AI_STOPS.REASON, why)
              .set(AI_STOPS.STOPPED_BY, by.userId())
              .set(AI_STOPS.STOPPED_AT, clock.instant())
              .set(AI_STOPS.STOP_DECISION_ID, decision)
              .returning(AI_STOPS.ID)
              .fetchSingle(AI_STOPS.ID);
      audit.note(by, "ai.stopped", "ai_stop", id, why);
    } catch (DuplicateKeyException e) {
      throw ApiProblem.conflict("AI is stopped already.");
    }
    return current().orElseThrow();
  }

  /**
   * Lets AI act again.
   *
   * @param reasoning why it is safe; kept as a decision of the safety board
   * @throws ApiProblem when it isn't stopped, or no reason is given
   */
  @Transactional
  public void lift(CurrentUser by, String reasoning) {
    var why = required("reasoning", reasoning);
    var stop = current().orElseThrow(() -> ApiProblem.conflict("AI is not stopped."));
    UUID decision = decisions.decidedAlone("deployment", by.userId(), why);
    int lifted =
        sql.update(AI_STOPS)
            .set(AI_STOPS.LIFTED_AT, clock.instant())
            .set(AI_STOPS.LIFTED_BY, by.userId())
            .set(AI_STOPS.LIFT_DECISION_ID, decision)
            .set(AI_STOPS.LIFTED_BECAUSE, why)
            .where(AI_STOPS.ID.eq(stop.id()).and(AI_STOPS.LIFTED_AT.isNull()))
            .execute();
    if (lifted == 0) {
      throw ApiProblem.conflict("AI is not stopped.");
    }
    audit.note(by, "ai.stop_lifted", "ai_stop", stop.id(), why);
  }

  private static String required(String field, String text) {
    var stripped = text.strip();
    if (stripped.length() < SHORTEST_REASON || stripped.length() > LONGEST) {
      throw ApiProblem.invalid(
          field, "takes %d to %,d characters".formatted(SHORTEST_REASON, LONGEST));
    }
    return stripped;
  }
}
