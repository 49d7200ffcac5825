package dev.hitlai.platform.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** How far people agree, beyond chance. */
public final class Agreement {
  private static final int RESAMPLES = 1000;

  private Agreement() {}

  /** How much two values differ, for Krippendorff's alpha. */
  public enum Scale {
    /** Names: the same or not. */
    NOMINAL,
    /** Ranks: how many cases lie between. */
    ORDINAL,
    /** Numbers: the square of the difference. */
    INTERVAL
  }

  /**
   * Cohen's kappa of two raters.
   *
   * @param pairs what each said of the same case
   * @return NaN for no cases; 1 when both always say the same one thing
   */
  public static double kappa(List<int[]> pairs) {
    if (pairs.isEmpty()) {
      return Double.NaN;
    }
    var first = new TreeMap<Integer, Integer>();
    var second = new TreeMap<Integer, Integer>();
    int same = 0;
    for (int[] pair : pairs) {
      same += pair[0] == pair[1] ? 1 : 0;
      first.merge(pair[0], 1, Integer::sum);
      second.merge(pair[1], 1, Integer::sum);
    }
    double n = pairs.size();
    double chance = 0;
    for (var one : first.entrySet()) {
      chance += one.getValue() / n * second.getOrDefault(one.getKey(), 0) / n;
    }
    return chance == 1 ? 1 : (same / n - chance) / (1 - chance);
  }

  /**
   * Krippendorff's alpha of any number of raters, each of whom may have left cases out.
   *
   * @param units what was said of each case; cases with fewer than two words don't count
   * @return NaN when nothing can be compared; 1 when nobody ever says something else
   */
  public static double alpha(List<int[]> units, Scale scale) {
    var pairable = units.stream().filter(unit -> unit.length > 1).toList();
    var totals = new TreeMap<Integer, Double>();
    for (int[] unit : pairable) {
      for (int value : unit) {
        totals.merge(value, 1.0, Double::sum);
      }
    }
    double n = totals.values().stream().mapToDouble(v -> v).sum();
    if (n == 0) {
      return Double.NaN;
    }
    double observed = 0;
    for (int[] unit : pairable) {
      double sum = 0;
      for (int i = 0; i < unit.length; i++) {
        for (int j = 0; j < unit.length; j++) {
          sum += i == j ? 0 : distance(unit[i], unit[j], totals, scale);
        }
      }
      observed += sum / (unit.length - 1);
    }
    double expected = 0;
    for (var one : totals.entrySet()) {
      for (var other : totals.entrySet()) {
        expected +=
            one.getValue()
                * other.getValue()
                * distance(one.getKey(), other.getKey(), totals, scale);
      }
    }
    return expected == 0 ? 1 : 1 - (n - 1) * observed / expected;
  }

  private static double distance(int one, int other, TreeMap<Integer, Double> totals, Scale scale) {
    return switch (scale) {
      case NOMINAL -> one == other ? 0 : 1;
      case INTERVAL -> (double) (one - other) * (one - other);
      case ORDINAL -> {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        double between =
            totals.subMap(low, true, high, true).values().stream().mapToDouble(v -> v).sum();
        double d = between - (totals.getOrDefault(low, 0.0) + totals.getOrDefault(high, 0.0)) / 2;
        yield d * d;
      }
    };
  }

  /** Alpha with a 95 % interval by resampling cases; NaN where nothing can be compared. */
  public static Interval alphaWithInterval(List<int[]> units, Scale scale, long seed) {
    var pairable = units.stream().filter(unit -> unit.length > 1).toList();
    double estimate = alpha(pairable, scale);
    if (pairable.size() < 2) {
      return new Interval(estimate, Double.NaN, Double.NaN, pairable.size());
    }
    var random = new SplittableRandom(seed);
    var drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      var sample = new ArrayList<int[]>(pairable.size());
      for (int j = 0; j < pairable.size(); j++) {
        sample.add(pairable.get(random.nextInt(pairable.size())));
      }
      drawn[i] = alpha(sample, scale);
    }
    java.util.Arrays.sort(drawn);
    return new Interval(
        estimate,
        drawn[(int) (0.025 * RESAMPLES)],
        drawn[(int) (0.975 * RESAMPLES)],
        pairable.size());
  }
}
