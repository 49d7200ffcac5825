package dev.hitlai.identity.internal;

import java.time.Duration;

/** How long an account takes no password after wrong ones in a row. */
final class LockOut {
  static final int FREE_TRIES = 10;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int DOUBLINGS = 11;

  private LockOut() {}

  /** Nothing up to nine failures, a minute at the tenth, then twice as long each, at most a day. */
  static Duration after(int failures) {
    if (failures < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, failures - FREE_TRIES));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
