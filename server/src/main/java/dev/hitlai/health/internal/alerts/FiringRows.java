package dev.hitlai.health.internal.alerts;

import static dev.hitlai.health.internal.jooq.Tables.ALERT_STATES;
import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_HISTORY;
import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_RULES;
import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;

import dev.hitlai.health.Monitor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What fired, and where rules stand. */
@Component
class FiringRows {
  private static final BigDecimal LARGEST = new BigDecimal("9999999999.9999");

  private final DSLContext sql;
  private final JsonMapper json;
  private final Clock clock;

  FiringRows(DSLContext sql, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /** By monitor. */
  Map<UUID, AlertState> states(UUID ruleId) {
    return sql.selectFrom(ALERT_STATES)
        .where(ALERT_STATES.ALERT_RULE_ID.eq(ruleId))
        .fetchMap(
            ALERT_STATES.MONITOR_ID,
            row ->
                new AlertState(
                    row.getPendingSince(), row.getClearSince(), row.getFiring(), row.getLastAt()));
  }

  void save(UUID ruleId, UUID monitorId, AlertState state, @Nullable Double value) {
    if (state.isCalm()) {
      forget(ruleId, List.of(monitorId));
      return;
    }
    BigDecimal last = value == null ? null : stored(value);
    sql.insertInto(ALERT_STATES)
        .set(ALERT_STATES.ALERT_RULE_ID, ruleId)
        .set(ALERT_STATES.MONITOR_ID, monitorId)
        .set(ALERT_STATES.PENDING_SINCE, state.pendingSince())
        .set(ALERT_STATES.CLEAR_SINCE, state.clearSince())
        .set(ALERT_STATES.FIRING, state.firing())
        .set(ALERT_STATES.LAST_VALUE, last)
        .set(ALERT_STATES.LAST_AT, state.lastAt())
        .set(ALERT_STATES.CREATED_AT, clock.instant())
        .onConflict(ALERT_STATES.ALERT_RULE_ID, ALERT_STATES.MONITOR_ID)
        .doUpdate()
        .set(ALERT_STATES.PENDING_SINCE, state.pendingSince())
        .set(ALERT_STATES.CLEAR_SINCE, state.clearSince())
        .set(ALERT_STATES.FIRING, state.firing())
        .set(ALERT_STATES.LAST_VALUE, last)
        .set(ALERT_STATES.LAST_AT, state.lastAt())
        .execute();
  }

  void forget(UUID ruleId, Collection<UUID> monitorIds) {
    sql.deleteFrom(ALERT_STATES)
        .where(ALERT_STATES.ALERT_RULE_ID.eq(ruleId))
        .and(ALERT_STATES.MONITOR_ID.in(monitorIds))
        .execute();
  }

  /** Empty when it fires already. */
  Optional<UUID> begin(AlertRule rule, Monitor monitor, double value, boolean test) {
    Instant now = clock.instant();
    var id =
        sql.insertInto(API_ALERT_HISTORY)
            .set(API_ALERT_HISTORY.ALERT_RULE_ID, rule.id())
            .set(API_ALERT_HISTORY.RULE_NAME, rule.name())
            .set(API_ALERT_HISTORY.MONITOR_ID, monitor.id())
            .set(API_ALERT_HISTORY.ENDPOINT, monitor.endpoint())
            .set(API_ALERT_HISTORY.METRIC_TYPE, rule.terms().metric().code())
            .set(API_ALERT_HISTORY.METRIC_VALUE, stored(value))
            .set(API_ALERT_HISTORY.WORST_VALUE, stored(value))
            .set(API_ALERT_HISTORY.THRESHOLD_VALUE, stored(rule.terms().threshold()))
            .set(API_ALERT_HISTORY.SEVERITY, rule.terms().severity().code())
            .set(API_ALERT_HISTORY.IS_TEST, test)
            .set(API_ALERT_HISTORY.RESOLVED, test)
            .set(API_ALERT_HISTORY.RESOLVED_AT, test ? now : null)
            .set(API_ALERT_HISTORY.RESOLUTION_NOTES, test ? "A test." : null)
            .set(API_ALERT_HISTORY.TRIGGERED_AT, now)
            .set(API_ALERT_HISTORY.CREATED_AT, now)
            .onConflictDoNothing()
            .returning(API_ALERT_HISTORY.ID)
            .fetchOptional(API_ALERT_HISTORY.ID);
    if (id.isPresent() && !test) {
      sql.update(API_ALERT_RULES)
          .set(API_ALERT_RULES.LAST_TRIGGERED_AT, now)
          .set(API_ALERT_RULES.TRIGGER_COUNT, API_ALERT_RULES.TRIGGER_COUNT.plus(1))
          .where(API_ALERT_RULES.ID.eq(rule.id()))
          .execute();
    }
    return id;
  }

  void worse(UUID ruleId, UUID monitorId, Comparison comparison, double value) {
    var more =
        switch (comparison) {
          case GREATER_THAN -> API_ALERT_HISTORY.WORST_VALUE.lt(stored(value));
          case LESS_THAN -> API_ALERT_HISTORY.WORST_VALUE.gt(stored(value));
          case EQUALS -> org.jooq.impl.DSL.falseCondition();
        };
    sql.update(API_ALERT_HISTORY)
        .set(API_ALERT_HISTORY.WORST_VALUE, stored(value))
        .where(open(ruleId).and(API_ALERT_HISTORY.MONITOR_ID.eq(monitorId)).and(more))
        .execute();
  }

  void linkIncident(UUID firingId, UUID incidentId) {
    sql.update(API_ALERT_HISTORY)
        .set(API_ALERT_HISTORY.INCIDENT_ID, incidentId)
        .set(API_ALERT_HISTORY.INCIDENT_CREATED, true)
        .where(API_ALERT_HISTORY.ID.eq(firingId))
        .execute();
  }

  /** Whom a firing was told to. */
  void told(Collection<UUID> firingIds, int count, Map<String, ?> details) {
    sql.update(API_ALERT_HISTORY)
        .set(API_ALERT_HISTORY.WAITS_TO_BE_TOLD, false)
        .set(API_ALERT_HISTORY.NOTIFICATIONS_SENT, count)
        .set(
            API_ALERT_HISTORY.NOTIFICATION_DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
        .where(API_ALERT_HISTORY.ID.in(firingIds))
        .execute();
  }

  /** Its rule is snoozed. */
  void postpone(Collection<UUID> firingIds) {
    sql.update(API_ALERT_HISTORY)
        .set(API_ALERT_HISTORY.WAITS_TO_BE_TOLD, true)
        .where(API_ALERT_HISTORY.ID.in(firingIds))
        .execute();
  }

  /** What fired while the rule was snoozed, and still does. */
  List<Firing> postponed(UUID ruleId) {
    return list(open(ruleId).and(API_ALERT_HISTORY.WAITS_TO_BE_TOLD), Integer.MAX_VALUE, 0);
  }

  /** False when it doesn't fire any more, or somebody looks after it already. */
  boolean acknowledge(UUID id, UUID by) {
    return sql.update(API_ALERT_HISTORY)
            .set(API_ALERT_HISTORY.ACKNOWLEDGED_AT, clock.instant())
            .set(API_ALERT_HISTORY.ACKNOWLEDGED_BY, by)
            .where(API_ALERT_HISTORY.ID.eq(id))
            .and(API_ALERT_HISTORY.RESOLVED.isFalse())
            .and(API_ALERT_HISTORY.ACKNOWLEDGED_AT.isNull())
            .execute()
        == 1;
  }

  /** The firing that ended; empty when none was open. */
  Optional<Firing> end(UUID ruleId, UUID monitorId, String note) {
    var id =
        sql.update(API_ALERT_HISTORY)
            .set(API_ALERT_HISTORY.RESOLVED, true)
            .set(API_ALERT_HISTORY.RESOLVED_AT, clock.instant())
            .set(API_ALERT_HISTORY.RESOLUTION_NOTES, note)
            .where(open(ruleId).and(API_ALERT_HISTORY.MONITOR_ID.eq(monitorId)))
            .returning(API_ALERT_HISTORY.ID)
            .fetchOptional(API_ALERT_HISTORY.ID);
    return id.flatMap(this::find);
  }

  /** Nobody is told: the rule itself ended. */
  void endAll(UUID ruleId, String note) {
    sql.update(API_ALERT_HISTORY)
        .set(API_ALERT_HISTORY.RESOLVED, true)
        .set(API_ALERT_HISTORY.RESOLVED_AT, clock.instant())
        .set(API_ALERT_HISTORY.RESOLUTION_NOTES, note)
        .where(open(ruleId))
        .execute();
    sql.deleteFrom(ALERT_STATES).where(ALERT_STATES.ALERT_RULE_ID.eq(ruleId)).execute();
  }

  Optional<Firing> find(UUID id) {
    return select().where(API_ALERT_HISTORY.ID.eq(id)).fetchOptional(FiringRows::read);
  }

  /** The latest first. */
  List<Firing> list(Condition which, int limit, long offset) {
    return select()
        .where(which)
        .orderBy(API_ALERT_HISTORY.TRIGGERED_AT.desc(), API_ALERT_HISTORY.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(FiringRows::read);
  }

  int count(Condition which) {
    return sql.fetchCount(API_ALERT_HISTORY, which);
  }

  private SelectOnConditionStep<Record> select() {
    return sql.select(API_ALERT_HISTORY.asterisk(), API_ENDPOINT_CONFIGS.DISPLAY_NAME)
        .from(API_ALERT_HISTORY)
        .leftJoin(API_ENDPOINT_CONFIGS)
        .on(API_ENDPOINT_CONFIGS.ID.eq(API_ALERT_HISTORY.MONITOR_ID));
  }

  private static Condition open(UUID ruleId) {
    return API_ALERT_HISTORY
        .ALERT_RULE_ID
        .eq(ruleId)
        .and(API_ALERT_HISTORY.RESOLVED.isFalse())
        .and(API_ALERT_HISTORY.IS_TEST.isFalse());
  }

  private static Firing read(Record all) {
    var row = all.into(API_ALERT_HISTORY);
    String name = all.get(API_ENDPOINT_CONFIGS.DISPLAY_NAME);
    double value = row.getMetricValue().doubleValue();
    return new Firing(
        row.getId(),
        row.getAlertRuleId(),
        row.getRuleName(),
        row.getMonitorId(),
        name == null ? String.valueOf(row.getEndpoint()) : name,
        row.getMetricType(),
        value,
        row.getWorstValue() == null ? value : row.getWorstValue().doubleValue(),
        row.getThresholdValue().doubleValue(),
        row.getSeverity(),
        row.getIsTest(),
        row.getIncidentId(),
        row.getNotificationsSent(),
        row.getResolved(),
        row.getTriggeredAt(),
        row.getResolvedAt(),
        row.getResolutionNotes(),
        row.getWaitsToBeTold(),
        row.getAcknowledgedAt(),
        row.getAcknowledgedBy());
  }

  private static BigDecimal stored(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).min(LARGEST);
  }
}
