package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENT_UPDATES;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.jooq.tables.records.ApiIncidentsRecord;
import dev.hitlai.identity.CurrentUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes incidents; every move of a status goes through here. */
@Component
class IncidentWriter {
  private final DSLContext sql;
  private final IncidentFigures figures;
  private final Clock clock;

  IncidentWriter(DSLContext sql, IncidentFigures figures, Clock clock) {
    this.sql = sql;
    this.figures = figures;
    this.clock = clock;
  }

  /** A row to be filled and given to {@link #open}. */
  ApiIncidentsRecord fresh(@Nullable Monitor monitor, IncidentSeverity severity, Instant started) {
    var row = sql.newRecord(API_INCIDENTS);
    row.setMonitorId(monitor == null ? null : monitor.id());
    row.setCompanyId(monitor == null ? null : monitor.companyId());
    row.setEndpoint(monitor == null ? "platform" : monitor.endpoint());
    row.setMethod(monitor == null ? "GET" : monitor.method());
    row.setIsPublic(monitor != null && monitor.companyId() == null && monitor.isPublic());
    row.setAffectedCompaniesCount(monitor == null || monitor.companyId() == null ? 0 : 1);
    row.setSeverity(severity.code());
    row.setStatus(IncidentStatus.INVESTIGATING.code());
    row.setStartedAt(started);
    row.setReminderAt(clock.instant().plus(severity.patience()));
    row.setCreatedAt(clock.instant());
    return row;
  }

  void open(ApiIncidentsRecord row, List<Monitor> monitors) {
    row.store();
    row.refresh();
    monitors.forEach(monitor -> affect(row, monitor.id(), true, row.getStartedAt()));
  }

  /** Adds a monitor, or notes that it is affected again. */
  void affect(ApiIncidentsRecord incident, UUID monitorId, boolean isCause, Instant since) {
    sql.insertInto(INCIDENT_MONITORS)
        .set(INCIDENT_MONITORS.INCIDENT_ID, incident.getId())
        .set(INCIDENT_MONITORS.MONITOR_ID, monitorId)
        .set(INCIDENT_MONITORS.COMPANY_ID, incident.getCompanyId())
        .set(INCIDENT_MONITORS.IS_CAUSE, isCause)
        .set(INCIDENT_MONITORS.SINCE, since)
        .set(INCIDENT_MONITORS.CREATED_AT, clock.instant())
        .onConflict(INCIDENT_MONITORS.INCIDENT_ID, INCIDENT_MONITORS.MONITOR_ID)
        .doUpdate()
        .setNull(INCIDENT_MONITORS.UNTIL)
        .execute();
  }

  void back(UUID incidentId, UUID monitorId, Instant at) {
    sql.update(INCIDENT_MONITORS)
        .set(INCIDENT_MONITORS.UNTIL, at)
        .where(INCIDENT_MONITORS.INCIDENT_ID.eq(incidentId))
        .and(INCIDENT_MONITORS.MONITOR_ID.eq(monitorId))
        .and(INCIDENT_MONITORS.UNTIL.isNull())
        .execute();
  }

  boolean anyFails(UUID incidentId) {
    return sql.fetchExists(
        INCIDENT_MONITORS,
        INCIDENT_MONITORS
            .INCIDENT_ID
            .eq(incidentId)
            .and(INCIDENT_MONITORS.IS_CAUSE)
            .and(INCIDENT_MONITORS.UNTIL.isNull()));
  }

  /**
   * Moves the status and says something; the row is locked by the caller.
   *
   * @param by null when the platform itself says it
   */
  UUID say(
      ApiIncidentsRecord row,
      IncidentStatus status,
      String message,
      boolean isPublic,
      @Nullable CurrentUser by) {
    move(row, status, by);
    return sql.insertInto(API_INCIDENT_UPDATES)
        .set(API_INCIDENT_UPDATES.INCIDENT_ID, row.getId())
        .set(API_INCIDENT_UPDATES.COMPANY_ID, row.getCompanyId())
        .set(API_INCIDENT_UPDATES.STATUS, status.code())
        .set(API_INCIDENT_UPDATES.MESSAGE, message)
        .set(API_INCIDENT_UPDATES.IS_PUBLIC, isPublic)
        .set(API_INCIDENT_UPDATES.POSTED_BY, by == null ? null : by.userId())
        .set(API_INCIDENT_UPDATES.POSTED_BY_NAME, by == null ? null : by.displayName())
        .set(API_INCIDENT_UPDATES.CREATED_AT, clock.instant())
        .returning(API_INCIDENT_UPDATES.ID)
        .fetchSingle(API_INCIDENT_UPDATES.ID);
  }

  private void move(ApiIncidentsRecord row, IncidentStatus to, @Nullable CurrentUser by) {
    var from = IncidentStatus.of(row.getStatus());
    if (from == to) {
      return;
    }
    if (!from.mayBecome(to)) {
      throw new IllegalStateException("An incident doesn't move from " + from + " to " + to + ".");
    }
    Instant now = clock.instant();
    row.setStatus(to.code());
    switch (to) {
      case INVESTIGATING -> {}
      case IDENTIFIED -> row.setIdentifiedAt(now);
      case MONITORING -> row.setMonitoringAt(now);
      case RESOLVED -> resolve(row, now, by);
    }
    row.store();
  }

  private void resolve(ApiIncidentsRecord row, Instant now, @Nullable CurrentUser by) {
    Instant end = row.getRecoveredAt() == null ? now : row.getRecoveredAt();
    row.setResolvedAt(end.isBefore(row.getStartedAt()) ? row.getStartedAt() : end);
    row.setResolveAt(null);
    row.setReminderAt(null);
    row.setResolvedBy(by == null ? null : by.userId());
    row.setDurationMinutes(minutes(row.getStartedAt(), row.getResolvedAt()));
    measure(row, row.getResolvedAt());
    sql.update(INCIDENT_MONITORS)
        .set(INCIDENT_MONITORS.UNTIL, row.getResolvedAt())
        .where(INCIDENT_MONITORS.INCIDENT_ID.eq(row.getId()))
        .and(INCIDENT_MONITORS.UNTIL.isNull())
        .execute();
  }

  /** Rounded up, so that nothing took no time. */
  private static int minutes(Instant from, Instant until) {
    long seconds = Math.max(0, Duration.between(from, until).toSeconds());
    return (int) Math.min(Integer.MAX_VALUE, (seconds + 59) / 60);
  }

  /** Figures of the time it lasted. */
  private void measure(ApiIncidentsRecord row, Instant until) {
    var measured = figures.of(row.getId(), row.getStartedAt(), until);
    row.setAvgResponseTimeMs(decimal(measured.averageResponseMs(), 3));
    row.setErrorRate(decimal(measured.errorRate(), 4));
    row.setRequestsAffected(measured.failedRequests());
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value, int digits) {
    return value == null ? null : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
