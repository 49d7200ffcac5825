package dev.hitlai.platform.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far probabilities are what they say, and how well they tell right from wrong. */
public final class Calibration {
  private static final int BINS = 15;

  private Calibration() {}

  /**
   * A bin of the reliability diagram.
   *
   * @param said mean probability in it
   * @param held share that was right
   */
  public record Bin(double said, double held, int n) {}

  /** A point of the precision–recall curve. */
  public record Point(double threshold, double precision, double recall) {}

  /** Bins of equal size, from the least to the most probable; ties stay together. */
  public static List<Bin> bins(double[] said, boolean[] held) {
    var order = order(said);
    var bins = new ArrayList<Bin>();
    int from = 0;
    for (int bin = 1; bin <= BINS && from < order.length; bin++) {
      int to = Math.max(from + 1, (int) Math.round((double) order.length * bin / BINS));
      to = Math.min(to, order.length);
      while (to < order.length && said[order[to]] == said[order[to - 1]]) {
        to++;
      }
      double probability = 0;
      int right = 0;
      for (int i = from; i < to; i++) {
        probability += said[order[i]];
        right += held[order[i]] ? 1 : 0;
      }
      int n = to - from;
      bins.add(new Bin(probability / n, (double) right / n, n));
      from = to;
    }
    return bins;
  }

  /** Expected calibration error over 15 bins of equal size. */
  public static double error(double[] said, boolean[] held) {
    double sum = 0;
    for (var bin : bins(said, held)) {
      sum += bin.n() * Math.abs(bin.said() - bin.held());
    }
    return said.length == 0 ? Double.NaN : sum / said.length;
  }

  /** Chance that a right one is more probable than a wrong one; NaN when there is only one kind. */
  public static double auc(double[] said, boolean[] held) {
    var order = order(said);
    double ranks = 0;
    long right = 0;
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && said[order[to]] == said[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        if (held[order[i]]) {
          ranks += rank;
          right++;
        }
      }
      from = to;
    }
    long wrong = order.length - right;
    return right == 0 || wrong == 0
        ? Double.NaN
        : (ranks - right * (right + 1) / 2.0) / ((double) right * wrong);
  }

  /** From the strictest to the mildest threshold, at most so many points. */
  public static List<Point> precisionRecall(double[] said, boolean[] held, int points) {
    var order = order(said);
    int all = 0;
    for (boolean one : held) {
      all += one ? 1 : 0;
    }
    var curve = new ArrayList<Point>();
    int right = 0;
    int step = Math.max(1, order.length / Math.max(1, points));
    for (int i = order.length - 1, taken = 1; i >= 0; i--, taken++) {
      right += held[order[i]] ? 1 : 0;
      boolean tied = i > 0 && said[order[i - 1]] == said[order[i]];
      if (!tied && (taken % step == 0 || i == 0)) {
        curve.add(
            new Point(said[order[i]], (double) right / taken, all == 0 ? 0 : (double) right / all));
      }
    }
    return curve;
  }

  /** Share of right ones among those at least so probable; n is how many these are. */
  public static Interval precisionAt(double[] said, boolean[] held, double threshold) {
    int n = 0;
    int right = 0;
    for (int i = 0; i < said.length; i++) {
      if (said[i] >= threshold) {
        n++;
        right += held[i] ? 1 : 0;
      }
    }
    return Proportions.wilson(right, n);
  }

  private static int[] order(double[] said) {
    Integer[] order = new Integer[said.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(said[a], said[b]));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }
}
