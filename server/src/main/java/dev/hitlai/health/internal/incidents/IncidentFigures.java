package dev.hitlai.health.internal.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What checks and requests came to while an incident lasted. */
@Component
public class IncidentFigures {
  private final DSLContext sql;

  IncidentFigures(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Of the monitors that failed by themselves.
   *
   * @param averageResponseMs null when none answered
   * @param errorRate of the checks, 0 to 1; null when there was none
   * @param failedRequests of real traffic
   */
  public record Measured(
      long checks,
      long failedChecks,
      @Nullable Double averageResponseMs,
      @Nullable Double errorRate,
      long failedRequests) {}

  @Transactional(readOnly = true)
  public Measured of(UUID incidentId, Instant from, Instant until) {
    // An incident that is found at once still has the check that found it.
    Instant end = until.isAfter(from) ? until : from.plus(Duration.ofMillis(1));
    var row =
        sql.fetchSingle(
            """
            select count(*) filter (where m.verdict is not null),
              count(*) filter (where m.verdict = 'down'),
              avg(m.response_time_ms) filter (where m.verdict is not null)::float8,
              coalesce(sum(m.error_count) filter (where m.window_start is not null), 0)::bigint
            from apihealth.incident_monitors i
            join apihealth.api_health_metrics m on m.monitor_id = i.monitor_id
            where i.incident_id = {0} and i.is_cause
              and m.created_at >= to_timestamp({1} / 1000.0) and m.created_at <= to_timestamp({2} / 1000.0)
            """,
            DSL.val(incidentId),
            DSL.val((double) from.toEpochMilli()),
            DSL.val((double) end.toEpochMilli()));
    long checks = row.get(0, Long.class);
    long failed = row.get(1, Long.class);
    return new Measured(
        checks,
        failed,
        row.get(2, Double.class),
        checks == 0 ? null : (double) failed / checks,
        row.get(3, Long.class));
  }
}
