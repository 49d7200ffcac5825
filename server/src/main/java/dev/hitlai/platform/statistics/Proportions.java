package dev.hitlai.platform.statistics;

/** Shares and what they can differ by. */
public final class Proportions {
  /** Of the normal distribution, for 95 %. */
  static final double Z = 1.959963984540054;

  private Proportions() {}

  /** Wilson's score interval without continuity correction (Newcombe 1998, method 3). */
  public static Interval wilson(int hits, int n) {
    if (n == 0) {
      return new Interval(0, 0, 1, 0);
    }
    double p = (double) hits / n;
    double spread = Z * Math.sqrt(Z * Z + 4 * n * p * (1 - p));
    double middle = 2 * n * p + Z * Z;
    double below = 2 * (n + Z * Z);
    return new Interval(p, (middle - spread) / below, (middle + spread) / below, n);
  }

  /** First share minus second, with the interval of Newcombe 1998, method 10. */
  public static Interval difference(int hits1, int n1, int hits2, int n2) {
    var one = wilson(hits1, n1);
    var two = wilson(hits2, n2);
    double d = one.estimate() - two.estimate();
    double below = Math.hypot(one.estimate() - one.low(), two.high() - two.estimate());
    double above = Math.hypot(one.high() - one.estimate(), two.estimate() - two.low());
    return new Interval(d, d - below, d + above, n1 + n2);
  }

  /**
   * Cases a group that it takes to see a difference of two shares with 80 % chance at 5 %.
   *
   * @param gap as a share, e.g. 0.2 for 20 points
   */
  public static int needed(double gap) {
    double zPower = 0.8416212335729143;
    // Shares around one half vary most, so that the number is never too small.
    double low = 0.5 - gap / 2;
    double high = 0.5 + gap / 2;
    double variance = low * (1 - low) + high * (1 - high);
    return (int) Math.ceil(Math.pow(Z + zPower, 2) * variance / (gap * gap));
  }

  /** The chance of a larger value of chi-square with one degree of freedom. */
  public static double chiSquareTail(double value) {
    return value <= 0 ? 1 : 2 * normalTail(Math.sqrt(value));
  }

  /** The chance of a larger value of the normal distribution. */
  public static double normalTail(double z) {
    return 0.5 * erfc(z / Math.sqrt(2));
  }

  /** Complementary error function by its continued fraction (Numerical Recipes, erfccheb's fit). */
  private static double erfc(double x) {
    double z = Math.abs(x);
    double t = 2 / (2 + z);
    double ty = 4 * t - 2;
    double d = 0;
    double dd = 0;
    for (int j = COEFFICIENTS.length - 1; j > 0; j--) {
      double before = d;
      d = ty * d - dd + COEFFICIENTS[j];
      dd = before;
    }
    double result = t * Math.exp(-z * z + 0.5 * (COEFFICIENTS[0] + ty * d) - dd);
    return x >= 0 ? result : 2 - result;
  }

  private static final double[] COEFFICIENTS = {
    -1.3026537197817094,
    6.4196979235649026e-1,
    1.9476473204185836e-2,
    -9.561514786808631e-3,
    -9.46595344482036e-4,
    3.66839497852761e-4,
    4.2523324806907e-5,
    -2.0278578112534e-5,
    -1.624290004647e-6,
    1.303655835580e-6,
    1.5626441722e-8,
    -8.5238095915e-8,
    6.529054439e-9,
    5.059343495e-9,
    -9.91364156e-10,
    -2.27365122e-10,
    9.6467911e-11,
    2.394038e-12,
    -6.886027e-12,
    8.94487e-13,
    3.13092e-13,
    -1.12708e-13,
    3.81e-16,
    7.106e-15,
    -1.523e-15,
    -9.4e-17,
    1.21e-16,
    -2.8e-17
  };
}
