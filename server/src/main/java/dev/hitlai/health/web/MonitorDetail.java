package dev.hitlai.health.web;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.MonitorStatus;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.Uptime;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.health.internal.status.DayBars;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.TimelineEntry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the page of one monitor shows. */
@Component
public class MonitorDetail {
  private static final int SHOWN = 20;

  private final MonitorEditor editor;
  private final Monitors monitors;
  private final Uptime uptime;
  private final Clock clock;

  MonitorDetail(MonitorEditor editor, Monitors monitors, Uptime uptime, Clock clock) {
    this.editor = editor;
    this.monitors = monitors;
    this.uptime = uptime;
    this.clock = clock;
  }

  /** How far back the charts go, and in what steps. */
  public enum Span {
    DAY("24 hours", UptimePeriod.HOURLY, 24, "HH:mm"),
    MONTH("30 days", UptimePeriod.DAILY, 30, "d MMM"),
    QUARTER("13 weeks", UptimePeriod.WEEKLY, 91, "d MMM"),
    YEAR("12 months", UptimePeriod.MONTHLY, 365, "MMM uu");

    private final String label;
    private final UptimePeriod period;
    private final int units;
    private final DateTimeFormatter look;

    Span(String label, UptimePeriod period, int units, String look) {
      this.label = label;
      this.period = period;
      this.units = units;
      this.look = DateTimeFormatter.ofPattern(look, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What isn't known is the day. */
    static Span of(String code) {
      for (var span : values()) {
        if (span.code().equals(code)) {
          return span;
        }
      }
      return DAY;
    }

    Instant start(Instant now) {
      return period.start(now.minus(units, this == DAY ? ChronoUnit.HOURS : ChronoUnit.DAYS));
    }
  }

  /**
   * What the page shows.
   *
   * @param responses null when nothing was measured in the span
   * @param uptimes null when nothing was seen in the span
   * @param traffic requests of users; null when none were counted
   * @param parents names of what it depends on
   */
  public record View(
      Monitor monitor,
      MonitorRow row,
      Span span,
      @Nullable Chart responses,
      @Nullable Chart uptimes,
      @Nullable Chart traffic,
      String uptime,
      String cost,
      List<TimelineEntry> changes,
      List<MonitorEditor.Stored> checks,
      List<String> parents,
      MonitorStatus status) {}

  View read(CurrentUser user, UUID id, Span span) {
    var monitor = editor.find(user, id);
    Instant now = clock.instant();
    var status = Objects.requireNonNull(monitors.statuses(List.of(monitor)).get(id));
    var figures = figures(id, span.period, span.start(now), now);
    var hours = figures(id, UptimePeriod.HOURLY, Span.DAY.start(now), now);
    var row =
        MonitorRow.of(monitor, status, hours, List.of(), DayBars.uptime(figures), BigDecimal.ZERO);
    return new View(
        monitor,
        row,
        span,
        responses(span, figures),
        uptimes(span, figures),
        traffic(span, figures),
        MonitorRow.percent(DayBars.uptime(figures)),
        MonitorBoard.money(
            figures.stream().map(UptimeFigures::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add)),
        monitors.changes(id, SHOWN).stream().map(MonitorDetail::entry).toList(),
        editor.checks(user, id, SHOWN, 0),
        monitor.parents().stream()
            .flatMap(parent -> monitors.find(parent).stream())
            .map(Monitor::name)
            .sorted()
            .toList(),
        status);
  }

  private List<UptimeFigures> figures(UUID id, UptimePeriod period, Instant from, Instant until) {
    return uptime.by(period, List.of(id), from, until.plusMillis(1)).getOrDefault(id, List.of());
  }

  private static @Nullable Chart responses(Span span, List<UptimeFigures> all) {
    var figures = all.stream().filter(one -> one.p50Ms() != null).toList();
    return figures.isEmpty()
        ? null
        : new Chart(
            "Response time, " + span.label(),
            "milliseconds",
            Chart.Kind.LINES,
            labels(span, figures),
            List.of(
                series("Half below (p50)", figures, UptimeFigures::p50Ms),
                series("95 % below (p95)", figures, UptimeFigures::p95Ms),
                series("99 % below (p99)", figures, UptimeFigures::p99Ms)));
  }

  private static @Nullable Chart uptimes(Span span, List<UptimeFigures> all) {
    var figures = all.stream().filter(one -> one.uptimePercent() != null).toList();
    return figures.isEmpty()
        ? null
        : new Chart(
            "Uptime and how much was seen, " + span.label(),
            "percent",
            Chart.Kind.BARS,
            labels(span, figures),
            List.of(
                series("Up", figures, one -> number(one.uptimePercent())),
                series("Seen", figures, one -> number(one.coveragePercent()))));
  }

  private static @Nullable Chart traffic(Span span, List<UptimeFigures> figures) {
    return figures.stream().noneMatch(one -> one.requests() > 0)
        ? null
        : new Chart(
            "Requests of users, " + span.label(),
            "requests",
            Chart.Kind.BARS,
            labels(span, figures),
            List.of(
                series(
                    "Answered", figures, one -> (double) (one.requests() - one.failedRequests())),
                series("Failed", figures, one -> (double) one.failedRequests())));
  }

  private static List<String> labels(Span span, List<UptimeFigures> figures) {
    return figures.stream().map(one -> span.look.format(one.from())).toList();
  }

  private static Chart.Series series(
      String name, List<UptimeFigures> figures, Function<UptimeFigures, @Nullable Double> value) {
    var values = new ArrayList<Double>();
    for (var one : figures) {
      Double number = value.apply(one);
      values.add(number == null ? 0.0 : number);
    }
    return new Chart.Series(name, values);
  }

  private static Double number(@Nullable BigDecimal value) {
    return value == null ? 0.0 : value.doubleValue();
  }

  private static TimelineEntry entry(MonitorStateChanged change) {
    boolean same = change.from() == change.to();
    String title =
        same
            ? MonitorRow.words(change.to())
                + (change.silenced() ? ", because of a parent" : ", also without its parent")
            : MonitorRow.words(change.to()) + ", before: " + MonitorRow.words(change.from());
    return new TimelineEntry(
        change.effectiveAt(),
        title,
        change.reason().isBlank() ? null : change.reason(),
        MonitorRow.tone(change.to()));
  }

  /** Such as "dns 1, connect 2, answer 30 ms". */
  public static String phases(MonitorEditor.Stored check) {
    var words = new ArrayList<String>();
    phase(words, "name", check.dnsMs());
    phase(words, "connect", check.connectMs());
    phase(words, "TLS", check.tlsMs());
    phase(words, "first byte", check.ttfbMs());
    phase(words, "rest", check.transferMs());
    return words.isEmpty() ? "" : String.join(", ", words) + " ms";
  }

  private static void phase(List<String> words, String name, @Nullable Float millis) {
    if (millis != null) {
      words.add(name + " " + Say.decimal(millis, 1));
    }
  }
}
