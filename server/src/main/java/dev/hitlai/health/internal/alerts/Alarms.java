package dev.hitlai.health.internal.alerts;

import static dev.hitlai.health.internal.jooq.Tables.ALERT_STATES;
import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_HISTORY;
import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_RULES;
import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What fires, is about to, and fired. */
@Component
public class Alarms {
  private final DSLContext sql;
  private final FiringRows rows;

  Alarms(DSLContext sql, FiringRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** A threshold that is passed, but not for long enough. */
  public record Pending(
      UUID ruleId,
      String rule,
      String monitor,
      @Nullable Double value,
      Instant since,
      int minutes) {}

  @Transactional(readOnly = true)
  public List<Firing> firing() {
    return rows.list(API_ALERT_HISTORY.RESOLVED.isFalse(), 200, 0);
  }

  /**
   * The latest first.
   *
   * @param ruleId null means of all rules
   */
  @Transactional(readOnly = true)
  public List<Firing> history(@Nullable UUID ruleId, int limit, long offset) {
    return rows.list(of(ruleId), limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(@Nullable UUID ruleId) {
    return rows.count(of(ruleId));
  }

  /** Those that led to an incident, or were linked with it. */
  @Transactional(readOnly = true)
  public List<Firing> ofIncident(UUID incidentId) {
    return rows.list(API_ALERT_HISTORY.INCIDENT_ID.eq(incidentId), 50, 0);
  }

  @Transactional(readOnly = true)
  public List<Pending> pending() {
    return sql.select(
            API_ALERT_RULES.ID,
            API_ALERT_RULES.RULE_NAME,
            API_ENDPOINT_CONFIGS.DISPLAY_NAME,
            ALERT_STATES.LAST_VALUE,
            ALERT_STATES.PENDING_SINCE,
            API_ALERT_RULES.DURATION_MINUTES)
        .from(ALERT_STATES)
        .join(API_ALERT_RULES)
        .on(API_ALERT_RULES.ID.eq(ALERT_STATES.ALERT_RULE_ID))
        .join(API_ENDPOINT_CONFIGS)
        .on(API_ENDPOINT_CONFIGS.ID.eq(ALERT_STATES.MONITOR_ID))
        .where(ALERT_STATES.FIRING.isFalse())
        .and(ALERT_STATES.PENDING_SINCE.isNotNull())
        .orderBy(ALERT_STATES.PENDING_SINCE)
        .limit(100)
        .fetch(
            row ->
                new Pending(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4() == null ? null : row.value4().doubleValue(),
                    row.value5(),
                    row.value6()));
  }

  private static Condition of(@Nullable UUID ruleId) {
    return ruleId == null ? DSL.noCondition() : API_ALERT_HISTORY.ALERT_RULE_ID.eq(ruleId);
  }
}
