package dev.hitlai.health.internal;

import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.internal.jooq.tables.records.ApiUptimeSummaryRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up periods; which ones in which order makes no difference. */
public final class UptimeSum {
  private static final int SHOWN_DIGITS = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private long up;
  private long degraded;
  private long down;
  private long maintenance;
  private long unknown;
  private int checks;
  private int failed;
  private long requests;
  private long failedRequests;
  private int incidents;
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal spent = BigDecimal.ZERO;
  private final ResponseTimes times = new ResponseTimes();

  void add(ApiUptimeSummaryRecord row) {
    up += row.getUpMs();
    degraded += row.getDegradedMs();
    down += row.getDownMs();
    maintenance += row.getMaintenanceMs();
    unknown += row.getUnknownMs();
    checks += row.getTotalChecks();
    failed += row.getFailedChecks();
    requests += row.getTotalRequests();
    failedRequests += row.getFailedRequests();
    incidents += row.getIncidentCount();
    cost = cost.add(row.getTotalCostUsd());
    spent = spent.add(row.getResponseTimeSumMs());
    times.add(ResponseTimes.read(row.getResponseTimes()));
  }

  UptimeFigures figures(UUID monitorId, Instant from, Instant until) {
    return new UptimeFigures(
        monitorId,
        from,
        until,
        up,
        degraded,
        down,
        maintenance,
        unknown,
        uptime(up, down),
        coverage(up + down, unknown),
        checks,
        failed,
        average(),
        times.min(),
        times.max(),
        times.percentile(50),
        times.percentile(95),
        times.percentile(99),
        requests,
        failedRequests,
        incidents,
        cost);
  }

  ResponseTimes times() {
    return times;
  }

  BigDecimal spent() {
    return spent;
  }

  private @Nullable Double average() {
    return times.count() == 0 ? null : spent.doubleValue() / times.count();
  }

  /**
   * Rounded down, so that 100 means that nothing was missed; null when neither was seen.
   *
   * @param upMs with the slow time
   */
  static @Nullable BigDecimal uptime(long upMs, long downMs) {
    return upMs + downMs == 0 ? null : share(upMs, upMs + downMs);
  }

  /** How much was seen; everything of nothing. */
  static BigDecimal coverage(long seenMs, long unknownMs) {
    return seenMs + unknownMs == 0 ? HUNDRED : share(seenMs, seenMs + unknownMs);
  }

  private static BigDecimal share(long part, long whole) {
    return HUNDRED
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), SHOWN_DIGITS, RoundingMode.DOWN);
  }
}
