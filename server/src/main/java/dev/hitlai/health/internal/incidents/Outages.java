package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_PARENTS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATE_CHANGES;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.internal.incidents.OutageStep.Own;
import dev.hitlai.health.internal.jooq.tables.records.ApiIncidentsRecord;
import dev.hitlai.health.internal.jooq.tables.records.MonitorStateChangesRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, changes and ends incidents by what the checks saw; for a system's actor. It reads the
 * stored changes instead of trusting the order in which they are announced, and marks each in the
 * transaction of what followed from it: announced twice, late or never, a change counts once.
 */
@Component
public class Outages {
  /** Older ones are no news. */
  private static final Duration OLDEST = Duration.ofHours(24);

  private static final Duration JUST_BEFORE = Duration.ofMinutes(30);

  private final DSLContext sql;
  private final Monitors monitors;
  private final IncidentWriter writer;
  private final IncidentNotices notices;
  private final Clock clock;

  Outages(
      DSLContext sql,
      Monitors monitors,
      IncidentWriter writer,
      IncidentNotices notices,
      Clock clock) {
    this.sql = sql;
    this.monitors = monitors;
    this.writer = writer;
    this.notices = notices;
    this.clock = clock;
  }

  /** Monitors with changes that nobody weighed; the announcement of one may have been lost. */
  @Transactional(readOnly = true)
  public List<UUID> waiting() {
    return sql.selectDistinct(MONITOR_STATE_CHANGES.MONITOR_ID)
        .from(MONITOR_STATE_CHANGES)
        .where(unweighed())
        .fetch(MONITOR_STATE_CHANGES.MONITOR_ID);
  }

