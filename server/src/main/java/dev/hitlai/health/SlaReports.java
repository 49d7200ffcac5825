package dev.hitlai.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised of each monitor in a month, what was kept, and what it cost. */
@Component
public class SlaReports {
  private final Monitors monitors;
  private final Uptime uptime;

  SlaReports(Monitors monitors, Uptime uptime) {
    this.monitors = monitors;
    this.uptime = uptime;
  }

  /**
   * One monitor in a month.
   *
   * @param uptimePercent null when nothing was seen
   * @param kept whether uptime and response time (95th percentile) were as promised; null when
   *     nothing was seen
   * @param coveragePercent how much of the time outside maintenance was seen
   * @param downMinutes in whole minutes
   * @param allowedMinutes how long it may have been down in what was seen
   */
  public record Line(
      UUID monitorId,
      String name,
      BigDecimal promisedUptimePercent,
      @Nullable BigDecimal uptimePercent,
      BigDecimal coveragePercent,
      long downMinutes,
      long allowedMinutes,
      long promisedResponseMs,
      @Nullable Double p95Ms,
      int outages,
      int checks,
      long requests,
      BigDecimal costUsd,
      @Nullable Boolean kept) {}

  /**
   * Lines by name.
   *
   * @param companyId null: the platform's own monitors
   */
  @Transactional(readOnly = true)
  public List<Line> of(@Nullable UUID companyId, YearMonth month) {
    Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var all = monitors.of(companyId);
    var figures =
        uptime.by(UptimePeriod.MONTHLY, all.stream().map(Monitor::id).toList(), from, until);
    var lines = new ArrayList<Line>();
    for (var monitor : all) {
      var found = figures.get(monitor.id());
      if (found != null) {
        lines.add(line(monitor, found.getFirst()));
      }
    }
    return lines;
  }

  private static Line line(Monitor monitor, UptimeFigures figures) {
    var promise = monitor.promise();
    BigDecimal reached = figures.uptimePercent();
    Double p95 = figures.p95Ms();
    boolean fast = p95 == null || p95 <= promise.responseTime().toMillis();
    double mayFail = 1 - promise.uptimePercent().doubleValue() / 100;
    return new Line(
        monitor.id(),
        monitor.name(),
        promise.uptimePercent(),
        reached,
        figures.coveragePercent(),
        Math.round(figures.downMs() / 60_000.0),
        (long) Math.floor((figures.upMs() + figures.downMs()) * mayFail / 60_000),
        promise.responseTime().toMillis(),
        p95,
        figures.incidents(),
        figures.checks(),
        figures.requests(),
        figures.costUsd(),
        reached == null ? null : reached.compareTo(promise.uptimePercent()) >= 0 && fast);
  }

  /** The same as a table for spreadsheets (RFC 4180). */
  public static String csv(List<Line> lines) {
    var csv =
        new StringBuilder(
            "monitor,promised uptime %,uptime %,coverage %,down min,allowed down min,"
                + "promised response ms,p95 ms,outages,checks,requests,cost USD,kept\r\n");
    for (var line : lines) {
      csv.append(quoted(line.name()))
          .append(
              String.format(
                  Locale.ROOT,
                  ",%s,%s,%s,%d,%d,%d,%s,%d,%d,%d,%s,%s\r\n",
                  line.promisedUptimePercent().toPlainString(),
                  line.uptimePercent() == null ? "" : line.uptimePercent().toPlainString(),
                  line.coveragePercent().toPlainString(),
                  line.downMinutes(),
                  line.allowedMinutes(),
                  line.promisedResponseMs(),
                  line.p95Ms() == null ? "" : String.format(Locale.ROOT, "%.1f", line.p95Ms()),
                  line.outages(),
                  line.checks(),
                  line.requests(),
                  line.costUsd().toPlainString(),
                  line.kept() == null ? "" : line.kept() ? "yes" : "no"));
    }
    return csv.toString();
  }

  /** Spreadsheets take a text that begins like a formula for one; an apostrophe keeps it a text. */
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
