package dev.hitlai.aitester.mind.scent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The labelled pairs that the calibration was fitted to, and how well scent tells them apart. */
class ScentPairsTest {
  private static final List<Pair> PAIRS = read();
  private final Similarity similarity = new Similarity(Embeddings.shared());

  private record Pair(String goal, String label, boolean relevant) {
    double cosine() {
      return Embeddings.shared().cosine(goal, label);
    }
  }

  private static List<Pair> read() {
    var pairs = new ArrayList<Pair>();
    var stream =
        Objects.requireNonNull(ScentPairsTest.class.getResourceAsStream("scent-pairs.tsv"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(columns -> add(columns, pairs));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return pairs;
  }

  private static void add(String[] columns, List<Pair> pairs) {
    for (var label : columns[1].split(";")) {
      pairs.add(new Pair(columns[0], label.strip(), true));
    }
    for (var label : columns[2].split(";")) {
      pairs.add(new Pair(columns[0], label.strip(), false));
    }
  }

  @Test
  void calibrationIsWhatTheLabelledPairsSay() {
    var fitted = fit();

    assertThat(Calibration.SLOPE).isCloseTo(fitted[0], within(0.5));
    assertThat(Calibration.EVEN_ODDS).isCloseTo(fitted[1], within(0.005));
  }

  @Test
  void calibrationRisesWithTheCosine() {
    for (double cosine = 0.3; cosine < 1; cosine += 0.01) {
      assertThat(Calibration.similarity(cosine + 0.01))
          .isGreaterThan(Calibration.similarity(cosine));
    }
  }

  @Test
  void ranksRelevantLabelsAboveOthers() {
    var byMeaning = auc(Pair::cosine);
    var together = auc(pair -> similarity.of(pair.goal(), pair.label()));

    assertThat(byMeaning).isGreaterThan(0.93);
    assertThat(together).isGreaterThan(0.93);
  }

  @Test
  void picksARelevantLabelFirstForNearlyEveryGoal() {
    var goals = PAIRS.stream().map(Pair::goal).distinct().toList();

    var right = goals.stream().filter(this::bestIsRelevant).count();

    assertThat(right).isGreaterThanOrEqualTo(Math.round(goals.size() * 0.9));
  }

  private boolean bestIsRelevant(String goal) {
    return PAIRS.stream()
        .filter(pair -> pair.goal().equals(goal))
        .max(java.util.Comparator.comparingDouble(pair -> similarity.of(goal, pair.label())))
        .orElseThrow()
        .relevant();
  }

  /**
   * Maximum likelihood of the two parameters by Newton's method, each class with the same weight.
   */
  private static double[] fit() {
    double a = 10;
    double b = -7;
    var relevant = PAIRS.stream().filter(Pair::relevant).count();
    var weight = (PAIRS.size() - relevant) / (double) relevant;
    for (int round = 0; round < 100; round++) {
      double ga = 0, gb = 0, haa = 1e-9, hab = 0, hbb = 1e-9;
      for (var pair : PAIRS) {
        var x = pair.cosine();
        var p = 1 / (1 + Math.exp(-(a * x + b)));
        var w = pair.relevant() ? weight : 1;
        var error = w * ((pair.relevant() ? 1 : 0) - p);
        ga += error * x;
        gb += error;
        var h = w * p * (1 - p);
        haa += h * x * x;
        hab += h * x;
        hbb += h;
      }
      var determinant = haa * hbb - hab * hab;
      a += (hbb * ga - hab * gb) / determinant;
      b += (haa * gb - hab * ga) / determinant;
    }
    return new double[] {a, -b / a};
  }

  /** Chance that a relevant pair scores above an irrelevant one. */
  private static double auc(ToDoubleFunction<Pair> score) {
    double won = 0;
    long all = 0;
    for (var good : PAIRS) {
      for (var bad : PAIRS) {
        if (good.relevant() && !bad.relevant()) {
          all++;
          won += score.applyAsDouble(good) > score.applyAsDouble(bad) ? 1 : 0;
        }
      }
    }
    return won / all;
  }
}
