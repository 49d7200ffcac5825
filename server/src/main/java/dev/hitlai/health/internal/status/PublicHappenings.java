package dev.hitlai.health.internal.status;

import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENT_UPDATES;
import static dev.hitlai.health.internal.jooq.Tables.API_MAINTENANCE_WINDOWS;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.jooq.tables.records.ApiIncidentsRecord;
import dev.hitlai.health.internal.jooq.tables.records.ApiMaintenanceWindowsRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads incidents and maintenance as far as they are for everybody. */
@Component
class PublicHappenings {
  /** Enough for years; pages and feeds are made from what is in memory. */
  private static final int KEPT = 500;

  private final DSLContext sql;

  PublicHappenings(DSLContext sql) {
    this.sql = sql;
  }

  /** Those of the platform that are for the public, newest first. */
  List<StatusIncident> incidents(List<Monitor> shown) {
    var rows =
        sql.selectFrom(API_INCIDENTS)
            .where(API_INCIDENTS.IS_PUBLIC)
            .and(API_INCIDENTS.COMPANY_ID.isNull())
            .and(API_INCIDENTS.MERGED_INTO.isNull())
            .orderBy(API_INCIDENTS.STARTED_AT.desc(), API_INCIDENTS.ID.desc())
            .limit(KEPT)
            .fetch();
    var ids = rows.map(ApiIncidentsRecord::getId);
    var updates = updates(ids);
    var concerned = concerned(ids, shown);
    return rows.map(
        row ->
            incident(
                row,
                concerned.getOrDefault(row.getId(), Set.of()),
                updates.getOrDefault(row.getId(), List.of())));
  }

  /** The shown parts among those that each incident affects. */
  private Map<UUID, Set<UUID>> concerned(List<UUID> incidents, List<Monitor> shown) {
    var concerned = new HashMap<UUID, Set<UUID>>();
    sql.select(INCIDENT_MONITORS.INCIDENT_ID, INCIDENT_MONITORS.MONITOR_ID)
        .from(INCIDENT_MONITORS)
        .where(INCIDENT_MONITORS.INCIDENT_ID.in(incidents))
        .and(INCIDENT_MONITORS.MONITOR_ID.in(shown.stream().map(Monitor::id).toList()))
        .forEach(
            row -> concerned.computeIfAbsent(row.value1(), _ -> new HashSet<>()).add(row.value2()));
    return concerned;
  }

  private Map<UUID, List<StatusIncident.Update>> updates(List<UUID> incidents) {
    var updates = new HashMap<UUID, List<StatusIncident.Update>>();
    sql.selectFrom(API_INCIDENT_UPDATES)
        .where(API_INCIDENT_UPDATES.INCIDENT_ID.in(incidents))
        .and(API_INCIDENT_UPDATES.IS_PUBLIC)
        .orderBy(API_INCIDENT_UPDATES.CREATED_AT.desc(), API_INCIDENT_UPDATES.ID.desc())
        .forEach(
            row ->
                updates
                    .computeIfAbsent(row.getIncidentId(), _ -> new ArrayList<>())
                    .add(
                        new StatusIncident.Update(
                            PublicId.of(row.getId()),
                            row.getStatus(),
                            row.getMessage(),
                            row.getCreatedAt())));
    return updates;
  }

  private static StatusIncident incident(
      ApiIncidentsRecord row, Set<UUID> concerned, List<StatusIncident.Update> said) {
    var updates = new ArrayList<>(said.isEmpty() ? List.of(first(row)) : said);
    boolean explained = row.getPostmortemAt() != null && row.getRootCause() != null;
    if (explained) {
      updates.addFirst(postmortem(row));
    }
    return new StatusIncident(
        row.getId(),
        PublicId.of(row.getId()),
        row.getTitle(),
        explained ? "postmortem" : row.getStatus(),
        row.getSeverity(),
        row.getStartedAt(),
        row.getCreatedAt(),
        row.getUpdatedAt(),
        row.getMonitoringAt(),
        row.getResolvedAt(),
        concerned,
        updates);
  }

