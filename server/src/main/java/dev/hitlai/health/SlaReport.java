package dev.hitlai.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was promised for a month, and what was kept.
 *
 * @param until the end of the month, or now in the present one
 */
public record SlaReport(YearMonth month, Instant until, boolean isOver, List<Line> lines) {
  public SlaReport {
    lines = List.copyOf(lines);
  }

  /** Whether a promise was kept; unknown when nothing was seen. */
  public enum Kept {
    YES("kept"),
    NO("missed"),
    UNKNOWN("no data");

    private final String label;

    Kept(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * One monitor.
   *
   * @param promisedUptime percent
   * @param uptime percent of the time up or down; null when nothing was seen
   * @param coverage percent of the time outside maintenance that was seen
   * @param promisedMs response time that 95 % of the checks were to stay below
   * @param p95Ms what 95 % stayed below; null when nothing answered
   * @param allowedDownMs how long it might have been down by the promise in the time seen
   * @param costUsd of checks and requests
   */
  public record Line(
      UUID monitorId,
      String name,
      String endpoint,
      BigDecimal promisedUptime,
      @Nullable BigDecimal uptime,
      BigDecimal coverage,
      long downMs,
      long allowedDownMs,
      long maintenanceMs,
      long promisedMs,
      @Nullable Double p95Ms,
      int incidents,
      BigDecimal costUsd) {

    public Kept uptimeKept() {
      return uptime == null
          ? Kept.UNKNOWN
          : uptime.compareTo(promisedUptime) >= 0 ? Kept.YES : Kept.NO;
    }

    public Kept responseKept() {
      return p95Ms == null ? Kept.UNKNOWN : p95Ms <= promisedMs ? Kept.YES : Kept.NO;
    }
  }

  /** Promises of uptime that were missed. */
  public long missed() {
    return lines.stream().filter(line -> line.uptimeKept() == Kept.NO).count();
  }
}
