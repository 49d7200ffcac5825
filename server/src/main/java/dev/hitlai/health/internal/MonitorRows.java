package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_PARENTS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATES;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_STATE_CHANGES;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.internal.jooq.tables.records.ApiEndpointConfigsRecord;
import dev.hitlai.health.internal.jooq.tables.records.MonitorStateChangesRecord;
import dev.hitlai.health.internal.jooq.tables.records.MonitorStatesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads monitors and what is known of them. */
@Component
public class MonitorRows {
  private final DSLContext sql;
  private final MonitorFields fields;
  private final Clock clock;

  MonitorRows(DSLContext sql, MonitorFields fields, Clock clock) {
    this.sql = sql;
    this.fields = fields;
    this.clock = clock;
  }

  /** Active ones of an owner by name; null: the platform's own. */
  public List<Monitor> of(@Nullable UUID companyId) {
    return all(
        owner(companyId).and(API_ENDPOINT_CONFIGS.IS_ACTIVE),
        API_ENDPOINT_CONFIGS.DISPLAY_NAME.asc());
  }

  /** Those of the public status page. */
  public List<Monitor> shownPublicly() {
    return all(
        API_ENDPOINT_CONFIGS.IS_PUBLIC.isTrue().and(API_ENDPOINT_CONFIGS.IS_ACTIVE),
        API_ENDPOINT_CONFIGS.CATEGORY.asc().nullsLast(),
        API_ENDPOINT_CONFIGS.DISPLAY_NAME.asc());
  }

  /** All whose checks go on, of everybody; for a system's actor. */
  public List<Monitor> checked() {
    return all(
        API_ENDPOINT_CONFIGS.HEALTH_CHECK_ENABLED.isTrue().and(API_ENDPOINT_CONFIGS.IS_ACTIVE),
        API_ENDPOINT_CONFIGS.ORDINAL.asc());
  }

  public Optional<Monitor> find(UUID id) {
    return all(API_ENDPOINT_CONFIGS.ID.eq(id)).stream().findFirst();
  }

  /** How they do now. */
  public Map<UUID, MonitorStatus> statuses(Collection<Monitor> monitors) {
    Instant now = clock.instant();
    var ids = monitors.stream().map(Monitor::id).toList();
    var stored =
        sql.selectFrom(MONITOR_STATES)
            .where(MONITOR_STATES.MONITOR_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
            .fetchMap(MONITOR_STATES.MONITOR_ID);
    var statuses = new LinkedHashMap<UUID, MonitorStatus>();
    for (var monitor : monitors) {
      statuses.put(monitor.id(), status(monitor, stored.get(monitor.id()), now));
    }
    return statuses;
  }

  /** What changed, newest first. */
  public List<MonitorStateChanged> changes(UUID monitorId, int limit) {
    return sql.selectFrom(MONITOR_STATE_CHANGES)
        .where(MONITOR_STATE_CHANGES.MONITOR_ID.eq(monitorId))
        .orderBy(MONITOR_STATE_CHANGES.EFFECTIVE_AT.desc(), MONITOR_STATE_CHANGES.ID.desc())
        .limit(limit)
        .fetch(MonitorRows::change);
  }

  private List<Monitor> all(Condition which, SortField<?>... order) {
    var rows = sql.selectFrom(API_ENDPOINT_CONFIGS).where(which).orderBy(order).fetch();
    var parents = parents(rows.map(ApiEndpointConfigsRecord::getId));
    return rows.map(row -> fields.read(row, parents.getOrDefault(row.getId(), Set.of())));
  }

  private Map<UUID, Set<UUID>> parents(List<UUID> ids) {
    var parents = new LinkedHashMap<UUID, Set<UUID>>();
    sql.select(MONITOR_PARENTS.MONITOR_ID, MONITOR_PARENTS.PARENT_ID)
        .from(MONITOR_PARENTS)
        .where(MONITOR_PARENTS.MONITOR_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .forEach(
            row -> parents.computeIfAbsent(row.value1(), _ -> new HashSet<>()).add(row.value2()));
    return parents;
  }

  /** Whose rows are meant; null: the platform's own. */
  static Condition owner(@Nullable UUID companyId) {
    return companyId == null
        ? API_ENDPOINT_CONFIGS.COMPANY_ID.isNull()
        : API_ENDPOINT_CONFIGS.COMPANY_ID.eq(companyId);
  }

  private static MonitorStatus status(
      Monitor monitor, @Nullable MonitorStatesRecord row, Instant now) {
    if (row == null) {
      return new MonitorStatus(
          monitor.id(),
          monitor.pause().isOn(now) ? MonitorState.MAINTENANCE : MonitorState.UNKNOWN,
          monitor.createdAt(),
          false,
          null,
          null,
          null,
          null,
          null);
    }
    var state = MonitorState.of(row.getState());
    Instant until = row.getCountsUntil();
    boolean blind =
        state != MonitorState.MAINTENANCE && until != null && until.isBefore(now)
            || !monitor.watch().enabled();
    return new MonitorStatus(
        monitor.id(),
        monitor.pause().isOn(now) ? MonitorState.MAINTENANCE : blind ? MonitorState.UNKNOWN : state,
        blind && until != null ? until : row.getSince(),
        row.getSilenced(),
        row.getLastCheckedAt(),
        number(row.getResponseTimeMs()),
        row.getStatusCode(),
        row.getLastErrorMessage(),
        row.getCertificateExpiresAt());
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }

  private static MonitorStateChanged change(MonitorStateChangesRecord row) {
    return new MonitorStateChanged(
        row.getId(),
        row.getMonitorId(),
        row.getCompanyId(),
        MonitorState.of(row.getFromState()),
        MonitorState.of(row.getToState()),
        row.getEffectiveAt(),
        row.getDecidedAt(),
        row.getReason(),
        row.getSilenced(),
        row.getFailingParentId());
  }
}
