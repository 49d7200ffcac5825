package dev.hitlai.health.internal;

import dev.hitlai.testsupport.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Monitors of the platform that nobody checks, and what their checks would have seen. */
public final class TestMonitors {
  private final TestDatabase database;

  public TestMonitors(TestDatabase database) {
    this.database = database;
  }

  /** A public one, checked every minute. */
  public UUID make(String name) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "insert into apihealth.api_endpoint_configs (endpoint, display_name,"
                        + " target_url, is_public) values (?, ?, 'http://127.0.0.1:9/', true)"
                        + " returning id",
                    "/" + UUID.randomUUID(),
                    name)
                .get(0, UUID.class));
  }

  public void parent(UUID monitor, UUID parent) {
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.monitor_parents (monitor_id, parent_id) values (?, ?)",
                monitor,
                parent));
  }

  /** A change as the engine stores it; announced to nobody. */
  public UUID change(UUID monitor, String from, String to, Instant at) {
    return change(monitor, from, to, at, null);
  }

  /**
   * @param silencedBy the parent that is the cause; null for none
   */
  public UUID change(UUID monitor, String from, String to, Instant at, @Nullable UUID silencedBy) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "insert into apihealth.monitor_state_changes (monitor_id, from_state, to_state,"
                        + " effective_at, decided_at, reason, silenced, failing_parent_id,"
                        + " created_at) values (?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?,"
                        + " ?::uuid, ?::timestamptz) returning id",
                    monitor,
                    from,
                    to,
                    at,
                    at,
                    to.equals("down") ? "The connection was refused." : "",
                    silencedBy != null,
                    silencedBy,
                    at)
                .get(0, UUID.class));
  }

  /**
   * A check.
   *
   * @param ms null when it failed
   */
  public void check(UUID monitor, Instant at, @Nullable Double ms) {
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.api_health_metrics (created_at, measured_at, monitor_id,"
                    + " endpoint, is_healthy, verdict, response_time_ms, counts_for_ms,"
                    + " failures_needed, successes_needed) values (?::timestamptz, ?::timestamptz,"
                    + " ?, 'test', ?, ?, ?::numeric, 120000, 2, 2)",
                at,
                at,
                monitor,
                ms != null,
                ms == null ? "down" : "up",
                ms == null ? null : java.math.BigDecimal.valueOf(ms)));
  }

  /** Off all pages, so that other tests aren't disturbed. */
  public void retire(UUID monitor) {
    database.asSystem(
        sql ->
            sql.execute(
                "update apihealth.api_endpoint_configs set is_active = false where id = ?",
                monitor));
  }
}
