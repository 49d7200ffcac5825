package dev.hitlai.monitoring.internal.system;

import static dev.hitlai.monitoring.internal.jooq.Tables.SYSTEM_HEALTH_CHECKS;

import dev.hitlai.platform.SelfCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the platform's parts did. */
@Component
public class PartHistory {
  private static final int FAILURES = 50;

  private final DSLContext sql;
  private final Clock clock;
  private final Map<String, String> labels = new HashMap<>(Map.of("models", "AI models"));

  PartHistory(DSLContext sql, Clock clock, List<SelfCheck> parts) {
    this.sql = sql;
    this.clock = clock;
    parts.forEach(part -> labels.put(part.part(), part.label()));
  }

  /**
   * A part now and in the window.
   *
   * @param figures JSON
   * @param times milliseconds of each half hour on average, oldest first
   */
  public record Part(
      String label,
      boolean healthy,
      String message,
      Instant at,
      double millis,
      String figures,
      long probes,
      long failed,
      List<Double> times) {
    /** Whether there is nothing that could do well or badly. */
    public boolean absent() {
      return figures.replace(" ", "").contains("\"models\":0");
    }
  }

  /** A probe that failed. */
  public record Failure(Instant at, String label, @Nullable String message) {}

  @Transactional(readOnly = true)
  public List<Part> parts(Duration back) {
    var t = SYSTEM_HEALTH_CHECKS;
    Instant from = clock.instant().minus(back);
    var times = times(from);
    var latest = DSL.rowNumber().over().partitionBy(t.SERVICE_NAME).orderBy(t.CREATED_AT.desc());
    var probes = DSL.count().over().partitionBy(t.SERVICE_NAME);
    var failed = DSL.count().filterWhere(t.IS_HEALTHY.isFalse()).over().partitionBy(t.SERVICE_NAME);
    var all =
        sql.select(
                t.SERVICE_NAME,
                t.IS_HEALTHY,
                t.STATUS_MESSAGE,
                t.CREATED_AT,
                t.RESPONSE_TIME_MS,
                t.METRICS,
                probes.as("probes"),
                failed.as("failed"),
                latest.as("latest"))
            .from(t)
            .where(t.CREATED_AT.ge(from))
            .asTable("all_probes");
    return sql.selectFrom(all)
        .where(all.field("latest", Integer.class).eq(1))
        .orderBy(all.field(t.SERVICE_NAME))
        .fetch(
            row ->
                new Part(
                    label(row.get(t.SERVICE_NAME)),
                    row.get(t.IS_HEALTHY),
                    String.valueOf(row.get(t.STATUS_MESSAGE)),
                    row.get(t.CREATED_AT),
                    row.get(t.RESPONSE_TIME_MS) == null
                        ? 0
                        : row.get(t.RESPONSE_TIME_MS).doubleValue(),
                    row.get(t.METRICS).data(),
                    row.get("probes", Long.class),
                    row.get("failed", Long.class),
                    times.getOrDefault(row.get(t.SERVICE_NAME), List.of())));
  }

  private Map<String, List<Double>> times(Instant from) {
    var t = SYSTEM_HEALTH_CHECKS;
    var slot = DSL.field("date_bin('30 minutes', {0}, '2026-01-01Z')", Instant.class, t.CREATED_AT);
    return sql.select(t.SERVICE_NAME, slot, DSL.avg(t.RESPONSE_TIME_MS))
        .from(t)
        .where(t.CREATED_AT.ge(from))
        .groupBy(t.SERVICE_NAME, slot)
        .orderBy(t.SERVICE_NAME, slot)
        .fetchGroups(
            row -> row.value1(), row -> row.value3() == null ? 0.0 : row.value3().doubleValue());
  }

  /** The latest that failed. */
  @Transactional(readOnly = true)
  public List<Failure> failures() {
    var t = SYSTEM_HEALTH_CHECKS;
    return sql.selectFrom(t)
        .where(t.IS_HEALTHY.isFalse())
        .orderBy(t.CREATED_AT.desc())
        .limit(FAILURES)
        .fetch(
            row ->
                new Failure(
                    row.getCreatedAt(), label(row.getServiceName()), row.getStatusMessage()));
  }

  private String label(String part) {
    return labels.getOrDefault(part, part);
  }
}
