package dev.hitlai.monitoring.internal.measure;

import dev.hitlai.monitoring.MetricType;
import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * Operations of one kind in one window.
 *
 * @param refused the caller's fault, {@code failed} ours
 * @param micros how long each took, in microseconds
 */
public record Summary(
    Key key,
    Instant from,
    Duration length,
    long count,
    long refused,
    long failed,
    Histogram micros) {

  /** What was measured. */
  public record Key(MetricType type, String endpoint, String operation) {}
}
