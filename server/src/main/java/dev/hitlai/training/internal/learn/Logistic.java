package dev.hitlai.training.internal.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression with a penalty on large weights, by L-BFGS. Labels may be wrong: each comes
 * with the chance that it is, and what is fitted is the truth behind them (Natarajan et al. 2013).
 *
 * @param weights as many as there are features
 */
public record Logistic(double[] weights, double bias) {
  private static final int MEMORY = 8;
  private static final int STEPS = 60;
  private static final double FLAT = 1e-4;

  /**
   * What is learnt from.
   *
   * @param rows features
   * @param labels 0 or 1
   * @param wrong chance that the label is wrong, below 0.5
   */
  public record Examples(List<float[]> rows, int[] labels, double[] wrong) {
    int size() {
      return rows.size();
    }
  }

  public double probability(float[] row) {
    return sigmoid(score(row));
  }

  /** The log-odds. */
  public double score(float[] row) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * row[i];
    }
    return sum;
  }

  static double sigmoid(double z) {
    return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
  }

  /**
   * @param penalty on the mean loss, e.g. 1e-3
   * @param withBias false for differences of two things, where none is first
   */
  public static Logistic fit(Examples examples, double penalty, boolean withBias) {
    int features = examples.rows().getFirst().length;
    double[] x = new double[features + 1];
    double[] gradient = new double[features + 1];
    double loss = loss(examples, penalty, withBias, x, gradient);
    var memory = new ArrayDeque<double[][]>();
    for (int step = 0; step < STEPS && norm(gradient) > FLAT; step++) {
      double[] direction = direction(gradient, memory);
      double slope = dot(direction, gradient);
      if (slope >= 0) {
        memory.clear();
        direction = gradient.clone();
        scale(direction, -1);
        slope = dot(direction, gradient);
      }
      double length = step == 0 ? 1 / Math.max(1, norm(gradient)) : 1;
      double[] next = new double[x.length];
      double[] nextGradient = new double[x.length];
      double nextLoss = loss;
      int tries = 0;
      for (; tries < 30; tries++, length /= 2) {
        for (int i = 0; i < x.length; i++) {
          next[i] = x[i] + length * direction[i];
        }
        nextLoss = loss(examples, penalty, withBias, next, nextGradient);
        if (nextLoss <= loss + 1e-4 * length * slope) {
          break;
        }
      }
      if (tries == 30 || loss - nextLoss < 1e-10) {
        break;
      }
      remember(memory, x, next, gradient, nextGradient);
      x = next;
      gradient = nextGradient;
      loss = nextLoss;
    }
    double[] weights = java.util.Arrays.copyOf(x, features);
    return new Logistic(weights, withBias ? x[features] : 0);
  }

  private static double loss(
      Examples examples, double penalty, boolean withBias, double[] x, double[] gradient) {
    int features = x.length - 1;
    java.util.Arrays.fill(gradient, 0);
    double loss = 0;
    int n = examples.size();
    for (int k = 0; k < n; k++) {
      float[] row = examples.rows().get(k);
      double z = withBias ? x[features] : 0;
      for (int i = 0; i < features; i++) {
        z += x[i] * row[i];
      }
      double p = sigmoid(z);
      double wrong = examples.wrong()[k];
      // The chance that the label reads as it does.
      double right = examples.labels()[k] == 1 ? p : 1 - p;
      double said = wrong + (1 - 2 * wrong) * right;
      loss -= Math.log(Math.max(said, 1e-12));
      double sign = examples.labels()[k] == 1 ? -1 : 1;
      double g = sign * (1 - 2 * wrong) * p * (1 - p) / Math.max(said, 1e-12);
      for (int i = 0; i < features; i++) {
        gradient[i] += g * row[i];
      }
      gradient[features] += withBias ? g : 0;
    }
    loss /= n;
    for (int i = 0; i <= features; i++) {
      gradient[i] /= n;
      if (i < features) {
        loss += 0.5 * penalty * x[i] * x[i];
        gradient[i] += penalty * x[i];
      }
    }
    return loss;
  }

  private static double[] direction(double[] gradient, ArrayDeque<double[][]> memory) {
    double[] q = gradient.clone();
    var pairs = new ArrayList<>(memory);
    double[] alphas = new double[pairs.size()];
    for (int i = pairs.size() - 1; i >= 0; i--) {
      double[][] pair = pairs.get(i);
      alphas[i] = dot(pair[0], q) / dot(pair[0], pair[1]);
      add(q, pair[1], -alphas[i]);
    }
    if (!pairs.isEmpty()) {
      double[][] last = pairs.getLast();
      scale(q, dot(last[0], last[1]) / dot(last[1], last[1]));
    }
    for (int i = 0; i < pairs.size(); i++) {
      double[][] pair = pairs.get(i);
      double beta = dot(pair[1], q) / dot(pair[0], pair[1]);
      add(q, pair[0], alphas[i] - beta);
    }
    scale(q, -1);
    return q;
  }

  private static void remember(
      ArrayDeque<double[][]> memory,
      double[] x,
      double[] next,
      double[] gradient,
      double[] nextGradient) {
    double[] s = next.clone();
    add(s, x, -1);
    double[] y = nextGradient.clone();
    add(y, gradient, -1);
    if (dot(s, y) > 1e-12) {
      memory.addLast(new double[][] {s, y});
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static void scale(double[] v, double by) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= by;
    }
  }
}
