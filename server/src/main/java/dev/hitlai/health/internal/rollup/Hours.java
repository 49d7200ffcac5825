package dev.hitlai.health.internal.rollup;

import static dev.hitlai.health.internal.jooq.Tables.API_HEALTH_METRICS;
import static dev.hitlai.health.internal.jooq.Tables.API_UPTIME_SUMMARY;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.MaintenanceRows;
import dev.hitlai.health.internal.UptimeSum;
import dev.hitlai.health.internal.jooq.tables.records.ApiUptimeSummaryRecord;
import dev.hitlai.health.internal.state.Fold;
import dev.hitlai.health.internal.state.Period;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record6;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Counts one hour of one monitor from its checks; the same checks always give the same row. */
@Component
class Hours {
  /** The highest threshold of a monitor: so many checks may be needed to confirm an outage. */
  private static final int AHEAD = 20;

  private static final Duration SLACK = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final MaintenanceRows maintenance;

  Hours(DSLContext sql, MaintenanceRows maintenance) {
    this.sql = sql;
    this.maintenance = maintenance;
  }

  /** Requests of real users in an hour. */
  record Traffic(long requests, long failed) {
    static final Traffic NONE = new Traffic(0, 0);
  }

  /**
   * Counts an hour and stores it.
   *
   * @return whether what is known at its end is other than it was, so that the next hour, if there
   *     is one, has to be counted again
   */
  boolean count(Monitor monitor, Instant hour, Instant now, Traffic traffic) {
    Instant end = UptimePeriod.HOURLY.next(hour);
    Instant from = hour.isBefore(monitor.createdAt()) ? monitor.createdAt() : hour;
    Instant until = now.isBefore(end) ? now : end;
    if (!from.isBefore(until)) {
      return false;
    }
    var rows = checks(monitor, hour, end);
    var samples = new ArrayList<Sample>();
    var counted = new ArrayList<UptimeSum.Check>();
    var spans = maintenance.past(monitor, maintenance.windows(hour, end), hour, end);
    for (var row : rows) {
      samples.add(sample(row));
      if (!spans.contains(row.value1().toEpochMilli())) {
        counted.add(new UptimeSum.Check(row.value2().equals("down"), number(row.value6())));
      }
    }
    following(monitor, end).forEach(row -> samples.add(sample(row)));
    var period =
        Period.of(from.toEpochMilli(), until.toEpochMilli(), before(monitor, hour), samples, spans);
    var sum = new UptimeSum();
    sum.add(period, counted);
    sum.addTraffic(traffic.requests(), traffic.failed());
    sum.addCost(monitor.promise().costPerRequestUsd());
    return store(monitor, hour, end, sum, period.end(), isSettled(monitor, end, now));
  }

  /** Whether no further check of it is expected, nor one that confirms an outage in it. */
  private static boolean isSettled(Monitor monitor, Instant end, Instant now) {
    int needed = Math.max(monitor.watch().failureThreshold(), monitor.watch().successThreshold());
    return now.isAfter(end.plus(monitor.watch().interval().multipliedBy(needed + 1L)).plus(SLACK));
  }

  private boolean store(
      Monitor monitor, Instant hour, Instant end, UptimeSum sum, Fold fold, boolean settled) {
    var row = find(monitor, UptimePeriod.HOURLY, hour);
    boolean fresh = row == null;
    if (row == null) {
      row = fresh(sql, monitor, UptimePeriod.HOURLY, hour, end);
    }
    var known = JSONB.valueOf(JSON.writeValueAsString(fold));
    boolean other = fresh || row.getFold() == null || !fold.equals(read(row.getFold()));
    sum.write(row);
    row.setFold(known);
    row.setIsSettled(settled);
    row.store();
    return other;
  }

