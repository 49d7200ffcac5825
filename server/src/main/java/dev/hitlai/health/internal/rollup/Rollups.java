package dev.hitlai.health.internal.rollup;

import static dev.hitlai.health.internal.jooq.Tables.API_UPTIME_SUMMARY;
import static dev.hitlai.health.internal.jooq.Tables.UPTIME_RECOUNTS;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.RealTraffic;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.MonitorRows;
import dev.hitlai.health.internal.UptimeSum;
import dev.hitlai.health.internal.jooq.tables.records.ApiUptimeSummaryRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the figures of uptime up to date: counts hours from checks, and merges them into days,
 * these into weeks and months. A day is the sum of its hours, so counting any of it again gives the
 * same.
 */
@Component
public class Rollups {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration HOUR = Duration.ofHours(1);

  private final DSLContext sql;
  private final MonitorRows monitors;
  private final Hours hours;
  private final @Nullable RealTraffic traffic;
  private final TransactionOperations transactions;
  private final Clock clock;

  Rollups(
      DSLContext sql,
      MonitorRows monitors,
      Hours hours,
      ObjectProvider<RealTraffic> traffic,
      TransactionOperations transactions,
      Clock clock) {
    this.sql = sql;
    this.monitors = monitors;
    this.hours = hours;
    this.traffic = traffic.getIfAvailable();
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Brings all figures up to date, a transaction for each monitor; for a system's actor. */
  public void run() {
    var volumes = new HashMap<Instant, Map<String, Hours.Traffic>>();
    var all = transactions.execute(_ -> monitors.checked());
    for (var monitor : all) {
      transactions.executeWithoutResult(_ -> bringUpToDate(monitor, volumes));
    }
  }

  private void bringUpToDate(Monitor monitor, Map<Instant, Map<String, Hours.Traffic>> volumes) {
    Instant now = clock.instant();
    var due = due(monitor, now);
    var touched = new TreeSet<Instant>();
    while (!due.isEmpty()) {
      Instant hour = due.removeFirst();
      boolean other = hours.count(monitor, hour, now, requests(monitor, hour, volumes));
      touched.add(hour);
      Instant next = hour.plus(HOUR);
      if (other && hours.find(monitor, UptimePeriod.HOURLY, next) != null) {
        due.add(next);
      }
    }
    merge(monitor, touched, now);
  }

  /** Hours to count: those after the last, those that aren't settled, and those asked for. */
  private NavigableSet<Instant> due(Monitor monitor, Instant now) {
    var due = new TreeSet<Instant>();
    Instant current = UptimePeriod.HOURLY.start(now);
    Instant last =
        sql.select(DSL.max(API_UPTIME_SUMMARY.PERIOD_START))
            .from(API_UPTIME_SUMMARY)
            .where(of(monitor))
            .fetchSingle()
            .value1();
    Instant first = last == null ? UptimePeriod.HOURLY.start(monitor.createdAt()) : last.plus(HOUR);
    for (Instant hour = first;
        !hour.isAfter(current) && due.size() < MOST_AT_ONCE;
        hour = hour.plus(HOUR)) {
      due.add(hour);
    }
    sql.selectFrom(API_UPTIME_SUMMARY)
        .where(of(monitor))
        .and(API_UPTIME_SUMMARY.IS_SETTLED.isFalse())
        .forEach(
            row -> {
              if (isStale(row, monitor, now)) {
                due.add(row.getPeriodStart());
              }
            });
    for (var hour :
        sql.deleteFrom(UPTIME_RECOUNTS)
            .where(UPTIME_RECOUNTS.MONITOR_ID.eq(monitor.id()))
            .returning(UPTIME_RECOUNTS.HOUR)
            .fetch(UPTIME_RECOUNTS.HOUR)) {
      // What is known now may confirm what began in the hour before.
      if (hours.find(monitor, UptimePeriod.HOURLY, hour.minus(HOUR)) != null) {
        due.add(hour.minus(HOUR));
      }
      due.add(hour);
    }
    return due;
  }

  private static org.jooq.Condition of(Monitor monitor) {
    return API_UPTIME_SUMMARY
        .MONITOR_ID
        .eq(monitor.id())
        .and(API_UPTIME_SUMMARY.PERIOD_TYPE.eq(UptimePeriod.HOURLY.code()));
  }

  /** Of what is checked very often the running hour is counted less often. */
  private static boolean isStale(ApiUptimeSummaryRecord row, Monitor monitor, Instant now) {
    if (!now.isBefore(row.getPeriodEnd())) {
      return true;
    }
    long seconds = monitor.watch().interval().toSeconds();
    var age = seconds >= 30 ? Duration.ofSeconds(45) : Duration.ofMinutes(seconds >= 5 ? 5 : 15);
    return Duration.between(row.getUpdatedAt(), now).abs().compareTo(age) >= 0;
  }

  private Hours.Traffic requests(
      Monitor monitor, Instant hour, Map<Instant, Map<String, Hours.Traffic>> volumes) {
    if (monitor.companyId() != null || traffic == null || !traffic.isCounted()) {
      return Hours.Traffic.NONE;
    }
    return volumes
        .computeIfAbsent(hour, this::volumes)
        .getOrDefault(monitor.method() + " " + monitor.endpoint(), Hours.Traffic.NONE);
  }

  private Map<String, Hours.Traffic> volumes(Instant hour) {
    var found = new HashMap<String, Hours.Traffic>();
    if (traffic == null) {
      return found;
    }
    traffic
        .between(hour, hour.plus(HOUR))
        .forEach(
            volume ->
                found.put(
                    volume.method() + " " + volume.route(),
                    new Hours.Traffic(volume.requests(), volume.failed())));
    return found;
  }

  private void merge(Monitor monitor, Set<Instant> touched, Instant now) {
    var days = starts(UptimePeriod.DAILY, touched);
    days.forEach(day -> merge(monitor, UptimePeriod.DAILY, day, UptimePeriod.HOURLY, now));
    for (var longer : new UptimePeriod[] {UptimePeriod.WEEKLY, UptimePeriod.MONTHLY}) {
      starts(longer, days).forEach(start -> merge(monitor, longer, start, UptimePeriod.DAILY, now));
    }
  }

  private static Set<Instant> starts(UptimePeriod period, Set<Instant> instants) {
    var starts = new TreeSet<Instant>();
    instants.forEach(at -> starts.add(period.start(at)));
    return starts;
  }

  private void merge(
      Monitor monitor, UptimePeriod period, Instant start, UptimePeriod parts, Instant now) {
    Instant end = period.next(start);
    var sum = new UptimeSum();
    boolean settled = now.isAfter(end);
    for (var part : hours.counted(monitor, parts, start, end)) {
      sum.add(part);
      settled &= part.getIsSettled();
    }
    var row = hours.find(monitor, period, start);
    if (row == null) {
      row = Hours.fresh(sql, monitor, period, start, end);
    }
    sum.write(row);
    row.setIsSettled(settled);
    row.store();
  }

  /**
   * Has hours counted again, such as after maintenance was entered for the past.
   *
   * @param since the first of them; up to now
   */
  public void recount(Set<UUID> monitorIds, Instant since) {
    Instant now = clock.instant();
    for (Instant hour = UptimePeriod.HOURLY.start(since);
        hour.isBefore(now);
        hour = hour.plus(HOUR)) {
      sql.execute(
          """
          insert into apihealth.uptime_recounts (monitor_id, company_id, hour)
          select id, company_id, {0} from apihealth.api_endpoint_configs where id = any ({1})
          on conflict do nothing
          """,
          DSL.val(hour), DSL.val(monitorIds.toArray(UUID[]::new)));
    }
  }
}
