package dev.hitlai.health.internal.alerts;

import java.time.Duration;
import java.util.List;

/**
 * Pairs of windows over which the error budget must burn too fast: the longer one says that it
 * matters, the shorter one that it still goes on. Factors and windows are those of the Site
 * Reliability Workbook, chapter 5, table 5-8: at 14.4 times the allowed rate a month's budget loses
 * 2 % in an hour, at 6 times 5 % in six hours, at the allowed rate 10 % in three days.
 */
final class BurnRate {
  private static final double FAST = 14.4;
  private static final double SLOWER = 6;

  private BurnRate() {}

  record Pair(Duration longer, Duration shorter, double factor) {}

  /** A critical rule pages, others open a ticket; factors follow the rule's threshold. */
  static List<Pair> of(Terms terms) {
    double threshold = terms.threshold();
    return terms.severity() == AlertSeverity.CRITICAL
        ? List.of(
            new Pair(Duration.ofHours(1), Duration.ofMinutes(5), threshold),
            new Pair(Duration.ofHours(6), Duration.ofMinutes(30), threshold * SLOWER / FAST))
        : List.of(new Pair(Duration.ofDays(3), Duration.ofHours(6), threshold));
  }

  /**
   * How many times the allowed rate.
   *
   * @param allowedShare what may fail, such as 0.001 where 99.9 % are promised
   */
  static double of(Sums sums, double allowedShare) {
    return sums.failedShare() / Math.max(allowedShare, 1e-6);
  }
}
