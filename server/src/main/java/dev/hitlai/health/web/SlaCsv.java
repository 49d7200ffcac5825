package dev.hitlai.health.web;

import dev.hitlai.health.SlaReport;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for spreadsheets (RFC 4180). */
final class SlaCsv {
  private static final String HEAD =
      "month,monitor,endpoint,promised_uptime_percent,uptime_percent,uptime_kept,coverage_percent,"
          + "down_minutes,allowed_down_minutes,maintenance_minutes,promised_response_ms,p95_ms,"
          + "response_kept,incidents,cost_usd\r\n";
  private static final double MINUTE = 60_000;

  private SlaCsv() {}

  static String of(SlaReport report) {
    var csv = new StringBuilder(HEAD);
    for (var line : report.lines()) {
      csv.append(report.month()).append(',');
      csv.append(text(line.name())).append(',');
      csv.append(text(line.endpoint())).append(',');
      csv.append(line.promisedUptime().toPlainString()).append(',');
      csv.append(plain(line.uptime())).append(',');
      csv.append(line.uptimeKept().label()).append(',');
      csv.append(line.coverage().toPlainString()).append(',');
      csv.append(minutes(line.downMs())).append(',');
      csv.append(minutes(line.allowedDownMs())).append(',');
      csv.append(minutes(line.maintenanceMs())).append(',');
      csv.append(line.promisedMs()).append(',');
      csv.append(line.p95Ms() == null ? "" : String.format(Locale.ROOT, "%.1f", line.p95Ms()));
      csv.append(',').append(line.responseKept().label()).append(',');
      csv.append(line.incidents()).append(',');
      csv.append(line.costUsd().toPlainString()).append("\r\n");
    }
    return csv.toString();
  }

  private static String minutes(long millis) {
    return String.format(Locale.ROOT, "%.2f", millis / MINUTE);
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  /** A leading sign would make a spreadsheet calculate what somebody wrote. */
  private static String text(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
