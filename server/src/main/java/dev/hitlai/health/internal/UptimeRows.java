package dev.hitlai.health.internal;

import static dev.hitlai.health.internal.jooq.Tables.API_UPTIME_SUMMARY;

import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.jooq.tables.records.ApiUptimeSummaryRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the figures of uptime. */
@Component
public class UptimeRows {
  private final DSLContext sql;

  UptimeRows(DSLContext sql) {
    this.sql = sql;
  }

  /** Figures by monitor, oldest first. */
  public Map<UUID, List<UptimeFigures>> by(
      UptimePeriod period, Collection<UUID> monitorIds, Instant from, Instant until) {
    var figures = new LinkedHashMap<UUID, List<UptimeFigures>>();
    rows(period, monitorIds, from, until)
        .forEach(
            row ->
                figures.computeIfAbsent(row.getMonitorId(), _ -> new ArrayList<>()).add(read(row)));
    return figures;
  }

  /** Hours merged into one. */
  public Map<UUID, UptimeFigures> over(Collection<UUID> monitorIds, Instant from, Instant until) {
    var sums = new LinkedHashMap<UUID, UptimeSum>();
    rows(UptimePeriod.HOURLY, monitorIds, from, until)
        .forEach(row -> sums.computeIfAbsent(row.getMonitorId(), _ -> new UptimeSum()).add(row));
    var figures = new LinkedHashMap<UUID, UptimeFigures>();
    sums.forEach((id, sum) -> figures.put(id, sum.figures(id, from, until)));
    return figures;
  }

  private Result<ApiUptimeSummaryRecord> rows(
      UptimePeriod period, Collection<UUID> monitorIds, Instant from, Instant until) {
    return sql.selectFrom(API_UPTIME_SUMMARY)
        .where(API_UPTIME_SUMMARY.MONITOR_ID.eq(DSL.any(monitorIds.toArray(UUID[]::new))))
        .and(API_UPTIME_SUMMARY.PERIOD_TYPE.eq(period.code()))
        .and(API_UPTIME_SUMMARY.PERIOD_START.ge(from))
        .and(API_UPTIME_SUMMARY.PERIOD_START.lt(until))
        .orderBy(API_UPTIME_SUMMARY.MONITOR_ID, API_UPTIME_SUMMARY.PERIOD_START)
        .fetch();
  }

  private static UptimeFigures read(ApiUptimeSummaryRecord row) {
    return new UptimeFigures(
        row.getMonitorId(),
        row.getPeriodStart(),
        row.getPeriodEnd(),
        row.getUpMs(),
        row.getDegradedMs(),
        row.getDownMs(),
        row.getMaintenanceMs(),
        row.getUnknownMs(),
        row.getUptimePercent(),
        row.getCoveragePercent(),
        row.getTotalChecks(),
        row.getFailedChecks(),
        number(row.getAvgResponseTimeMs()),
        number(row.getMinResponseTimeMs()),
        number(row.getMaxResponseTimeMs()),
        number(row.getP50ResponseTimeMs()),
        number(row.getP95ResponseTimeMs()),
        number(row.getP99ResponseTimeMs()),
        row.getTotalRequests(),
        row.getFailedRequests(),
        row.getIncidentCount(),
        row.getTotalCostUsd());
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
