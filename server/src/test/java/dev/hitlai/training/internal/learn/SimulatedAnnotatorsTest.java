package dev.hitlai.training.internal.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.platform.statistics.Calibration;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.internal.learn.RewardModel.Preference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Annotators who err in one case of five say what they think of findings whose truth is known; the
 * models are held against the truth, on sites that they never saw.
 */
@org.junit.jupiter.api.TestInstance(org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS)
class SimulatedAnnotatorsTest {
  private static final double NOISE = 0.2;
  private static final int SITES = 150;
  private static final int TRAINING = 4500;

  /** Fewer would make the calibration error of a perfect model look like 0.03. */
  private static final int HELD = 9000;

  private static final List<String> WHAT =
      List.of(
          "The button does nothing when it is pressed",
          "The text is hard to read on its ground",
          "The field has no label",
          "The picture has no alternative text",
          "The page answers slowly",
          "The link leads to a page that is not there",
          "The total does not change",
          "The heading skips a level");
  private static final List<String> WHERE =
      List.of("in the checkout", "on the start page", "in the search", "in the footer");
  private static final List<String> CATEGORIES =
      List.of("functional", "visual", "forms", "accessibility", "performance");

  /** The truth of a finding is known here alone. */
  private record Known(Example example, boolean truth, double chance, double worth) {}

  private final SplittableRandom random = new SplittableRandom(20260124);
  private final List<Known> all = findings();

  private List<Known> findings() {
    var found = new ArrayList<Known>();
    int[] left = {TRAINING, HELD};
    while (left[0] + left[1] > 0) {
      var next = finding();
      int side = next.example().held() ? 1 : 0;
      if (left[side]-- > 0) {
        found.add(next);
      } else {
        left[side] = 0;
      }
    }
    return found;
  }

  private Known finding() {
    int what = random.nextInt(WHAT.size());
    int where = random.nextInt(WHERE.size());
    boolean quoted = random.nextDouble() < 0.6;
    int measured = random.nextInt(4);
    double own = 0.55 + 0.44 * random.nextDouble();
    String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    // The engine's confidence says something, but boasts; what is claimed and proven says more.
    double odds =
        0.8 * Math.log(own / (1 - own))
            - 1.7
            + (quoted ? 0.7 : -0.7)
            + 0.4 * measured
            + (what % 3 - 1) * 1.1
            + (category.equals("visual") ? -0.9 : 0.2);
    double chance = 1 / (1 + Math.exp(-odds));
    boolean truth = random.nextDouble() < chance;
    double worth = odds + (where == 0 ? 1.2 : 0) + (category.equals("functional") ? 0.8 : 0);
    var facts =
        new FindingFacts(
            "site-" + random.nextInt(SITES) + ".example",
            WHAT.get(what),
            WHAT.get(what) + " " + WHERE.get(where) + ".",
            "Repair it.",
            "medium",
            category,
            own,
            List.of("rule-" + what),
            List.of(),
            true,
            quoted,
            measured,
            true,
            1,
            "audit");
    boolean said = random.nextDouble() < NOISE ? !truth : truth;
    var example =
        new Example(
            UUID.randomUUID(),
            UUID.randomUUID(),
            facts,
            Features.of(facts, Features.meaning(facts)),
            List.of(new Example.Word(said, NOISE)),
            null,
            null);
    return new Known(example, truth, chance, worth);
  }

  private List<Known> held() {
    return all.stream().filter(one -> one.example().held()).toList();
  }

  private List<Example> training() {
    return all.stream().map(Known::example).filter(one -> !one.held()).toList();
  }

  @Test
  void theCalibratorIsHonestAboutTheTruthAndBetterThanTheEngineAlone() {
    var calibrator = Calibrator.fit(training(), _ -> {});
    var held = held();
    double[] said =
        held.stream().mapToDouble(k -> calibrator.probability(k.example().features())).toArray();
    double[] engine = held.stream().mapToDouble(k -> k.example().facts().confidence()).toArray();
    boolean[] truth = new boolean[held.size()];
    IntStream.range(0, truth.length).forEach(i -> truth[i] = held.get(i).truth());
    assertThat(held).hasSize(HELD);
    assertThat(Calibration.error(said, truth)).isLessThanOrEqualTo(0.03);
    assertThat(Calibration.error(engine, truth)).isGreaterThan(0.1);
    double ceiling = Calibration.auc(held.stream().mapToDouble(Known::chance).toArray(), truth);
    assertThat(Calibration.auc(said, truth)).isGreaterThan(ceiling - 0.03);
    for (double recall : new double[] {0.3, 0.5, 0.8}) {
      assertThat(precision(said, truth, recall))
          .isGreaterThan(precision(engine, truth, recall) + 0.03);
    }
  }

  private static double precision(double[] said, boolean[] truth, double recall) {
    return Calibration.precisionRecall(said, truth, 2000).stream()
        .filter(point -> point.recall() >= recall)
        .findFirst()
        .orElseThrow()
        .precision();
  }

  @Test
  void theRewardModelTellsPreferencesAlmostAsWellAsWhoeverKnowsTheTruth() {
    var training = preferences(all.stream().filter(one -> !one.example().held()).toList(), 4000);
    var held = preferences(held(), 4000);
    var model = RewardModel.fit(training.stream().map(Pair::preference).toList());
    double ceiling = held.stream().mapToInt(p -> p.margin() > 0 ? 1 : 0).average().orElseThrow();
    double reached = model.accuracy(held.stream().map(Pair::preference).toList());
    // What the annotators say is wrong in one case of five, so nobody tells more than about 0.8.
    assertThat(ceiling).isBetween(0.6, 0.85);
    assertThat(reached).isGreaterThan(ceiling - 0.03);
  }

  /**
   * @param margin of what was said to be better, by the truth
   */
  private record Pair(Preference preference, double margin) {}

  private List<Pair> preferences(List<Known> of, int count) {
    var pairs = new ArrayList<Pair>();
    var bySite =
        of.stream()
            .collect(java.util.stream.Collectors.groupingBy(k -> k.example().facts().site()));
    var sites = bySite.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    while (pairs.size() < count) {
      var site = sites.get(random.nextInt(sites.size()));
      var known = bySite.get(site);
      var one = known.get(random.nextInt(known.size()));
      var other = known.get(random.nextInt(known.size()));
      if (one.worth() == other.worth()) {
        continue;
      }
      boolean first = one.worth() > other.worth();
      if (random.nextDouble() < NOISE) {
        first = !first;
      }
      var better = first ? one : other;
      var worse = first ? other : one;
      pairs.add(
          new Pair(
              new Preference(site, better.example().features(), worse.example().features(), NOISE),
              better.worth() - worse.worth()));
    }
    return pairs;
  }

  @Test
  void theSameDataGiveTheSameModel() {
    var some = training().subList(0, 400);
    assertThat(Calibrator.fit(some, _ -> {}).model().weights())
        .isEqualTo(Calibrator.fit(some, _ -> {}).model().weights());
  }
}
