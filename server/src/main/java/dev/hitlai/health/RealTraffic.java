package dev.hitlai.health;

import java.time.Instant;
import java.util.List;

/**
 * What our own users' requests came to, so that a healthy check can't hide failing users.
 * Implemented by whoever keeps the requests.
 */
public interface RealTraffic {
  /**
   * One route in a window.
   *
   * @param route as its controller maps it, such as {@code /api/test-runs/{id}}
   * @param failed answered with 5xx
   */
  record Volume(String method, String route, long requests, long failed) {}

  /** Requests that ended at {@code from} or later and before {@code until}. */
  List<Volume> between(Instant from, Instant until);

  /** Whether requests are counted at all; else pages say that they aren't. */
  boolean isCounted();
}
