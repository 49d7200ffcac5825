package dev.hitlai.health.web;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.internal.status.DayBar;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Sparkline;
import dev.hitlai.web.view.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A monitor in the table of those who look after it.
 *
 * @param response of the last check, such as "42 ms, fast"
 * @param trend the last day's response times; null when there are too few
 * @param uptime of the days shown, such as "99.98 %"
 * @param cost of the month so far, US dollars
 */
public record MonitorRow(
    UUID id,
    String name,
    String endpoint,
    String state,
    Tone tone,
    boolean silenced,
    Instant since,
    @Nullable Instant lastCheckedAt,
    @Nullable String response,
    @Nullable Speed speed,
    @Nullable Sparkline trend,
    String trendWords,
    List<DayBar> days,
    String uptime,
    String barWords,
    @Nullable String error,
    boolean enabled,
    BigDecimal cost) {
  private static final int RECENT = 3;
  private static final double MUCH = 1.2;

  static MonitorRow of(
      Monitor monitor,
      MonitorStatus status,
      List<UptimeFigures> hours,
      List<DayBar> days,
      @Nullable BigDecimal uptime,
      BigDecimal cost) {
    Double millis = status.responseMs();
    var medians = hours.stream().map(UptimeFigures::p50Ms).filter(Objects::nonNull).toList();
    String percent = percent(uptime);
    return new MonitorRow(
        monitor.id(),
        monitor.name(),
        (monitor.method().equals("GET") ? "" : monitor.method() + " ") + monitor.endpoint(),
        words(monitor, status),
        tone(status.state()),
        status.silenced(),
        status.since(),
        status.lastCheckedAt(),
        millis == null ? null : millis(millis) + ", " + Speed.of(millis).label(),
        millis == null ? null : Speed.of(millis),
        trend(medians),
        direction(medians),
        days,
        percent,
        "Last "
            + days.size()
            + " days: "
            + percent
            + " up, "
            + Say.count(
                days.stream().filter(DayBar::isTrouble).count(),
                "day with trouble.",
                "days with trouble."),
        status.error(),
        monitor.watch().enabled(),
        cost);
  }

  /** A state as people read it. */
  static String words(MonitorState state) {
    return switch (state) {
      case UP -> "Up";
      case DEGRADED -> "Slow";
      case DOWN -> "Down";
      case MAINTENANCE -> "Maintenance";
      case UNKNOWN -> "Not seen";
    };
  }

  private static String words(Monitor monitor, MonitorStatus status) {
    return monitor.watch().enabled() || status.state() != MonitorState.UNKNOWN
        ? words(status.state())
        : "Paused";
  }

  static Tone tone(MonitorState state) {
    return switch (state) {
      case UP -> Tone.SUCCESS;
      case DEGRADED -> Tone.WARNING;
      case DOWN -> Tone.DANGER;
      case MAINTENANCE -> Tone.INFO;
      case UNKNOWN -> Tone.NEUTRAL;
    };
  }

  static String percent(@Nullable BigDecimal uptime) {
    return uptime == null ? "no data" : Say.decimal(uptime.doubleValue(), 3) + " %";
  }

  static String millis(double value) {
    return Say.decimal(value, value < 10 ? 1 : 0) + " ms";
  }

  private static @Nullable Sparkline trend(List<Double> medians) {
    if (medians.size() < 2) {
      return null;
    }
    var words = new StringBuilder("Median response time by hour, in milliseconds:");
    medians.forEach(value -> words.append(' ').append(Say.decimal(value, 0)));
    return new Sparkline(words.toString(), medians);
  }

  /** The last hours against those before. */
  private static String direction(List<Double> medians) {
    if (medians.size() <= RECENT) {
      return "";
    }
    double now = average(medians.subList(medians.size() - RECENT, medians.size()));
    double before = average(medians.subList(0, medians.size() - RECENT));
    return now > before * MUCH ? "rising" : now * MUCH < before ? "falling" : "steady";
  }

  private static double average(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
