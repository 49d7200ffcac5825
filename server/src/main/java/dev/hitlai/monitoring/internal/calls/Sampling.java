package dev.hitlai.monitoring.internal.calls;

import java.util.concurrent.ConcurrentHashMap;

/** Logs the first so many of a route in a minute, and of the rest one of so many. */
final class Sampling {
  private final int whole;
  private final int oneOf;
  private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(long minute, long times) {}

  Sampling(int whole, int oneOf) {
    this.whole = whole;
    this.oneOf = oneOf;
  }

  boolean takes(String route, long epochSecond) {
    long minute = Math.floorDiv(epochSecond, 60);
    long times =
        counts
            .merge(
                route,
                new Count(minute, 1),
                (before, _) ->
                    before.minute() == minute
                        ? new Count(minute, before.times() + 1)
                        : new Count(minute, 1))
            .times();
    return times <= whole || (times - whole) % oneOf == 0;
  }
}