  static ApiUptimeSummaryRecord fresh(
      DSLContext sql, Monitor monitor, UptimePeriod period, Instant start, Instant end) {
    var row = sql.newRecord(API_UPTIME_SUMMARY);
    row.setMonitorId(monitor.id());
    row.setCompanyId(monitor.companyId());
    row.setEndpoint(monitor.endpoint());
    row.setMethod(monitor.method());
    row.setPeriodType(period.code());
    row.setPeriodStart(start);
    row.setPeriodEnd(end);
    return row;
  }

  @Nullable ApiUptimeSummaryRecord find(Monitor monitor, UptimePeriod period, Instant start) {
    return sql.selectFrom(API_UPTIME_SUMMARY)
        .where(API_UPTIME_SUMMARY.MONITOR_ID.eq(monitor.id()))
        .and(API_UPTIME_SUMMARY.PERIOD_TYPE.eq(period.code()))
        .and(API_UPTIME_SUMMARY.PERIOD_START.eq(start))
        .fetchOne();
  }

  /** What was known when the hour began. */
  private Fold before(Monitor monitor, Instant hour) {
    var previous = find(monitor, UptimePeriod.HOURLY, hour.minus(Duration.ofHours(1)));
    return previous == null || previous.getFold() == null ? Fold.START : read(previous.getFold());
  }

  private static Fold read(JSONB json) {
    return JSON.readValue(json.data(), Fold.class);
  }

  private Result<Record6<Instant, String, Integer, Short, Short, BigDecimal>> checks(
      Monitor monitor, Instant from, Instant until) {
    return select(
        monitor,
        API_HEALTH_METRICS.CREATED_AT.ge(from).and(API_HEALTH_METRICS.CREATED_AT.lt(until)),
        Integer.MAX_VALUE);
  }

  private Result<Record6<Instant, String, Integer, Short, Short, BigDecimal>> following(
      Monitor monitor, Instant end) {
    return select(
        monitor,
        API_HEALTH_METRICS
            .CREATED_AT
            .ge(end)
            .and(API_HEALTH_METRICS.CREATED_AT.lt(end.plus(Duration.ofDays(2)))),
        AHEAD);
  }

  private Result<Record6<Instant, String, Integer, Short, Short, BigDecimal>> select(
      Monitor monitor, Condition when, int limit) {
    return sql.select(
            API_HEALTH_METRICS.CREATED_AT,
            API_HEALTH_METRICS.VERDICT,
            API_HEALTH_METRICS.COUNTS_FOR_MS,
            API_HEALTH_METRICS.FAILURES_NEEDED,
            API_HEALTH_METRICS.SUCCESSES_NEEDED,
            API_HEALTH_METRICS.RESPONSE_TIME_MS)
        .from(API_HEALTH_METRICS)
        .where(API_HEALTH_METRICS.MONITOR_ID.eq(monitor.id()))
        .and(API_HEALTH_METRICS.VERDICT.isNotNull())
        .and(when)
        .orderBy(API_HEALTH_METRICS.CREATED_AT)
        .limit(limit)
        .fetch();
  }

  private static Sample sample(Record6<Instant, String, Integer, Short, Short, BigDecimal> row) {
    return new Sample(
        row.value1().toEpochMilli(),
        Verdict.of(row.value2()),
        row.value3(),
        row.value4(),
        row.value5());
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }

  /** Those that were counted, of one kind, within a stretch of time. */
  List<ApiUptimeSummaryRecord> counted(
      Monitor monitor, UptimePeriod period, Instant from, Instant until) {
    return sql.selectFrom(API_UPTIME_SUMMARY)
        .where(API_UPTIME_SUMMARY.MONITOR_ID.eq(monitor.id()))
        .and(API_UPTIME_SUMMARY.PERIOD_TYPE.eq(period.code()))
        .and(API_UPTIME_SUMMARY.PERIOD_START.ge(from))
        .and(API_UPTIME_SUMMARY.PERIOD_START.lt(until))
        .orderBy(API_UPTIME_SUMMARY.PERIOD_START)
        .fetch();
  }
}
