package dev.hitlai.training.internal.learn;

import java.util.Arrays;

/**
 * A curve that never falls, from scores to probabilities (pool adjacent violators), straight
 * between its points.
 */
public record Isotonic(double[] scores, double[] probabilities) {
  /** Fewer cases than this in a step make its height a matter of luck. */
  private static final double LEAST = 20;

  /**
   * @param targets estimates of the truth, which may lie outside 0 to 1 when labels are noisy
   * @param weights how much each counts
   */
  public static Isotonic fit(double[] scores, double[] targets, double[] weights) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    int n = 0;
    double[] middle = new double[scores.length];
    double[] height = new double[scores.length];
    double[] weight = new double[scores.length];
    for (int i : order) {
      middle[n] = scores[i];
      height[n] = targets[i];
      weight[n] = weights[i];
      n++;
      while (n > 1 && (height[n - 2] >= height[n - 1] || middle[n - 2] == middle[n - 1])) {
        n = pool(middle, height, weight, n);
      }
    }
    // Steps of a few cases are pooled with the one below; the last ones with the one before.
    for (int i = 1; i < n; ) {
      if (weight[i] < LEAST || weight[i - 1] < LEAST) {
        merge(middle, height, weight, i);
        System.arraycopy(middle, i + 1, middle, i, n - i - 1);
        System.arraycopy(height, i + 1, height, i, n - i - 1);
        System.arraycopy(weight, i + 1, weight, i, n - i - 1);
        n--;
      } else {
        i++;
      }
    }
    double[] probabilities =
        Arrays.stream(height, 0, n).map(h -> Math.clamp(h, 0.005, 0.995)).toArray();
    return new Isotonic(Arrays.copyOf(middle, n), probabilities);
  }

  private static int pool(double[] middle, double[] height, double[] weight, int n) {
    merge(middle, height, weight, n - 1);
    return n - 1;
  }

  private static void merge(double[] middle, double[] height, double[] weight, int i) {
    double sum = weight[i - 1] + weight[i];
    middle[i - 1] = (middle[i - 1] * weight[i - 1] + middle[i] * weight[i]) / sum;
    height[i - 1] = (height[i - 1] * weight[i - 1] + height[i] * weight[i]) / sum;
    weight[i - 1] = sum;
  }

  public double of(double score) {
    int at = Arrays.binarySearch(scores, score);
    if (at >= 0) {
      return probabilities[at];
    }
    int right = -at - 1;
    if (right == 0) {
      return probabilities[0];
    }
    if (right == scores.length) {
      return probabilities[scores.length - 1];
    }
    double share = (score - scores[right - 1]) / (scores[right] - scores[right - 1]);
    return probabilities[right - 1] + share * (probabilities[right] - probabilities[right - 1]);
  }
}
