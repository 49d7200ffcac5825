package dev.hitlai.health.web;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.Uptime;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.status.DayBars;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the table of monitors shows. */
@Component
public class MonitorBoard {
  private static final int DAYS = 30;
  private static final Duration DAY = Duration.ofHours(24);

  private final Monitors monitors;
  private final Uptime uptime;
  private final Clock clock;

  MonitorBoard(Monitors monitors, Uptime uptime, Clock clock) {
    this.monitors = monitors;
    this.uptime = uptime;
    this.clock = clock;
  }

  /**
   * All in a few figures, as words, because they are also sent to pages that are open.
   *
   * @param response median of the last checks
   * @param uptime of 24 hours
   * @param requests of real traffic in 24 hours, with how many failed
   * @param cost of the month so far
   */
  public record Totals(
      int all,
      int up,
      int slow,
      int down,
      int maintenance,
      int unseen,
      String response,
      String uptime,
      String requests,
      String cost) {}

  /** The table with its totals. */
  public record View(Totals totals, List<MonitorRow> rows) {}

  /**
   * @param owner a company, or null for the platform
   */
  @Transactional(readOnly = true)
  public View read(@Nullable UUID owner) {
    Instant now = clock.instant();
    var all = monitors.of(owner);
    var ids = all.stream().map(Monitor::id).toList();
    var statuses = monitors.statuses(all);
    Instant today = UptimePeriod.DAILY.start(now);
    Instant first = today.minus(Duration.ofDays(DAYS - 1L));
    var days = uptime.by(UptimePeriod.DAILY, ids, first, now.plusMillis(1));
    var hours = uptime.by(UptimePeriod.HOURLY, ids, UptimePeriod.HOURLY.start(now.minus(DAY)), now);
    var month = uptime.by(UptimePeriod.MONTHLY, ids, UptimePeriod.MONTHLY.start(now), now);
    var rows =
        all.stream()
            .map(
                one ->
                    MonitorRow.of(
                        one,
                        status(statuses, one),
                        hours.getOrDefault(one.id(), List.of()),
                        DayBars.of(first, DAYS, days.getOrDefault(one.id(), List.of())),
                        DayBars.uptime(days.getOrDefault(one.id(), List.of())),
                        cost(month.getOrDefault(one.id(), List.of()))))
            .sorted(java.util.Comparator.comparing(MonitorBoard::urgency))
            .toList();
    return new View(totals(rows, statuses.values(), hours.values()), rows);
  }

  /** Changes whenever the table looks different. */
  @Transactional(readOnly = true)
  public int print(@Nullable UUID owner) {
    var all = monitors.of(owner);
    return Objects.hash(all, monitors.statuses(all));
  }

  private static MonitorStatus status(Map<UUID, MonitorStatus> statuses, Monitor monitor) {
    return Objects.requireNonNull(statuses.get(monitor.id()));
  }

  /** What is down stands on top. */
  private static int urgency(MonitorRow row) {
    return switch (row.tone()) {
      case DANGER -> 0;
      case WARNING -> 1;
      case INFO -> 2;
      case NEUTRAL, ACCENT -> 3;
      case SUCCESS -> 4;
    };
  }

  private static Totals totals(
      List<MonitorRow> rows,
      Collection<MonitorStatus> statuses,
      Collection<List<UptimeFigures>> hours) {
    var figures = hours.stream().flatMap(List::stream).toList();
    long requests = figures.stream().mapToLong(UptimeFigures::requests).sum();
    long failed = figures.stream().mapToLong(UptimeFigures::failedRequests).sum();
    return new Totals(
        rows.size(),
        count(statuses, MonitorState.UP),
        count(statuses, MonitorState.DEGRADED),
        count(statuses, MonitorState.DOWN),
        count(statuses, MonitorState.MAINTENANCE),
        count(statuses, MonitorState.UNKNOWN),
        median(statuses),
        MonitorRow.percent(DayBars.uptime(figures)),
        requests == 0 ? "none counted" : Say.count(requests) + ", " + Say.count(failed) + " failed",
        money(rows.stream().map(MonitorRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private static int count(Collection<MonitorStatus> statuses, MonitorState state) {
    return (int) statuses.stream().filter(one -> one.state() == state).count();
  }

  private static String median(Collection<MonitorStatus> statuses) {
    var times =
        statuses.stream().map(MonitorStatus::responseMs).filter(Objects::nonNull).sorted().toList();
    return times.isEmpty() ? "no data" : MonitorRow.millis(times.get(times.size() / 2));
  }

  private static BigDecimal cost(List<UptimeFigures> month) {
    return month.stream().map(UptimeFigures::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Checks cost fractions of a cent, so that cents alone would say nothing. */
  public static String money(BigDecimal amount) {
    return amount.signum() == 0
        ? "$0"
        : amount.compareTo(BigDecimal.ONE) >= 0
            ? Say.money(amount)
            : "$" + amount.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }
}
