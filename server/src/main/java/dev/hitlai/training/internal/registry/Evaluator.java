package dev.hitlai.training.internal.registry;

import dev.hitlai.platform.statistics.Calibration;
import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.platform.statistics.Proportions;
import dev.hitlai.training.internal.learn.Calibrator;
import dev.hitlai.training.internal.learn.Example;
import dev.hitlai.training.internal.learn.RewardModel;
import dev.hitlai.training.internal.learn.SeverityModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Holds models against what people said of findings on sites that were kept back. */
final class Evaluator {
  /** As findings are routed: approved without a look. */
  private static final double AUTOMATIC = 0.95;

  private static final int POINTS = 40;

  private Evaluator() {}

  static Evaluation calibrator(Calibrator model, List<Example> held) {
    return probabilities(held, one -> model.probability(one.features()));
  }

  static Evaluation probabilities(List<Example> all, ToDoubleFunction<Example> probability) {
    var held = all.stream().filter(one -> !one.words().isEmpty()).toList();
    if (held.isEmpty()) {
      return Evaluation.NONE;
    }
    double[] said = held.stream().mapToDouble(probability).toArray();
    double[] engine = held.stream().mapToDouble(one -> one.facts().confidence()).toArray();
    boolean[] truth = new boolean[held.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = right(held.get(i));
    }
    var automatic = Calibration.precisionAt(said, truth, AUTOMATIC);
    var answers = new HashMap<Example, Boolean>();
    for (int i = 0; i < truth.length; i++) {
      answers.put(held.get(i), said[i] >= 0.5 == truth[i]);
    }
    return new Evaluation(
        held.size(),
        sites(held),
        finite(Calibration.auc(said, truth)),
        Calibration.error(said, truth),
        brier(said, truth),
        share(held, answers::get),
        automatic,
        (double) automatic.n() / held.size(),
        Calibration.bins(said, truth),
        Calibration.precisionRecall(said, truth, POINTS),
        byCategory(held, answers::get),
        new Evaluation.Figures(
            Objects.requireNonNullElse(finite(Calibration.auc(engine, truth)), 0.5),
            Calibration.error(engine, truth),
            brier(engine, truth)));
  }

  static Evaluation severity(SeverityModel model, List<Example> all) {
    var held = all.stream().filter(one -> one.severity() != null).toList();
    Predicate<Example> right = one -> model.severity(one.features()).equals(one.severity());
    return plain(held.size(), sites(held), share(held, right), byCategory(held, right));
  }

  static Evaluation reward(RewardModel model, List<RewardModel.Preference> held) {
    int right = (int) Math.round(held.isEmpty() ? 0 : model.accuracy(held) * held.size());
    int sites = (int) held.stream().map(RewardModel.Preference::site).distinct().count();
    return plain(held.size(), sites, Proportions.wilson(right, held.size()), Map.of());
  }

  private static Evaluation plain(
      int n, int sites, Interval accuracy, Map<String, Interval> kinds) {
    return new Evaluation(
        n, sites, null, null, null, accuracy, null, null, List.of(), List.of(), kinds, null);
  }

  /** Most words, weighed by the chance that each is right. */
  static boolean right(Example example) {
    double odds = 0;
    for (var word : example.words()) {
      double evidence = Math.log((1 - word.wrong()) / Math.max(0.01, word.wrong()));
      odds += word.right() ? evidence : -evidence;
    }
    return odds > 0;
  }

  static double brier(double[] said, boolean[] truth) {
    double sum = 0;
    for (int i = 0; i < said.length; i++) {
      sum += Math.pow(said[i] - (truth[i] ? 1 : 0), 2);
    }
    return said.length == 0 ? 0 : sum / said.length;
  }

  private static int sites(List<Example> held) {
    return (int) held.stream().map(one -> one.facts().site()).distinct().count();
  }

  private static Interval share(List<Example> of, Predicate<Example> right) {
    return Proportions.wilson((int) of.stream().filter(right).count(), of.size());
  }

  private static Map<String, Interval> byCategory(List<Example> held, Predicate<Example> right) {
    Function<Example, String> category = one -> one.facts().category();
    var kinds = new TreeMap<String, Interval>();
    held.stream()
        .collect(java.util.stream.Collectors.groupingBy(category))
        .forEach((name, some) -> kinds.put(name, share(some, right)));
    return kinds;
  }

  private static @org.jspecify.annotations.Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
