package dev.hitlai.testsupport;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something that happens in the background has happened. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private Eventually() {}

  /** The first value that fits; fails with the last one when none comes. */
  public static <T> T eventually(Supplier<T> value, Predicate<T> fits) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T now = value.get();
    while (!fits.test(now)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It didn't come to that; last seen: " + now);
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
      now = value.get();
    }
    return now;
  }

  public static void eventually(BooleanSupplier happened) {
    eventually(happened::getAsBoolean, now -> now);
  }
}
