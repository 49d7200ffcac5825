package dev.hitlai.recording.internal.ingest;

import java.time.Instant;

/** Stretches of pointer movement: points become absolute, and what they amount to is reckoned. */
final class MouseRows {
  private static final int MOST_POINTS = 1000;
  private static final int FAR = 1_000_000;
  private static final int PAUSE_MILLIS = 1000;

  private MouseRows() {}

  static void write(Batch batch, long end, Fields f) {
    long duration = f.needed(2, 0, 3_600_000);
    int[] given = f.numbers(5);
    if (given == null || given.length % 3 != 0 || given.length > 3 * MOST_POINTS) {
      throw Refused.content(
          "Points of a movement are triples of x, y and time, at most " + MOST_POINTS + ".");
    }
    var path = new Path(given);
    long start = end - duration;
    batch
        .row(EventTable.MOUSE, end)
        .json(path.json)
        .decimal(path.distance)
        .decimal(duration == 0 ? 0.0 : path.distance * 1000 / duration)
        .decimal(path.fastest)
        .bool(path.turns * 4 <= path.points)
        .bool(path.pauses > 0)
        .int4(path.pauses)
        .time(Instant.ofEpochMilli(start))
        .time(Instant.ofEpochMilli(end))
        .int8(duration)
        .int4(f.wholeOr(3, -FAR * 10L, FAR * 10L, 0))
        .int4(f.wholeOr(4, -FAR * 10L, FAR * 10L, 0))
        .bool(f.wholeOr(7, 0, 1, 0) == 1);
  }

  /** Absolute points with what they amount to. */
  private static final class Path {
    final String json;
    final int points;
    double distance;
    double fastest;
    int pauses;
    int turns;

    Path(int[] given) {
      this.points = given.length / 3;
      var text = new StringBuilder(given.length * 5 + 2).append('[');
      long x = 0;
      long y = 0;
      long time = 0;
      int lastX = 0;
      int lastY = 0;
      for (int i = 0; i < given.length; i += 3) {
        int dx = given[i];
        int dy = given[i + 1];
        int dt = given[i + 2];
        x += dx;
        y += dy;
        time += dt;
        if (dt < 0 || Math.abs(x) > FAR || Math.abs(y) > FAR) {
          throw Refused.content("A point of a movement lies outside of any screen or time.");
        }
        text.append(i == 0 ? "" : ",").append(x).append(',').append(y).append(',').append(time);
        if (i > 0) {
          step(dx, dy, dt);
          turns += (long) dx * lastX + (long) dy * lastY < 0 ? 1 : 0;
          lastX = dx;
          lastY = dy;
        }
      }
      this.json = text.append(']').toString();
    }

    private void step(int dx, int dy, int dt) {
      double length = Math.hypot(dx, dy);
      distance += length;
      if (dt > 0) {
        fastest = Math.max(fastest, Math.min(9_999_999, length * 1000 / dt));
      }
      pauses += dt >= PAUSE_MILLIS ? 1 : 0;
    }
  }
}
