package dev.hitlai.health.internal.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What a monitor came to minute by minute, so that a rule can be tried over the past. */
final class PastFigures {
  private static final long MINUTE = 60_000;

  private final long first;
  private final Sums[] until;

  /**
   * @param from whole minute
   * @param minutes a sum for each minute since then
   */
  PastFigures(Instant from, Sums[] minutes) {
    this.first = from.toEpochMilli() / MINUTE;
    this.until = new Sums[minutes.length + 1];
    this.until[0] = Sums.NONE;
    for (int i = 0; i < minutes.length; i++) {
      until[i + 1] = until[i].plus(minutes[i]);
    }
  }

  static Sums[] empty(int minutes) {
    var sums = new Sums[minutes];
    Arrays.fill(sums, Sums.NONE);
    return sums;
  }

  /** As they were at a moment; whole minutes, rounded up. */
  Figures at(Instant moment) {
    long end = moment.toEpochMilli() / MINUTE;
    return window -> between(end - ceiling(window), end);
  }

  private static long ceiling(Duration window) {
    return (window.toMillis() + MINUTE - 1) / MINUTE;
  }

  private Sums between(long from, long to) {
    Sums low = until[index(from)];
    Sums high = until[index(to)];
    return new Sums(
        high.checks() - low.checks(),
        high.failed() - low.failed(),
        high.answered() - low.answered(),
        high.spentMs() - low.spentMs(),
        high.trafficRows() - low.trafficRows(),
        high.requests() - low.requests(),
        high.failedRequests() - low.failedRequests(),
        0,
        0);
  }

  private int index(long minute) {
    return (int) Math.clamp(minute - first, 0, until.length - 1);
  }
}
