package dev.hitlai.health.internal.alerts;

import static dev.hitlai.health.internal.jooq.Tables.API_ALERT_RULES;

import dev.hitlai.health.internal.jooq.tables.records.ApiAlertRulesRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads rules. */
@Component
class RuleRows {
  private final DSLContext sql;

  RuleRows(DSLContext sql) {
    this.sql = sql;
  }

  List<AlertRule> all() {
    return sql.selectFrom(API_ALERT_RULES)
        .orderBy(API_ALERT_RULES.IS_ACTIVE.desc(), API_ALERT_RULES.RULE_NAME, API_ALERT_RULES.ID)
        .fetch(RuleRows::read);
  }

  List<AlertRule> active() {
    return sql.selectFrom(API_ALERT_RULES)
        .where(API_ALERT_RULES.IS_ACTIVE)
        .orderBy(API_ALERT_RULES.ID)
        .fetch(RuleRows::read);
  }

  Optional<AlertRule> find(UUID id) {
    return sql.selectFrom(API_ALERT_RULES)
        .where(API_ALERT_RULES.ID.eq(id))
        .fetchOptional(RuleRows::read);
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<ApiAlertRulesRecord> locked(UUID id) {
    return sql.selectFrom(API_ALERT_RULES)
        .where(API_ALERT_RULES.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  static AlertRule read(ApiAlertRulesRecord row) {
    return new AlertRule(
        row.getId(),
        row.getRuleName(),
        row.getDescription() == null ? "" : row.getDescription(),
        row.getEndpoint(),
        new Terms(
            Metric.of(row.getMetricType()),
            Comparison.of(row.getOperator()),
            row.getThresholdValue().doubleValue(),
            Duration.ofMinutes(row.getDurationMinutes()),
            row.getMinFailures(),
            AlertSeverity.of(row.getSeverity())),
        row.getCreateIncident(),
        new AlertRule.Channels(
            row.getSendEmail(),
            List.of(row.getNotifyUsers()),
            List.of(row.getNotifyEmails()),
            row.getSendSlack(),
            row.getSlackReceiverId(),
            row.getSendWebhook(),
            row.getWebhookReceiverId(),
            row.getWebhookUrl(),
            AlertRule.Format.of(row.getWebhookFormat())),
        row.getIsActive(),
        row.getSnoozedUntil(),
        row.getLastTriggeredAt(),
        row.getTriggerCount());
  }
}
