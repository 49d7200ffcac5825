package dev.hitlai.api;

import java.time.Duration;

/** So many in each period, refilled evenly. */
public record Limit(int amount, Duration period) {
  public Limit {
    if (amount < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("A limit allows at least one in a period of some length.");
    }
  }

  public static Limit perMinute(int amount) {
    return new Limit(amount, Duration.ofMinutes(1));
  }

  public static Limit perHour(int amount) {
    return new Limit(amount, Duration.ofHours(1));
  }
}
