package dev.hitlai.platform.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Differences between two groups on the same things. */
public final class Paired {
  private static final int EXACT = 14;

  private Paired() {}

  /** The mean difference with its 95 % interval by resampling. */
  public static Interval mean(double[] differences, int resamples, long seed) {
    int n = differences.length;
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    if (n < 2) {
      return new Interval(mean, Double.NaN, Double.NaN, n);
    }
    var random = new SplittableRandom(seed);
    var drawn = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += differences[random.nextInt(n)];
      }
      drawn[i] = sum / n;
    }
    Arrays.sort(drawn);
    return new Interval(
        mean, drawn[(int) (0.025 * resamples)], drawn[(int) (0.975 * resamples)], n);
  }

  /**
   * How likely a mean at least this far from 0 is when the two groups could be swapped anywhere:
   * exact for few differences, else by drawing.
   */
  public static double permutation(double[] differences, int draws, long seed) {
    // Those that are 0 stay so, whatever is swapped.
    double[] moving = Arrays.stream(differences).filter(d -> d != 0).toArray();
    double observed = Math.abs(Arrays.stream(moving).sum()) - 1e-12;
    if (moving.length <= EXACT) {
      int all = 1 << moving.length;
      int extreme = 0;
      for (int signs = 0; signs < all; signs++) {
        double sum = 0;
        for (int i = 0; i < moving.length; i++) {
          sum += (signs >> i & 1) == 0 ? moving[i] : -moving[i];
        }
        extreme += Math.abs(sum) >= observed ? 1 : 0;
      }
      return (double) extreme / all;
    }
    var random = new SplittableRandom(seed);
    int extreme = 1;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      long bits = 0;
      for (int i = 0; i < moving.length; i++) {
        bits = i % 64 == 0 ? random.nextLong() : bits >>> 1;
        sum += (bits & 1) == 0 ? moving[i] : -moving[i];
      }
      extreme += Math.abs(sum) >= observed ? 1 : 0;
    }
    return (double) extreme / (draws + 1);
  }

  /** Holm's step-down correction: p-values that hold together at one level. */
  public static double[] holm(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    var adjusted = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      highest = Math.max(highest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = highest;
    }
    return adjusted;
  }
}
