package dev.hitlai.health.internal;

import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.internal.jooq.tables.records.ApiUptimeSummaryRecord;
import dev.hitlai.health.internal.state.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
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

  /** One more period. */
  public void add(ApiUptimeSummaryRecord row) {
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

  /** What an hour's checks came to; the response time of one that got no answer is null. */
  public void add(Period period, List<Check> counted) {
    up += period.upMs();
    degraded += period.degradedMs();
    down += period.downMs();
    maintenance += period.maintenanceMs();
    unknown += period.unknownMs();
    incidents += period.outages();
    for (var check : counted) {
      checks++;
      failed += check.failed() ? 1 : 0;
      if (check.responseMs() != null) {
        times.add(check.responseMs());
        spent = spent.add(BigDecimal.valueOf(check.responseMs()));
      }
    }
  }

  /** A check as far as figures are concerned. */
  public record Check(boolean failed, @Nullable Double responseMs) {}

  public void addTraffic(long count, long failures) {
    requests += count;
    failedRequests += failures;
  }

  /**
   * @param perRequest US dollars for each check and each request counted so far
   */
  public void addCost(BigDecimal perRequest) {
    cost = cost.add(perRequest.multiply(BigDecimal.valueOf(checks + requests)));
  }

  /** Into a row, except for what says which period of which monitor it is. */
  public void write(ApiUptimeSummaryRecord row) {
    row.setUpMs(up);
    row.setDegradedMs(degraded);
    row.setDownMs(down);
    row.setMaintenanceMs(maintenance);
    row.setUnknownMs(unknown);
    row.setUptimePercent(uptime(up, down));
    row.setCoveragePercent(coverage(up + down, unknown));
    row.setTotalChecks(checks);
    row.setFailedChecks(failed);
    row.setSuccessfulChecks(checks - failed);
    row.setAvgResponseTimeMs(decimal(average()));
    row.setMinResponseTimeMs(decimal(times.min()));
    row.setMaxResponseTimeMs(decimal(times.max()));
    row.setP50ResponseTimeMs(decimal(times.percentile(50)));
    row.setP95ResponseTimeMs(decimal(times.percentile(95)));
    row.setP99ResponseTimeMs(decimal(times.percentile(99)));
    row.setResponseTimes(times.bytes());
    row.setResponseTimeSumMs(spent);
    row.setTotalRequests(requests);
    row.setFailedRequests(failedRequests);
    row.setSuccessfulRequests(requests - failedRequests);
    row.setErrorRate(
        requests == 0
            ? null
            : BigDecimal.valueOf(failedRequests)
                .divide(BigDecimal.valueOf(requests), 4, RoundingMode.HALF_UP));
    row.setIncidentCount(incidents);
    row.setTotalDowntimeMinutes((int) Math.round(down / 60_000.0));
    row.setTotalCostUsd(cost);
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

  private static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(SHOWN_DIGITS, RoundingMode.HALF_UP);
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