  /** What had happened, and what is done so that it doesn't again. */
  private static StatusIncident.Update postmortem(ApiIncidentsRecord row) {
    String steps = row.getResolutionSteps();
    return new StatusIncident.Update(
        PublicId.of(new UUID(row.getId().getLeastSignificantBits(), 2)),
        "postmortem",
        row.getRootCause() + (steps == null || steps.isBlank() ? "" : "\n\n" + steps),
        row.getPostmortemAt());
  }

  /** Clients of the format expect one update at least. */
  private static StatusIncident.Update first(ApiIncidentsRecord row) {
    String message = row.getPublicMessage();
    return new StatusIncident.Update(
        PublicId.of(new UUID(row.getId().getLeastSignificantBits(), 0)),
        "investigating",
        message == null || message.isBlank() ? row.getTitle() : message,
        row.getStartedAt());
  }

  /** What wasn't cancelled, newest first. */
  List<StatusMaintenance> maintenance(List<Monitor> shown, Instant now) {
    var windows = new ArrayList<StatusMaintenance>();
    for (var row :
        sql.selectFrom(API_MAINTENANCE_WINDOWS)
            .where(API_MAINTENANCE_WINDOWS.STATUS.ne("cancelled"))
            .orderBy(
                API_MAINTENANCE_WINDOWS.SCHEDULED_START.desc(), API_MAINTENANCE_WINDOWS.ID.desc())
            .limit(KEPT)
            .fetch()) {
      var concerned = StatusReader.concerned(shown, Set.of(row.getAffectedEndpoints()));
      if (!concerned.isEmpty()) {
        windows.add(maintenance(row, concerned, now));
      }
    }
    return windows;
  }

  private static StatusMaintenance maintenance(
      ApiMaintenanceWindowsRecord row, Set<UUID> concerned, Instant now) {
    Instant from = row.getActualStart() == null ? row.getScheduledStart() : row.getActualStart();
    Instant until = row.getActualEnd() == null ? row.getScheduledEnd() : row.getActualEnd();
    String status = status(row, from, until, now);
    return new StatusMaintenance(
        row.getId(),
        PublicId.of(row.getId()),
        row.getTitle(),
        status,
        impact(row.getImpactLevel()),
        from,
        until,
        row.getCreatedAt(),
        row.getUpdatedAt(),
        status.equals("completed") ? until : null,
        concerned,
        List.of(
            new StatusIncident.Update(
                PublicId.of(new UUID(row.getId().getLeastSignificantBits(), 1)),
                status,
                words(row),
                status.equals("scheduled") ? row.getCreatedAt() : from)));
  }

  /** Begun and ended on time also before the job that writes it down came by. */
  private static String status(
      ApiMaintenanceWindowsRecord row, Instant from, Instant until, Instant now) {
    return row.getStatus().equals("completed") || !now.isBefore(until)
        ? "completed"
        : now.isBefore(from) ? "scheduled" : "in_progress";
  }

  private static String impact(String level) {
    return switch (level) {
      case "full_outage" -> "critical";
      case "partial_outage" -> "major";
      case "degraded_performance" -> "minor";
      default -> "none";
    };
  }

  private static String words(ApiMaintenanceWindowsRecord row) {
    for (@Nullable String text :
        new @Nullable String[] {row.getPublicMessage(), row.getDescription()}) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return row.getTitle();
  }

  String pulse() {
    return sql.fetchSingle(
            """
            select concat_ws('/',
              (select max(updated_at) from apihealth.api_incidents),
              (select max(created_at) from apihealth.api_incident_updates),
              (select max(updated_at) from apihealth.api_maintenance_windows),
              (select max(updated_at) from apihealth.api_endpoint_configs),
              (select count(*) from apihealth.api_endpoint_configs),
              (select max(created_at) from apihealth.monitor_state_changes))
            """)
        .get(0, String.class);
  }
}