  /** Weighs what a monitor did that wasn't weighed yet. */
  @Transactional
  public void follow(UUID monitorId) {
    sql.fetchValue(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text", "incidents " + monitorId);
    var monitor = monitors.find(monitorId);
    if (monitor.isEmpty()) {
      return;
    }
    sql.selectFrom(MONITOR_STATE_CHANGES)
        .where(unweighed().and(MONITOR_STATE_CHANGES.MONITOR_ID.eq(monitorId)))
        .orderBy(
            MONITOR_STATE_CHANGES.DECIDED_AT,
            MONITOR_STATE_CHANGES.EFFECTIVE_AT,
            DSL.field(MONITOR_STATE_CHANGES.FROM_STATE.eq(MONITOR_STATE_CHANGES.TO_STATE)))
        .fetch()
        .forEach(change -> weigh(monitor.get(), change));
  }

  private Condition unweighed() {
    return MONITOR_STATE_CHANGES
        .HANDLED_AT
        .isNull()
        .and(MONITOR_STATE_CHANGES.DECIDED_AT.gt(clock.instant().minus(OLDEST)));
  }

  private void weigh(Monitor monitor, MonitorStateChangesRecord change) {
    var own = own(monitor.id(), true);
    var step =
        OutageStep.of(
            standing(own, monitor.id()),
            MonitorState.of(change.getToState()),
            change.getSilenced());
    Instant at = change.getEffectiveAt();
    UUID incidentId =
        switch (step) {
          case OPENS -> open(monitor, change);
          case RELAPSES -> relapse(own.orElseThrow(), monitor, at);
          case RECOVERS -> recover(own.orElseThrow(), monitor, at);
          case JOINS -> join(monitor.id(), change.getFailingParentId(), at);
          case LEAVES -> leave(monitor.id(), at);
          case NOTHING -> own.map(ApiIncidentsRecord::getId).orElse(null);
        };
    sql.update(MONITOR_STATE_CHANGES)
        .set(MONITOR_STATE_CHANGES.HANDLED_AT, clock.instant())
        .set(
            MONITOR_STATE_CHANGES.INCIDENT_ID,
            DSL.coalesce(DSL.val(incidentId, UUID.class), MONITOR_STATE_CHANGES.INCIDENT_ID))
        .where(MONITOR_STATE_CHANGES.ID.eq(change.getId()))
        .execute();
  }

  /** The open incident of an outage that affects a monitor, locked. */
  private Optional<ApiIncidentsRecord> own(UUID monitorId, boolean asCause) {
    return sql.select(API_INCIDENTS.ID)
        .from(API_INCIDENTS)
        .join(INCIDENT_MONITORS)
        .on(INCIDENT_MONITORS.INCIDENT_ID.eq(API_INCIDENTS.ID))
        .where(INCIDENT_MONITORS.MONITOR_ID.eq(monitorId))
        .and(asCause ? INCIDENT_MONITORS.IS_CAUSE.isTrue() : DSL.noCondition())
        .and(API_INCIDENTS.CAUSE.eq("outage"))
        .and(API_INCIDENTS.STATUS.ne("resolved"))
        .orderBy(INCIDENT_MONITORS.IS_CAUSE.desc(), API_INCIDENTS.STARTED_AT.desc())
        .limit(1)
        .fetchOptional(API_INCIDENTS.ID)
        .flatMap(
            id ->
                sql.selectFrom(API_INCIDENTS)
                    .where(API_INCIDENTS.ID.eq(id))
                    .and(API_INCIDENTS.STATUS.ne("resolved"))
                    .forUpdate()
                    .fetchOptional());
  }

  private Own standing(Optional<ApiIncidentsRecord> own, UUID monitorId) {
    if (own.isEmpty()) {
      return Own.NONE;
    }
    boolean failing =
        sql.fetchExists(
            INCIDENT_MONITORS,
            INCIDENT_MONITORS
                .INCIDENT_ID
                .eq(own.get().getId())
                .and(INCIDENT_MONITORS.MONITOR_ID.eq(monitorId))
                .and(INCIDENT_MONITORS.UNTIL.isNull()));
    return failing ? Own.FAILING : Own.RECOVERING;
  }

  private UUID open(Monitor monitor, MonitorStateChangesRecord change) {
    boolean others = sql.fetchExists(MONITOR_PARENTS, MONITOR_PARENTS.PARENT_ID.eq(monitor.id()));
    var severity = others ? IncidentSeverity.CRITICAL : IncidentSeverity.MAJOR;
    var row = writer.fresh(monitor, severity, change.getEffectiveAt());
    row.setCause("outage");
    row.setIncidentType(type(change.getReason()).code());
    row.setTitle(monitor.name() + " is down");
    row.setDescription(change.getReason());
    writer.open(row, List.of(monitor));
    leave(monitor.id(), change.getEffectiveAt());
    adopt(row, monitor.id());
    writer.say(
        row, IncidentStatus.INVESTIGATING, "Checks fail: " + change.getReason(), false, null);
    UUID update =
        writer.say(
            row,
            IncidentStatus.INVESTIGATING,
            "Our checks of " + monitor.name() + " fail. We are looking into it.",
            true,
            null);
    notices.opened(row, update, monitor.name() + ": " + change.getReason());
    return row.getId();
  }

  private static IncidentType type(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("in time") || lower.contains("timed out")
        ? IncidentType.TIMEOUT
        : IncidentType.DOWNTIME;
  }

  private UUID relapse(ApiIncidentsRecord row, Monitor monitor, Instant at) {
    writer.affect(row, monitor.id(), true, at);
    row.setRecoveredAt(null);
    row.setResolveAt(null);
    row.setRelapses(row.getRelapses() + 1);
    row.store();
    adopt(row, monitor.id());
    writer.say(row, IncidentStatus.INVESTIGATING, monitor.name() + " fails again.", false, null);
    return row.getId();
  }

  private UUID recover(ApiIncidentsRecord row, Monitor monitor, Instant at) {
    writer.back(row.getId(), monitor.id(), at);
    if (writer.anyFails(row.getId())) {
      return row.getId();
    }
    var calm = OutageStep.calm(monitor.watch().interval(), row.getRelapses());
    row.setRecoveredAt(at);
    row.setResolveAt(clock.instant().plus(calm));
    row.store();
    boolean first = row.getRelapses() == 0;
    writer.say(
        row,
        IncidentStatus.MONITORING,
        "Checks pass again. It counts as over when that stays so for "
            + calm.toMinutes()
            + " minutes.",
        // Whoever reads along need not see every flap.
        first,
        null);
    return row.getId();
  }

  /** Becomes part of the incident of what it depends on, when that one is open already. */
  private @Nullable UUID join(UUID monitorId, @Nullable UUID parentId, Instant at) {
    if (parentId == null) {
      return null;
    }
    var incident = own(parentId, false);
    incident.ifPresent(
        row -> {
          writer.affect(row, monitorId, false, at);
          adopt(row, monitorId);
        });
    return incident.map(ApiIncidentsRecord::getId).orElse(null);
  }

  private @Nullable UUID leave(UUID monitorId, Instant at) {
    return sql
        .update(INCIDENT_MONITORS)
        .set(INCIDENT_MONITORS.UNTIL, at)
        .where(INCIDENT_MONITORS.MONITOR_ID.eq(monitorId))
        .and(INCIDENT_MONITORS.IS_CAUSE.isFalse())
        .and(INCIDENT_MONITORS.UNTIL.isNull())
        .returning(INCIDENT_MONITORS.INCIDENT_ID)
        .fetch(INCIDENT_MONITORS.INCIDENT_ID)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Takes in what followed a monitor down and was weighed before it, level by level. */
  private void adopt(ApiIncidentsRecord incident, UUID parentId) {
    var followers =
        sql.update(MONITOR_STATE_CHANGES)
            .set(MONITOR_STATE_CHANGES.INCIDENT_ID, incident.getId())
            .where(MONITOR_STATE_CHANGES.FAILING_PARENT_ID.eq(parentId))
            .and(MONITOR_STATE_CHANGES.SILENCED)
            .and(MONITOR_STATE_CHANGES.TO_STATE.eq("down"))
            .and(MONITOR_STATE_CHANGES.INCIDENT_ID.isNull())
            .and(MONITOR_STATE_CHANGES.EFFECTIVE_AT.ge(incident.getStartedAt().minus(JUST_BEFORE)))
            .returning(MONITOR_STATE_CHANGES.MONITOR_ID, MONITOR_STATE_CHANGES.EFFECTIVE_AT)
            .fetch();
    followers.forEach(
        row -> {
          writer.affect(incident, row.getMonitorId(), false, row.getEffectiveAt());
          adopt(incident, row.getMonitorId());
        });
  }

  /** Incidents whose calm has lasted long enough. */
  @Transactional(readOnly = true)
  public List<UUID> calmed() {
    return sql.select(API_INCIDENTS.ID)
        .from(API_INCIDENTS)
        .where(API_INCIDENTS.STATUS.ne("resolved"))
        .and(API_INCIDENTS.RESOLVE_AT.le(clock.instant()))
        .fetch(API_INCIDENTS.ID);
  }

  /** Ends one of them, unless it relapsed meanwhile. */
  @Transactional
  public void settle(UUID incidentId) {
    var row =
        sql.selectFrom(API_INCIDENTS)
            .where(API_INCIDENTS.ID.eq(incidentId))
            .and(API_INCIDENTS.STATUS.ne("resolved"))
            .and(API_INCIDENTS.RESOLVE_AT.le(clock.instant()))
            .forUpdate()
            .fetchOne();
    if (row != null) {
      UUID update = writer.say(row, IncidentStatus.RESOLVED, "It is over.", true, null);
      notices.resolved(row, update);
    }
  }
}
