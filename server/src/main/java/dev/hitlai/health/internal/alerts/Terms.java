package dev.hitlai.health.internal.alerts;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule demands.
 *
 * @param threshold in the metric's unit
 * @param hold how long the threshold must be passed before it is an alarm; 0 for at once
 * @param minFailures of error and burn rates: with fewer failures in the window they say nothing,
 *     because of a handful of checks two that fail are no rate
 */
public record Terms(
    Metric metric,
    Comparison comparison,
    double threshold,
    Duration hold,
    int minFailures,
    AlertSeverity severity) {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final int CHECKS_OF_A_RATE = 10;

  public Terms {
    if (hold.isNegative() || minFailures < 1 || !Double.isFinite(threshold)) {
      throw new IllegalArgumentException("A rule has a threshold and looks for some time.");
    }
    if (metric == Metric.BURN_RATE && comparison != Comparison.GREATER_THAN) {
      throw new IllegalArgumentException("A budget burns too fast, never too slowly.");
    }
  }

  /** All windows that figures are needed of. */
  public List<Duration> windows(Duration interval) {
    return switch (metric) {
      case RESPONSE_TIME -> List.of(recent(interval));
      case ERROR_RATE -> List.of(rate(interval), fresh(interval));
      case UPTIME -> List.of(DAY);
      case REQUEST_COUNT -> List.of(FIVE_MINUTES);
      case BURN_RATE ->
          BurnRate.of(this).stream()
              .flatMap(pair -> Stream.of(pair.longer(), pair.shorter()))
              .distinct()
              .toList();
    };
  }

  /** The last two or three checks. */
  Duration recent(Duration interval) {
    return longest(Duration.ofMinutes(1), interval.multipliedBy(5).dividedBy(2));
  }

  /** Enough checks for a share to mean something. */
  Duration rate(Duration interval) {
    return longest(longest(FIVE_MINUTES, hold), interval.multipliedBy(CHECKS_OF_A_RATE));
  }

  /** In which something must have failed for errors to be more than a memory. */
  Duration fresh(Duration interval) {
    return longest(Duration.ofMinutes(2), interval.multipliedBy(3));
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
