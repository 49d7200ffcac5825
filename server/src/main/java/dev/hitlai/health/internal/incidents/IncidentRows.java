package dev.hitlai.health.internal.incidents;

import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENTS;
import static dev.hitlai.health.internal.jooq.Tables.API_INCIDENT_UPDATES;
import static dev.hitlai.health.internal.jooq.Tables.INCIDENT_MONITORS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATE_CHANGES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.incidents.Incident.Affected;
import dev.hitlai.health.internal.incidents.Incident.Seen;
import dev.hitlai.health.internal.incidents.Incident.Update;
import dev.hitlai.health.internal.jooq.tables.records.ApiIncidentsRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads incidents. */
@Component
class IncidentRows {
  private final DSLContext sql;

  IncidentRows(DSLContext sql) {
    this.sql = sql;
  }

  /** Open ones first, then the latest. */
  List<Incident> list(Condition which, int limit, long offset) {
    return sql.selectFrom(API_INCIDENTS)
        .where(which)
        .orderBy(
            DSL.field(API_INCIDENTS.STATUS.eq("resolved")),
            API_INCIDENTS.STARTED_AT.desc(),
            API_INCIDENTS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(IncidentRows::read);
  }

  int count(Condition which) {
    return sql.fetchCount(API_INCIDENTS, which);
  }

  Optional<Incident> find(UUID id) {
    return sql.selectFrom(API_INCIDENTS)
        .where(API_INCIDENTS.ID.eq(id))
        .fetchOptional(IncidentRows::read);
  }

  /** Nobody else changes it until the transaction ends. */
  ApiIncidentsRecord locked(UUID id) {
    return sql.selectFrom(API_INCIDENTS)
        .where(API_INCIDENTS.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(IncidentRows::none);
  }

  /** The latest first. */
  List<Update> updates(UUID id, boolean onlyPublic) {
    return sql.selectFrom(API_INCIDENT_UPDATES)
        .where(API_INCIDENT_UPDATES.INCIDENT_ID.eq(id))
        .and(onlyPublic ? API_INCIDENT_UPDATES.IS_PUBLIC.isTrue() : DSL.noCondition())
        .orderBy(API_INCIDENT_UPDATES.CREATED_AT.desc(), API_INCIDENT_UPDATES.ID.desc())
        .limit(500)
        .fetch(
            row ->
                new Update(
                    row.getId(),
                    IncidentStatus.of(row.getStatus()),
                    row.getMessage(),
                    row.getPostedByName(),
                    row.getIsPublic(),
                    row.getCreatedAt()));
  }

  /** Those that failed by themselves first. */
  List<Affected> affected(UUID id) {
    return sql.select(
            INCIDENT_MONITORS.MONITOR_ID,
            API_ENDPOINT_CONFIGS.DISPLAY_NAME,
            INCIDENT_MONITORS.IS_CAUSE,
            API_ENDPOINT_CONFIGS.IS_PUBLIC,
            INCIDENT_MONITORS.SINCE,
            INCIDENT_MONITORS.UNTIL)
        .from(INCIDENT_MONITORS)
        .join(API_ENDPOINT_CONFIGS)
        .on(API_ENDPOINT_CONFIGS.ID.eq(INCIDENT_MONITORS.MONITOR_ID))
        .where(INCIDENT_MONITORS.INCIDENT_ID.eq(id))
        .orderBy(INCIDENT_MONITORS.IS_CAUSE.desc(), API_ENDPOINT_CONFIGS.DISPLAY_NAME)
        .fetch(
            row ->
                new Affected(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  /** Changes that belong to it, the latest first. */
  List<Seen> seen(UUID id) {
    return sql.select(
            MONITOR_STATE_CHANGES.EFFECTIVE_AT,
            API_ENDPOINT_CONFIGS.DISPLAY_NAME,
            MONITOR_STATE_CHANGES.FROM_STATE,
            MONITOR_STATE_CHANGES.TO_STATE,
            MONITOR_STATE_CHANGES.REASON)
        .from(MONITOR_STATE_CHANGES)
        .join(API_ENDPOINT_CONFIGS)
        .on(API_ENDPOINT_CONFIGS.ID.eq(MONITOR_STATE_CHANGES.MONITOR_ID))
        .where(MONITOR_STATE_CHANGES.INCIDENT_ID.eq(id))
        .orderBy(MONITOR_STATE_CHANGES.EFFECTIVE_AT.desc(), MONITOR_STATE_CHANGES.ID)
        .limit(200)
        .fetch(
            row -> new Seen(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  static ApiProblem none() {
    return ApiProblem.notFound("No incident has this id.");
  }

  static Incident read(ApiIncidentsRecord row) {
    return new Incident(
        row.getId(),
        row.getCompanyId(),
        row.getMonitorId(),
        row.getEndpoint(),
        IncidentType.of(row.getIncidentType()),
        IncidentSeverity.of(row.getSeverity()),
        IncidentStatus.of(row.getStatus()),
        row.getCause(),
        row.getTitle(),
        text(row.getDescription()),
        text(row.getImpactDescription()),
        row.getIsPublic(),
        row.getAffectedUsersCount(),
        row.getAffectedCompaniesCount(),
        row.getStartedAt(),
        row.getIdentifiedAt(),
        row.getMonitoringAt(),
        row.getRecoveredAt(),
        row.getResolvedAt(),
        row.getDurationMinutes(),
        row.getRelapses(),
        number(row.getAvgResponseTimeMs()),
        number(row.getErrorRate()),
        row.getRequestsAffected(),
        row.getOwnedBy(),
        row.getMergedInto(),
        row.getRootCause(),
        row.getResolutionSteps(),
        row.getPostmortemAt(),
        row.getInternalNotes(),
        row.getUpdatedAt());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
