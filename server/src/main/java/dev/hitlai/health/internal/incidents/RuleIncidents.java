package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;

import dev.hitlai.health.Monitor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Incidents that alert rules open; in the rule's transaction. */
@Component
public class RuleIncidents {
  private final DSLContext sql;
  private final IncidentWriter writer;
  private final IncidentNotices notices;
  private final Clock clock;

  RuleIncidents(DSLContext sql, IncidentWriter writer, IncidentNotices notices, Clock clock) {
    this.sql = sql;
    this.writer = writer;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Why a rule opens an incident.
   *
   * @param metric what it looks at, as the schema spells it
   * @param severity of the alarm: critical, warning or info
   */
  public record Cause(UUID ruleId, String rule, String metric, String severity, String sentence) {}

  /** The incident: a new one, or the one that is open for the monitor anyway. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID open(Cause cause, Monitor monitor) {
    var present =
        sql.select(API_INCIDENTS.ID)
            .from(API_INCIDENTS)
            .join(INCIDENT_MONITORS)
            .on(INCIDENT_MONITORS.INCIDENT_ID.eq(API_INCIDENTS.ID))
            .where(INCIDENT_MONITORS.MONITOR_ID.eq(monitor.id()))
            .and(API_INCIDENTS.STATUS.ne("resolved"))
            .orderBy(API_INCIDENTS.STARTED_AT)
            .limit(1)
            .fetchOptional(API_INCIDENTS.ID);
    return present.orElseGet(() -> fresh(cause, monitor));
  }

  private UUID fresh(Cause cause, Monitor monitor) {
    var severity =
        switch (cause.severity()) {
          case "critical" -> IncidentSeverity.CRITICAL;
          case "warning" -> IncidentSeverity.MAJOR;
          default -> IncidentSeverity.MINOR;
        };
    var type =
        switch (cause.metric()) {
          case "response_time", "request_count" -> IncidentType.DEGRADED_PERFORMANCE;
          case "uptime" -> IncidentType.DOWNTIME;
          default -> IncidentType.HIGH_ERROR_RATE;
        };
    var row = writer.fresh(monitor, severity, clock.instant());
    row.setCause("rule");
    row.setAlertRuleId(cause.ruleId());
    row.setIncidentType(type.code());
    row.setTitle(monitor.name() + ": " + type.label().toLowerCase(java.util.Locale.ROOT));
    row.setDescription(cause.rule() + ": " + cause.sentence());
    writer.open(row, List.of(monitor));
    writer.say(row, IncidentStatus.INVESTIGATING, cause.sentence(), false, null);
    UUID update =
        writer.say(
            row,
            IncidentStatus.INVESTIGATING,
            monitor.name() + " does worse than it should. We are looking into it.",
            true,
            null);
    notices.opened(row, update, row.getDescription());
    return row.getId();
  }

  /** Ends what the rule opened for a monitor, if it is open. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recovered(UUID ruleId, UUID monitorId) {
    sql.selectFrom(API_INCIDENTS)
        .where(API_INCIDENTS.ALERT_RULE_ID.eq(ruleId))
        .and(API_INCIDENTS.MONITOR_ID.eq(monitorId))
        .and(API_INCIDENTS.CAUSE.eq("rule"))
        .and(API_INCIDENTS.STATUS.ne("resolved"))
        .forUpdate()
        .forEach(
            row -> {
              UUID update =
                  writer.say(
                      row, IncidentStatus.RESOLVED, "The figures are back to normal.", true, null);
              notices.resolved(row, update);
            });
  }
}
