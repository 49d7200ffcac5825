package dev.hitlai.training.internal.learn;

import dev.hitlai.training.internal.learn.Logistic.Examples;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of two findings people would rather have: the model of Bradley and Terry over features,
 * learnt from rankings and from corrections whose rewards differ.
 */
public record RewardModel(Logistic model) {
  private static final double[] PENALTIES = {0.1, 0.03, 0.01, 0.003, 0.001};

  /**
   * That one was preferred to another.
   *
   * @param site of both
   * @param wrong chance that it is the other way round, below 0.5
   */
  public record Preference(String site, float[] better, float[] worse, double wrong) {}

  /** Worth of a finding; differences are log-odds of being preferred. */
  public double worth(float[] features) {
    return model.score(features);
  }

  public static RewardModel fit(List<Preference> training) {
    var rest = training.stream().filter(one -> Split.fold("fold:" + one.site(), 5) != 0).toList();
    var held = training.stream().filter(one -> Split.fold("fold:" + one.site(), 5) == 0).toList();
    double chosen = PENALTIES[0];
    if (!rest.isEmpty() && !held.isEmpty()) {
      double best = Double.MAX_VALUE;
      for (double penalty : PENALTIES) {
        var model = new RewardModel(Logistic.fit(examples(rest), penalty, false));
        double loss = 0;
        for (var one : held) {
          double p = Logistic.sigmoid(model.worth(one.better()) - model.worth(one.worse()));
          loss -= Math.log(Math.max(1e-9, one.wrong() + (1 - 2 * one.wrong()) * p));
        }
        if (loss < best) {
          best = loss;
          chosen = penalty;
        }
      }
    }
    return new RewardModel(Logistic.fit(examples(training), chosen, false));
  }

  /** Share of preferences that it tells right. */
  public double accuracy(List<Preference> preferences) {
    return preferences.stream()
        .mapToInt(one -> worth(one.better()) > worth(one.worse()) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static Examples examples(List<Preference> preferences) {
    var rows = new ArrayList<float[]>(preferences.size());
    for (var one : preferences) {
      float[] difference = new float[one.better().length];
      for (int i = 0; i < difference.length; i++) {
        difference[i] = one.better()[i] - one.worse()[i];
      }
      rows.add(difference);
    }
    int[] labels = new int[rows.size()];
    java.util.Arrays.fill(labels, 1);
    return new Examples(
        rows, labels, preferences.stream().mapToDouble(Preference::wrong).toArray());
  }
}
