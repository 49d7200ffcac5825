package dev.hitlai.training.internal.learn;

import dev.hitlai.training.internal.learn.Logistic.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** How likely a finding is right: a logistic model, then a curve that makes it honest. */
public record Calibrator(Logistic model, Isotonic curve) {
  private static final int FOLDS = 5;
  private static final double ENOUGH_FOR_STEPS = 5000;
  private static final double[] PENALTIES = {0.1, 0.03, 0.01, 0.003};

  public double probability(float[] features) {
    return curve.of(model.score(features));
  }

  /** One word on one finding. */
  private record Said(float[] row, int fold, int label, double wrong) {}

  /**
   * @param progress hears the share that is done
   * @throws IllegalArgumentException when all words are the same
   */
  public static Calibrator fit(List<Example> training, DoubleConsumer progress) {
    var said = new ArrayList<Said>();
    for (var example : training) {
      int fold = Split.fold("fold:" + example.facts().site(), FOLDS);
      for (var word : example.words()) {
        said.add(new Said(example.features(), fold, word.right() ? 1 : 0, word.wrong()));
      }
    }
    if (said.stream().map(Said::label).distinct().count() < 2) {
      throw new IllegalArgumentException("People said the same of all findings.");
    }
    double penalty = penalty(said);
    progress.accept(0.4);
    // Scores of findings by a model that never saw their site: what the curve will meet.
    var fit = Logistic.fit(examples(said), penalty, true);
    progress.accept(0.5);
    double[] scores = new double[said.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      var rest = said.stream().filter(one -> one.fold() != held).toList();
      var model = bothKinds(rest) ? Logistic.fit(examples(rest), penalty, true) : fit;
      for (int i = 0; i < scores.length; i++) {
        if (said.get(i).fold() == fold) {
          scores[i] = model.score(said.get(i).row());
        }
      }
      progress.accept(0.5 + 0.1 * (fold + 1));
    }
    return new Calibrator(fit, curve(scores, said));
  }

  private static boolean bothKinds(List<Said> said) {
    return said.stream().map(Said::label).distinct().count() == 2;
  }

  private static Isotonic curve(double[] scores, List<Said> said) {
    // (label - e) / (1 - 2e) is the truth on average when a label is wrong with chance e.
    double[] targets =
        said.stream()
            .mapToDouble(one -> (one.label() - one.wrong()) / (1 - 2 * one.wrong()))
            .toArray();
    double[] weights = said.stream().mapToDouble(one -> Math.pow(1 - 2 * one.wrong(), 2)).toArray();
    return java.util.Arrays.stream(weights).sum() < ENOUGH_FOR_STEPS
        ? smooth(scores, said)
        : Isotonic.fit(scores, targets, weights);
  }

  /** With few words steps follow chance; a logistic curve (Platt) has two numbers only. */
  private static Isotonic smooth(double[] scores, List<Said> said) {
    var rows = new ArrayList<float[]>();
    for (double score : scores) {
      rows.add(new float[] {(float) score});
    }
    var plain = examples(said);
    var platt = Logistic.fit(new Examples(rows, plain.labels(), plain.wrong()), 1e-6, true);
    double slope = Math.max(0.01, platt.weights()[0]);
    double[] points =
        java.util.stream.IntStream.rangeClosed(-60, 60).mapToDouble(i -> i / 10.0).toArray();
    double[] heights =
        java.util.Arrays.stream(points)
            .map(score -> Math.clamp(Logistic.sigmoid(platt.bias() + slope * score), 0.005, 0.995))
            .toArray();
    return new Isotonic(points, heights);
  }

  /** The penalty under which words on sites of one fold are told best from the others. */
  private static double penalty(List<Said> said) {
    var rest = said.stream().filter(one -> one.fold() != 0).toList();
    var held = said.stream().filter(one -> one.fold() == 0).toList();
    if (held.isEmpty() || rest.isEmpty() || !bothKinds(rest)) {
      return PENALTIES[0];
    }
    double best = Double.MAX_VALUE;
    double chosen = PENALTIES[0];
    for (double penalty : PENALTIES) {
      var model = Logistic.fit(examples(rest), penalty, true);
      double loss = 0;
      for (var one : held) {
        double p = model.probability(one.row());
        double right = one.label() == 1 ? p : 1 - p;
        loss -= Math.log(Math.max(1e-9, one.wrong() + (1 - 2 * one.wrong()) * right));
      }
      if (loss < best) {
        best = loss;
        chosen = penalty;
      }
    }
    return chosen;
  }

  private static Examples examples(List<Said> said) {
    return new Examples(
        said.stream().map(Said::row).toList(),
        said.stream().mapToInt(Said::label).toArray(),
        said.stream().mapToDouble(Said::wrong).toArray());
  }
}
