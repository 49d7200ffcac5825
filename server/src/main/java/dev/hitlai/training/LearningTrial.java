package dev.hitlai.training;

import dev.hitlai.platform.statistics.Calibration;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.internal.learn.Calibrator;
import dev.hitlai.training.internal.learn.Example;
import dev.hitlai.training.internal.learn.Features;
import dev.hitlai.training.internal.learn.RewardModel;
import dev.hitlai.training.internal.learn.RewardModel.Preference;
import dev.hitlai.training.internal.similar.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The models and the index without a database, for measuring: simulated words on findings. */
public final class LearningTrial {
  private static final double NOISE = 0.2;

  private final List<FindingFacts> facts = new ArrayList<>();
  private final List<Boolean> said = new ArrayList<>();
  private final List<Double> worth = new ArrayList<>();
  private final SplittableRandom random;

  /**
   * @param findings how many
   * @param texts how many different ones they are told in
   */
  public LearningTrial(int findings, int texts, long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < findings; i++) {
      add(texts);
    }
  }

  private void add(int texts) {
    int text = random.nextInt(texts);
    boolean quoted = random.nextBoolean();
    int measured = random.nextInt(4);
    double own = 0.55 + 0.44 * random.nextDouble();
    double odds =
        Math.log(own / (1 - own)) - 1.5 + (quoted ? 0.8 : -0.8) + 0.4 * measured + text % 3 - 1;
    boolean truth = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    facts.add(
        new FindingFacts(
            "site-" + random.nextInt(500) + ".example",
            "Finding " + text,
            "What people meet in case " + text + " keeps them from part " + text % 97 + ".",
            "Repair it.",
            "medium",
            "functional",
            own,
            List.of("rule-" + text % 50),
            List.of(),
            true,
            quoted,
            measured,
            true,
            1,
            "audit"));
    said.add(random.nextDouble() < NOISE ? !truth : truth);
    worth.add(odds);
  }

  /** Directions of what the findings mean; the slow part when none was embedded before. */
  public List<float[]> meanings() {
    return facts.stream().map(Features::meaning).toList();
  }

  /**
   * How a fitted model did on sites that were kept back.
   *
   * @param calibrationError against what annotators said, who err in one case of five
   * @param pairs share of held-out preferences that the reward model tells right
   */
  public record Figures(double calibrationError, double pairs, int held) {}

  /** Fits the calibrator and the reward model. */
  public Figures fit(List<float[]> meanings) {
    var examples = new ArrayList<Example>(facts.size());
    for (int i = 0; i < facts.size(); i++) {
      examples.add(
          new Example(
              new UUID(0, i),
              new UUID(0, 0),
              facts.get(i),
              Features.of(facts.get(i), meanings.get(i)),
              List.of(new Example.Word(said.get(i), NOISE)),
              null,
              null));
    }
    var training = examples.stream().filter(one -> !one.held()).toList();
    var held = examples.stream().filter(Example::held).toList();
    var calibrator = Calibrator.fit(training, _ -> {});
    double[] probabilities =
        held.stream()
            .mapToDouble(one -> NOISE + (1 - 2 * NOISE) * calibrator.probability(one.features()))
            .toArray();
    boolean[] words = new boolean[held.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = held.get(i).words().getFirst().right();
    }
    var reward = RewardModel.fit(preferences(examples, false));
    return new Figures(
        Calibration.error(probabilities, words),
        reward.accuracy(preferences(examples, true)),
        held.size());
  }

  private List<Preference> preferences(List<Example> examples, boolean held) {
    var preferences = new ArrayList<Preference>();
    for (int i = 0; i + 1 < examples.size(); i += 2) {
      var one = examples.get(i);
      var other = examples.get(i + 1);
      if (one.held() != held || other.held() != held) {
        continue;
      }
      boolean first = worth.get(i) > worth.get(i + 1) ^ random.nextDouble() < NOISE;
      preferences.add(
          new Preference(
              one.facts().site(),
              first ? one.features() : other.features(),
              first ? other.features() : one.features(),
              NOISE));
    }
    return preferences;
  }

  /** An index of directions, and what it finds. */
  public static final class Index {
    private final VectorIndex index;

    public Index(List<float[]> vectors, long seed) {
      index = new VectorIndex(vectors.getFirst().length, seed);
      vectors.forEach(index::add);
    }

    /** Numbers of the likest ones, the likest first. */
    public int[] nearest(float[] vector, int count) {
      return index.nearest(vector, count).stream().mapToInt(VectorIndex.Near::id).toArray();
    }
  }
}
