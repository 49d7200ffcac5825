package dev.hitlai.bench;

import dev.hitlai.aitester.mind.human.HumanTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** What the trials say about kinds of people, each against the adult. */
final class PersonaFigures {
  static final String ADULT = "middle_age_moderate";
  private static final String SENIOR = "senior_casual";
  private static final long BOOTSTRAP_SEED = 20261123;
  private static final int WORDS = 1000;

  private final List<PersonaTrial> trials;
  private final TreeMap<String, Object> metrics = new TreeMap<>();

  PersonaFigures(List<PersonaTrial> trials) {
    this.trials = trials;
  }

  void print() {
    var kinds = trials.stream().map(PersonaTrial::kind).distinct().toList();
    kinds.forEach(this::success);
    kinds.stream().filter(kind -> !kind.equals(ADULT)).forEach(this::againstAdult);
    lowVision();
    var ratio = metrics.getOrDefault(SENIOR + "TimeRatio", 0.0);
    ResultLine.print("personas", metrics, ((Number) ratio).doubleValue(), trials.size());
  }

  private void success(String kind) {
    var done = of(kind).stream().filter(trial -> trial.result().done()).count();
    var share = Interval.share(done, of(kind).size());
    System.out.printf("%-24s succeeds %s, n = %d%n", kind, share.percent(), of(kind).size());
    keep(kind + "Success", share);
  }

  private void againstAdult(String kind) {
    var both = List.of(kind, ADULT);
    var successes = groups(both, false);
    if (successes.isEmpty()) {
      return;
    }
    var fewer = Interval.bootstrap(successes, PersonaFigures::meanDifference, BOOTSTRAP_SEED);
    System.out.printf("%-24s succeeds less often by %s%n", kind, fewer.percent());
    keep(kind + "SuccessBelowAdult", fewer);
    var times = groups(both, true);
    if (!times.isEmpty()) {
      var ratio = Interval.bootstrap(times, PersonaFigures::ratioOfMeans, BOOTSTRAP_SEED);
      System.out.printf(
          "%-24s takes %s the time, in %d missions%n", kind, ratio.times(), times.size() / 2);
      keep(kind + "TimeRatio", ratio);
    }
  }

  /** Reading alone is a constant of the model; what it does to whole missions is not. */
  private void lowVision() {
    var low = of(PersonasBench.LOW_VISION);
    var normal = of(ADULT);
    if (low.isEmpty() || normal.isEmpty()) {
      return;
    }
    double reading =
        new HumanTime(low.getFirst().persona()).reading(WORDS)
            / new HumanTime(normal.getFirst().persona()).reading(WORDS);
    System.out.printf("%-24s reads in %.2f × the time%n", PersonasBench.LOW_VISION, reading);
    metrics.put("lowVisionReadingRatio", ResultLine.rounded(reading));
  }

  /**
   * For each mission what the one kind and then the other needed or reached, where both have any.
   *
   * @param times logarithms of the seconds of those who succeeded; else 1 for success, 0 for none
   */
  private List<double[]> groups(List<String> kinds, boolean times) {
    return trials.stream()
        .map(PersonaTrial::mission)
        .distinct()
        .map(mission -> kinds.stream().map(kind -> values(mission, kind, times)).toList())
        .filter(pair -> pair.stream().allMatch(values -> values.length > 0))
        .flatMap(List::stream)
        .toList();
  }

  private double[] values(PersonaMission mission, String kind, boolean times) {
    return of(kind).stream()
        .filter(trial -> trial.mission().equals(mission))
        .filter(trial -> !times || trial.result().done())
        .mapToDouble(
            trial -> times ? Math.log(trial.result().seconds()) : trial.result().done() ? 1 : 0)
        .toArray();
  }

  private static double ratioOfMeans(List<double[]> pairs) {
    return Math.exp(-meanDifference(pairs));
  }

  /** Mean over the missions of how much the second kind is above the first. */
  private static double meanDifference(List<double[]> pairs) {
    double sum = 0;
    for (int i = 0; i < pairs.size(); i += 2) {
      sum += mean(pairs.get(i + 1)) - mean(pairs.get(i));
    }
    return 2 * sum / pairs.size();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private List<PersonaTrial> of(String kind) {
    return trials.stream().filter(trial -> trial.kind().equals(kind)).toList();
  }

  private void keep(String name, Interval interval) {
    metrics.put(name, ResultLine.rounded(interval.estimate()));
    metrics.put(name + "Low", ResultLine.rounded(interval.low()));
    metrics.put(name + "High", ResultLine.rounded(interval.high()));
  }
}
