package dev.hitlai.recording.internal.bots;

import java.util.ArrayList;

/** One way of the pointer. */
record Path(int steps, double chord, double length, Pace speed, int jumps) {
  private static final int STRIDE = 3;
  private static final double JUMP = 350;

  static Path of(int[] points) {
    int last = points.length - STRIDE;
    if (last < STRIDE) {
      return new Path(0, 0, 0, Pace.of(java.util.List.of()), 0);
    }
    var speeds = new ArrayList<Double>();
    double length = 0;
    int steps = 0;
    int jumps = 0;
    for (int i = STRIDE; i <= last; i += STRIDE) {
      double way =
          Math.hypot(points[i] - points[i - STRIDE], points[i + 1] - points[i - STRIDE + 1]);
      int took = points[i + 2] - points[i - STRIDE + 2];
      if (way < 1) {
        continue;
      }
      length += way;
      steps++;
      jumps += way > JUMP && took < 60 ? 1 : 0;
      if (took > 0) {
        speeds.add(way / took);
      }
    }
    double chord = Math.hypot(points[last] - points[0], points[last + 1] - points[1]);
    return new Path(steps, chord, length, Pace.of(speeds), jumps);
  }

  double straightness() {
    return length <= 0 ? 0 : chord / length;
  }
}
