package dev.hitlai.monitoring;

import dev.hitlai.monitoring.internal.measure.Summary;
import dev.hitlai.monitoring.internal.measure.Windows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes measured operations, from anywhere and at any rate: they are added up in memory and written
 * as one summary a minute and one an hour. It asks no database and waits for nobody.
 */
@Component
public class Measurements {
  private final Windows minutes = new Windows(Duration.ofMinutes(1));
  private final Windows hours = new Windows(Duration.ofHours(1));
  private final Clock clock;

  Measurements(Clock clock) {
    this.clock = clock;
  }

  /** How an operation came out. */
  public enum Result {
    FINE,
    /** The caller's fault: 4xx. */
    REFUSED,
    /** Ours: 5xx, an error, a timeout. */
    FAILED
  }

  /**
   * Adds one that just ended.
   *
   * @param endpoint where, with few different values: a route's pattern, a table, an agent
   * @param operation what: a method, a kind of statement
   */
  public void add(
      MetricType type, String endpoint, String operation, Duration took, Result result) {
    var key = new Summary.Key(type, endpoint, operation);
    Instant now = clock.instant();
    minutes.add(key, now, took, result);
    hours.add(key, now, took, result);
  }

  /**
   * Takes out the summaries of windows that are over.
   *
   * @param all those that still run, too
   */
  public List<Summary> takeOut(boolean all) {
    Instant now = clock.instant();
    var done = new ArrayList<>(minutes.takeOut(now, all));
    done.addAll(hours.takeOut(now, all));
    return done;
  }
}
