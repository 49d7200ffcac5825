package dev.hitlai.platform.statistics;

import java.util.List;

/**
 * Association of group and outcome within strata (Mantel and Haenszel 1959), to tell unequal
 * treatment from unequal circumstances.
 *
 * @param oddsRatio common to all strata; above 1: the first group has the outcome more often
 * @param chiSquare with continuity correction
 * @param pooled share of the first group minus share of the second, without regard to strata
 * @param within the same, as the mean of the strata weighed by their size
 */
public record MantelHaenszel(
    double oddsRatio, double chiSquare, double p, double pooled, double within) {

  /**
   * One stratum.
   *
   * @param a first group with the outcome
   * @param b first group without
   * @param c second group with
   * @param d second group without
   */
  public record Table(int a, int b, int c, int d) {
    int n() {
      return a + b + c + d;
    }
  }

  /** Differs from what the strata say: circumstances explain the difference, or hide one. */
  public boolean reverses() {
    return Math.signum(pooled) * Math.signum(within) < 0;
  }

  public static MantelHaenszel of(List<Table> strata) {
    double above = 0;
    double below = 0;
    double observed = 0;
    double expected = 0;
    double variance = 0;
    double weights = 0;
    double differences = 0;
    int[] sum = new int[4];
    for (var table : strata) {
      double n = table.n();
      sum[0] += table.a();
      sum[1] += table.b();
      sum[2] += table.c();
      sum[3] += table.d();
      double first = table.a() + table.b();
      double second = table.c() + table.d();
      if (n < 2 || first == 0 || second == 0) {
        continue;
      }
      double with = table.a() + table.c();
      above += table.a() * (double) table.d() / n;
      below += table.b() * (double) table.c() / n;
      observed += table.a();
      expected += first * with / n;
      variance += first * second * with * (n - with) / (n * n * (n - 1));
      double weight = first * second / n;
      weights += weight;
      differences += weight * (table.a() / first - table.c() / second);
    }
    double off = Math.max(0, Math.abs(observed - expected) - 0.5);
    double chiSquare = variance == 0 ? 0 : off * off / variance;
    return new MantelHaenszel(
        below == 0 ? Double.POSITIVE_INFINITY : above / below,
        chiSquare,
        Proportions.chiSquareTail(chiSquare),
        share(sum[0], sum[1]) - share(sum[2], sum[3]),
        weights == 0 ? 0 : differences / weights);
  }

  private static double share(int with, int without) {
    return with + without == 0 ? 0 : (double) with / (with + without);
  }
}
