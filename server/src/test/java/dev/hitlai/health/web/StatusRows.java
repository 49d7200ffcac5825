package dev.hitlai.health.web;

import dev.hitlai.testsupport.TestDatabase;
import java.util.UUID;
import org.jooq.DSLContext;

/** Rows of a platform whose status somebody looks at; other tests may have made more. */
final class StatusRows {
  private StatusRows() {}

  /** A monitor with 90 days of figures, the tenth last with an outage, and a day of hours. */
  static UUID monitor(TestDatabase database, String name, boolean isPublic) {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into apihealth.api_endpoint_configs (id, endpoint, display_name, category,"
                  + " target_url, is_public, estimated_cost_per_request_usd) values (?, ?, ?,"
                  + " 'Test parts', 'http://localhost:9/', ?, 0.0001)",
              id,
              "/part/" + id,
              name,
              isPublic);
          state(sql, id, "up");
          figures(sql, id, "daily", "day", 90, 86_400_000);
          figures(sql, id, "hourly", "hour", 24, 3_600_000);
          figures(sql, id, "monthly", "month", 2, 2_592_000_000L);
          return true;
        });
    return id;
  }

  static void state(DSLContext sql, UUID monitor, String state) {
    sql.execute(
        "insert into apihealth.monitor_states (monitor_id, state, since, last_checked_at,"
            + " counts_until, response_time_ms, status_code) values (?, ?, now(), now(), now() +"
            + " interval '1 day', 340, 200) on conflict (monitor_id) do update set state ="
            + " excluded.state, since = excluded.since, counts_until = excluded.counts_until",
        monitor,
        state);
  }

  private static void figures(
      DSLContext sql, UUID id, String period, String unit, int count, long length) {
    sql.execute(
        "insert into apihealth.api_uptime_summary (monitor_id, endpoint, method, period_type,"
            + " period_start, period_end, up_ms, down_ms, uptime_percent, coverage_percent,"
            + " total_checks, successful_checks, p50_response_time_ms, p95_response_time_ms,"
            + " p99_response_time_ms, total_cost_usd) select ?, '/part/' || ?, 'GET', ?, d, d + ('1"
            + " ' || ?)::interval, ?::bigint - case when n = 10 then ?::bigint / 100 else 0 end,"
            + " case when n = 10 then ?::bigint / 100 else 0 end, case when n = 10 then 99 else 100"
            + " end, 100, 10, 10, 40 + n, 80 + n, 120 + n, 0.0123 from generate_series(0, ?) n,"
            + " lateral (select date_trunc(?, now(), 'UTC') - (n || ' ' || ?)::interval) t (d)",
        id,
        id.toString(),
        period,
        unit,
        length,
        length,
        length,
        count - 1,
        unit,
        unit);
  }

  /** An incident for the public that concerns a monitor; open unless it is over. */
  static UUID incident(TestDatabase database, UUID monitor, String title, boolean over) {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into apihealth.api_incidents (id, endpoint, incident_type, severity, status,"
                  + " title, started_at, resolved_at, is_public, monitor_id) values (?, ?,"
                  + " 'downtime', 'major', ?, ?, now() - interval '20 minutes', case when ? then"
                  + " now() end, true, ?)",
              id,
              "/part/" + monitor,
              over ? "resolved" : "investigating",
              title,
              over,
              monitor);
          sql.execute(
              "insert into apihealth.incident_monitors (incident_id, monitor_id, since) values (?,"
                  + " ?, now())",
              id,
              monitor);
          sql.execute(
              "insert into apihealth.api_incident_updates (incident_id, status, message, is_public)"
                  + " values (?, 'investigating', 'We look into it.', true), (?, 'investigating',"
                  + " 'The password is hunter2.', false)",
              id,
              id);
          return true;
        });
    return id;
  }

  static UUID maintenance(TestDatabase database, UUID monitor, String title) {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.api_maintenance_windows (id, title, affected_endpoints,"
                    + " impact_level, scheduled_start, scheduled_end, internal_notes) values (?, ?,"
                    + " array[?], 'partial_outage', now() + interval '1 day', now() + interval '25"
                    + " hours', 'Nobody else')",
                id,
                title,
                monitor.toString()));
    return id;
  }

  static void remove(TestDatabase database, UUID... monitors) {
    database.asSystem(
        sql -> {
          for (UUID monitor : monitors) {
            sql.execute("delete from apihealth.api_incidents where monitor_id = ?", monitor);
            sql.execute(
                "delete from apihealth.api_maintenance_windows where ? = any (affected_endpoints)",
                monitor.toString());
            sql.execute("delete from apihealth.api_endpoint_configs where id = ?", monitor);
          }
          return true;
        });
  }
}
