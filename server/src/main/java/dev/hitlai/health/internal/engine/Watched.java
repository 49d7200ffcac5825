package dev.hitlai.health.internal.engine;

import static dev.hitlai.health.internal.jooq.Tables.API_ENDPOINT_CONFIGS;
import static dev.hitlai.health.internal.jooq.Tables.CHECK_REQUESTS;
import static dev.hitlai.health.internal.jooq.Tables.MONITOR_PARENTS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.MaintenanceRows;
import dev.hitlai.health.internal.MonitorRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be checked, read from the database. */
@Component
class Watched {
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final DSLContext sql;
  private final MonitorRows monitors;
  private final MaintenanceRows maintenance;

  Watched(DSLContext sql, MonitorRows monitors, MaintenanceRows maintenance) {
    this.sql = sql;
    this.monitors = monitors;
    this.maintenance = maintenance;
  }

  /**
   * All monitors that are checked, with the number that gives each its turn and share.
   *
   * @param version of what was read; the same text means that nothing changed
   */
  record Found(String version, List<Monitor> monitors, Map<UUID, Long> ordinals) {}

  /** Changes whenever a monitor does. */
  @Transactional(readOnly = true)
  public String version() {
    return String.valueOf(
        sql.select(
                DSL.count(),
                DSL.max(API_ENDPOINT_CONFIGS.UPDATED_AT),
                DSL.field(
                    DSL.select(DSL.concat(DSL.count(), DSL.max(MONITOR_PARENTS.CREATED_AT)))
                        .from(MONITOR_PARENTS)))
            .from(API_ENDPOINT_CONFIGS)
            .fetchSingle()
            .intoList());
  }

  @Transactional(readOnly = true)
  public Found all() {
    String version = version();
    var ordinals =
        sql.select(API_ENDPOINT_CONFIGS.ID, API_ENDPOINT_CONFIGS.ORDINAL)
            .from(API_ENDPOINT_CONFIGS)
            .fetchMap(API_ENDPOINT_CONFIGS.ID, API_ENDPOINT_CONFIGS.ORDINAL);
    return new Found(version, monitors.checked(), ordinals);
  }

  /** Maintenance around now. */
  @Transactional(readOnly = true)
  public List<MaintenanceRows.Window> windows(Instant now) {
    return maintenance.windows(now.minus(AHEAD), now.plus(AHEAD));
  }

  /** Checks asked for out of turn, of monitors held here; they are taken off the list. */
  @Transactional
  public List<UUID> takeRequests(Collection<UUID> held) {
    if (!sql.fetchExists(CHECK_REQUESTS)) {
      return List.of();
    }
    return sql.deleteFrom(CHECK_REQUESTS)
        .where(CHECK_REQUESTS.MONITOR_ID.eq(DSL.any(held.toArray(UUID[]::new))))
        .returning(CHECK_REQUESTS.MONITOR_ID)
        .fetch(CHECK_REQUESTS.MONITOR_ID);
  }

  /** Asks whoever holds them for checks. */
  @Transactional
  public void request(Collection<UUID> ids) {
    sql.execute(
        """
        insert into apihealth.check_requests (monitor_id, company_id)
        select id, company_id from apihealth.api_endpoint_configs where id = any ({0})
        on conflict do nothing
        """,
        DSL.val(ids.toArray(UUID[]::new)));
  }
}
