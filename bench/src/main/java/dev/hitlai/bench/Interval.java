package dev.hitlai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * An estimate with its 95 % interval.
 *
 * @param low at most the estimate
 * @param high at least the estimate
 */
record Interval(double estimate, double low, double high) {
  /** Standard normal quantile of 97.5 %. */
  private static final double Z = 1.959964;

  private static final int RESAMPLES = 2000;

  /** A share, after Wilson 1927. */
  static Interval share(long successes, long tries) {
    double share = (double) successes / tries;
    double squared = Z * Z / tries;
    double centre = (share + squared / 2) / (1 + squared);
    double half =
        Z * Math.sqrt(share * (1 - share) / tries + squared / (4 * tries)) / (1 + squared);
    return new Interval(share, Math.min(share, centre - half), Math.max(share, centre + half));
  }

  /**
   * A statistic of some groups of numbers, by the bootstrap: each group is drawn anew from itself.
   *
   * @param groups none of them empty
   */
  static Interval bootstrap(
      List<double[]> groups, ToDoubleFunction<List<double[]>> statistic, long seed) {
    var random = new Random(seed);
    var drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      drawn[i] = statistic.applyAsDouble(groups.stream().map(g -> again(g, random)).toList());
    }
    Arrays.sort(drawn);
    double estimate = statistic.applyAsDouble(groups);
    return new Interval(
        estimate,
        Math.min(estimate, drawn[(int) (RESAMPLES * 0.025)]),
        Math.max(estimate, drawn[(int) (RESAMPLES * 0.975)]));
  }

  private static double[] again(double[] values, Random random) {
    return random.ints(values.length, 0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  String percent() {
    return "%.1f %% (%.1f to %.1f)".formatted(estimate * 100, low * 100, high * 100);
  }

  String times() {
    return "%.2f × (%.2f to %.2f)".formatted(estimate, low, high);
  }
}
