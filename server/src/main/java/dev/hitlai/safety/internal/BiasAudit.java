package dev.hitlai.safety.internal;

import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.platform.statistics.MantelHaenszel;
import dev.hitlai.platform.statistics.Paired;
import dev.hitlai.platform.statistics.Proportions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares groups on the same pages. Everything that is compared in one audit is corrected
 * together, so that an audit of data without bias raises an alarm in one case of twenty at most.
 */
public final class BiasAudit {
  private static final double ALARM = 0.05;
  private static final int DRAWS = 2000;
  private static final int RESAMPLES = 1000;

  /** A gap that has to be seen; with fewer cases than that takes nothing is said. */
  private static final double GAP = 0.20;

  private BiasAudit() {}

  /** What groups are made of. */
  public enum Kind {
    DEMOGRAPHIC,
    PLATFORM,
    LANGUAGE,
    TEMPORAL
  }

  /** What is compared. */
  public enum Measure {
    DETECTION("found"),
    REJECTION("rejected"),
    SEVERITY("graded");

    private final String word;

    Measure(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * What one group got on one page.
   *
   * @param dimension e.g. age, eyesight, device
   * @param group e.g. over 60
   * @param stratum site and kind of page, within which groups are alike
   * @param unit the page's problem on which groups are compared
   * @param value 0 to 1
   */
  public record Observation(
      Kind kind,
      String dimension,
      Measure measure,
      String group,
      String stratum,
      String unit,
      double value) {}

  /** What came out of a comparison. */
  public enum Verdict {
    BIAS,
    CONFOUNDED,
    NO_DIFFERENCE,
    TOO_FEW
  }

  /**
   * Two groups compared.
   *
   * @param difference first group minus second, on the same units
   * @param p of the permutation, corrected for all comparisons of the audit
   * @param needed units that it would take; 0 when there are enough
   * @param within the difference within strata
   * @param mitigation what to do; empty when there is nothing to do
   */
  public record Comparison(
      Kind kind,
      String dimension,
      Measure measure,
      String one,
      String other,
      Interval difference,
      double p,
      int needed,
      double within,
      Verdict verdict,
      String mitigation) {}

  private record Pair(
      Kind kind,
      String dimension,
      Measure measure,
      String one,
      String other,
      double[] differences,
      MantelHaenszel strata) {}

  /** All comparisons, those of bias first. */
  public static List<Comparison> audit(List<Observation> observations, long seed) {
    var pairs = pairs(observations);
    int needed = Proportions.needed(GAP);
    var strong = pairs.stream().filter(pair -> pair.differences().length >= needed).toList();
    double[] p =
        strong.stream()
            .mapToDouble(pair -> Paired.permutation(pair.differences(), DRAWS, seed))
            .toArray();
    double[] corrected = Paired.holm(p);
    var comparisons = new ArrayList<Comparison>();
    for (var pair : pairs) {
      int index = strong.indexOf(pair);
      comparisons.add(comparison(pair, index < 0 ? null : corrected[index], needed, seed));
    }
    comparisons.sort(
        java.util.Comparator.comparing(Comparison::verdict).thenComparing(Comparison::p));
    return comparisons;
  }

  private static Comparison comparison(Pair pair, @Nullable Double p, int needed, long seed) {
    var interval = Paired.mean(pair.differences(), RESAMPLES, seed);
    Verdict verdict;
    if (p == null) {
      verdict = Verdict.TOO_FEW;
    } else if (p >= ALARM) {
      verdict = Verdict.NO_DIFFERENCE;
    } else {
      verdict = pair.strata().reverses() ? Verdict.CONFOUNDED : Verdict.BIAS;
    }
    return new Comparison(
        pair.kind(),
        pair.dimension(),
        pair.measure(),
        pair.one(),
        pair.other(),
        interval,
        p == null ? 1 : p,
        p == null ? needed - pair.differences().length : 0,
        pair.strata().within(),
        verdict,
        mitigation(pair, verdict));
  }

  private static String mitigation(Pair pair, Verdict verdict) {
    return switch (verdict) {
      case BIAS ->
          switch (pair.measure()) {
            case DETECTION -> "Weigh examples of the group that gets less when models are trained.";
            case REJECTION -> "A threshold of its own for the group that is rejected more often.";
            case SEVERITY -> "Train the severity model with the groups weighed alike.";
          };
      case CONFOUNDED -> "Within sites the difference is the other way round: compare by site.";
      case NO_DIFFERENCE, TOO_FEW -> "";
    };
  }

  private static List<Pair> pairs(List<Observation> observations) {
    var series = new TreeMap<String, List<Observation>>();
    for (var one : observations) {
      series
          .computeIfAbsent(
              one.kind() + "|" + one.dimension() + "|" + one.measure(), _ -> new ArrayList<>())
          .add(one);
    }
    var pairs = new ArrayList<Pair>();
    for (var some : series.values()) {
      var groups = new ArrayList<>(new TreeSet<>(some.stream().map(Observation::group).toList()));
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          pairs.add(pair(some, groups.get(i), groups.get(j)));
        }
      }
    }
    return pairs;
  }

  private static Pair pair(List<Observation> some, String one, String other) {
    var first = means(some, one, Observation::unit);
    var second = means(some, other, Observation::unit);
    double[] differences =
        first.entrySet().stream()
            .filter(entry -> second.containsKey(entry.getKey()))
            .mapToDouble(entry -> entry.getValue() - second.getOrDefault(entry.getKey(), 0.0))
            .toArray();
    var sample = some.getFirst();
    return new Pair(
        sample.kind(),
        sample.dimension(),
        sample.measure(),
        one,
        other,
        differences,
        MantelHaenszel.of(tables(some, one, other)));
  }

  private static TreeMap<String, Double> means(
      List<Observation> some, String group, java.util.function.Function<Observation, String> key) {
    var sums = new TreeMap<String, double[]>();
    for (var observation : some) {
      if (observation.group().equals(group)) {
        double[] sum = sums.computeIfAbsent(key.apply(observation), _ -> new double[2]);
        sum[0] += observation.value();
        sum[1]++;
      }
    }
    var means = new TreeMap<String, Double>();
    sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
    return means;
  }

  private static List<MantelHaenszel.Table> tables(
      List<Observation> some, String one, String other) {
    var strata = new TreeMap<String, int[]>();
    ToDoubleFunction<Observation> high = observation -> observation.value() >= 0.5 ? 1 : 0;
    for (var observation : some) {
      int group = observation.group().equals(one) ? 0 : observation.group().equals(other) ? 2 : -1;
      if (group >= 0) {
        int[] cells = strata.computeIfAbsent(observation.stratum(), _ -> new int[4]);
        cells[group + (high.applyAsDouble(observation) == 1 ? 0 : 1)]++;
      }
    }
    return strata.values().stream()
        .map(cells -> new MantelHaenszel.Table(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }

  /** The largest difference that is bias, 0 to 1. */
  public static double score(List<Comparison> comparisons, Kind kind) {
    return comparisons.stream()
        .filter(one -> one.kind() == kind && one.verdict() == Verdict.BIAS)
        .mapToDouble(one -> Math.min(1, Math.abs(one.difference().estimate())))
        .max()
        .orElse(0);
  }
}
