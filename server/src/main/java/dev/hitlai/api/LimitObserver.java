package dev.hitlai.api;

/**
 * Hears of every request that a limit counted, in the request's own thread: it must be quick and
 * ask no database.
 */
public interface LimitObserver {
  /**
   * @param bucket whose name ends with whom it counts for, such as {@code user:…} or {@code
   *     address:…}
   * @param endpoint a route's pattern or what else is limited
   */
  void counted(String bucket, String endpoint, RateLimits.Standing standing);
}
