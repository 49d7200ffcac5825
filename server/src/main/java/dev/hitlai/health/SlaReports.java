package dev.hitlai.health;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Measures promises of availability and speed, month by month. */
@Component
public class SlaReports {
  private static final Actor ACTOR = Actor.system("sla report");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Monitors monitors;
  private final Uptime uptime;
  private final TransactionOperations transactions;
  private final Clock clock;

  SlaReports(
      Monitors monitors, Uptime uptime, TransactionOperations transactions, Clock clock) {
    this.monitors = monitors;
    this.uptime = uptime;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All active monitors of an owner that the caller may see; null: the platform's own. */
  public SlaReport of(@Nullable UUID companyId, YearMonth month) {
    return Objects.requireNonNull(
        transactions.execute(_ -> report(monitors.of(companyId), month)));
  }

  /** The parts of the platform that everybody may see, whoever asks. */
  public SlaReport ofPublicParts(YearMonth month) {
    return Tenancy.as(
        ACTOR,
        () ->
            Objects.requireNonNull(
                transactions.execute(_ -> report(monitors.shownPublicly(), month))));
  }

  private SlaReport report(List<Monitor> all, YearMonth month) {
    Instant now = clock.instant();
    Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = UptimePeriod.MONTHLY.next(from);
    var figures =
        uptime.by(UptimePeriod.MONTHLY, all.stream().map(Monitor::id).toList(), from, end);
    return new SlaReport(
        month,
        now.isBefore(end) ? now : end,
        !now.isBefore(end),
        all.stream().map(monitor -> line(monitor, figures)).toList());
  }

  private static SlaReport.Line line(Monitor monitor, Map<UUID, List<UptimeFigures>> figures) {
    var promise = monitor.promise();
    var months = figures.getOrDefault(monitor.id(), List.of());
    UptimeFigures month = months.isEmpty() ? null : months.getFirst();
    return new SlaReport.Line(
        monitor.id(),
        monitor.name(),
        monitor.endpoint(),
        promise.uptimePercent(),
        month == null ? null : month.uptimePercent(),
        month == null ? BigDecimal.ZERO : month.coveragePercent(),
        month == null ? 0 : month.downMs(),
        month == null ? 0 : allowed(month.upMs() + month.downMs(), promise.uptimePercent()),
        month == null ? 0 : month.maintenanceMs(),
        promise.responseTime().toMillis(),
        month == null ? null : month.p95Ms(),
        month == null ? 0 : month.incidents(),
        month == null ? BigDecimal.ZERO : month.costUsd());
  }

  private static long allowed(long seenMs, BigDecimal promisedPercent) {
    return HUNDRED
        .subtract(promisedPercent)
        .multiply(BigDecimal.valueOf(seenMs))
        .divide(HUNDRED, 0, RoundingMode.DOWN)
        .longValue();
  }
}
