package dev.hitlai.guard.internal.learn;

import dev.hitlai.guard.internal.Features;
import dev.hitlai.guard.internal.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Learns the weights from the training part of the corpus and writes them: {@code TrainClassifier
 * weights.bin}. The threshold is set by leaving out one group after the other, so that it holds for
 * groups that weren't learned; the held part of the corpus is not looked at.
 */
public final class TrainClassifier {
  private static final int OF_EACH = 6;
  private static final long SEED = 20_260_122;
  private static final int ROUNDS = 300;
  private static final double RATE = 0.05;
  private static final double SHRINK_MEANING = 1e-4;
  private static final double SHRINK_WORDS = 3e-5;

  /** Harmless texts of unknown topics that may be taken for attacks, at most. */
  private static final double FALSE_ALARMS = 0.03;

  private record Example(Corpus.Text text, float[] meaning, int[] words, double weight) {}

  private TrainClassifier() {}

  public static void main(String[] args) throws IOException {
    var corpus = new Corpus();
    var examples = examples(corpus);
    double threshold = threshold(examples);
    var weights = learn(examples, corpus.hash(), threshold);
    try (var out = Files.newOutputStream(Path.of(args[0]))) {
      weights.write(out);
    }
    System.out.printf(
        Locale.ROOT, "{\"texts\":%d,\"threshold\":%.4f}%n", examples.size(), threshold);
  }

  private static List<Example> examples(Corpus corpus) {
    var texts = corpus.texts(OF_EACH, SEED).stream().filter(text -> !text.held()).toList();
    var sizes =
        texts.stream().collect(Collectors.groupingBy(Corpus.Text::kind, Collectors.counting()));
    return texts.stream()
        .map(
            text ->
                new Example(
                    text,
                    Features.meaning(text.text()),
                    Features.words(text.text()),
                    text.kind().equals("benign")
                        ? 0.5 / sizes.getOrDefault("benign", 1L)
                        : 0.25 / sizes.getOrDefault(text.kind(), 1L)))
        .toList();
  }

  /** The lowest score that keeps the false alarms on left-out topics below the limit. */
  private static double threshold(List<Example> examples) {
    Set<String> groups =
        examples.stream()
            .map(example -> example.text().group())
            .collect(Collectors.toCollection(TreeSet::new));
    var benign = new ArrayList<Double>();
    var attacks = new ArrayList<Double>();
    for (var group : groups) {
      var weights =
          learn(examples.stream().filter(e -> !e.text().group().equals(group)).toList(), "", 0);
      for (var example : examples) {
        if (example.text().group().equals(group)) {
          (example.text().kind().equals("benign") ? benign : attacks)
              .add(highest(weights, example));
        }
      }
    }
    benign.sort(null);
    double threshold = benign.get((int) Math.floor((benign.size() - 1) * (1 - FALSE_ALARMS)));
    threshold = Math.clamp(threshold, 0.5, 0.98);
    double found = threshold;
    System.out.printf(
        Locale.ROOT,
        "{\"leftOutAttacks\":%d,\"recall\":%.3f}%n",
        attacks.size(),
        attacks.stream().filter(score -> score > found).count() / (double) attacks.size());
    return threshold;
  }

  private static double highest(Weights weights, Example example) {
    return Math.max(
        weights.score(0, example.meaning(), example.words()),
        weights.score(1, example.meaning(), example.words()));
  }

  private static Weights learn(List<Example> examples, String hash, double threshold) {
    var heads = new float[Weights.HEADS][];
    heads[0] = head(examples, "instruction");
    heads[1] = head(examples, "jailbreak");
    return new Weights(hash, threshold, heads);
  }

  /** Logistic regression of one kind against harmless texts, by Adam over the whole batch. */
  private static float[] head(List<Example> all, String kind) {
    var examples =
        all.stream()
            .filter(e -> e.text().kind().equals(kind) || e.text().kind().equals("benign"))
            .toList();
    var row = new float[Weights.LENGTH];
    var first = new double[Weights.LENGTH];
    var second = new double[Weights.LENGTH];
    var slope = new double[Weights.LENGTH];
    var model = new Weights("", 0, new float[][] {row, row});
    for (int round = 1; round <= ROUNDS; round++) {
      java.util.Arrays.fill(slope, 0);
      for (var example : examples) {
        add(slope, model, example, example.text().kind().equals(kind) ? 1 : 0);
      }
      step(row, first, second, slope, round);
    }
    return row;
  }

  private static void add(double[] slope, Weights model, Example example, int truth) {
    double error = (model.score(0, example.meaning(), example.words()) - truth) * example.weight();
    for (int i = 0; i < Features.MEANING; i++) {
      slope[i] += error * example.meaning()[i];
    }
    double share = example.words().length == 0 ? 0 : error / Math.sqrt(example.words().length);
    for (int word : example.words()) {
      slope[Features.MEANING + word] += share;
    }
    slope[Weights.LENGTH - 1] += error;
  }

  private static void step(
      float[] row, double[] first, double[] second, double[] slope, int round) {
    for (int i = 0; i < row.length; i++) {
      double shrink =
          i == row.length - 1 ? 0 : i < Features.MEANING ? SHRINK_MEANING : SHRINK_WORDS;
      double down = slope[i] + shrink * row[i];
      first[i] = 0.9 * first[i] + 0.1 * down;
      second[i] = 0.999 * second[i] + 0.001 * down * down;
      double mean = first[i] / (1 - Math.pow(0.9, round));
      double spread = Math.sqrt(second[i] / (1 - Math.pow(0.999, round)));
      row[i] -= (float) (RATE * mean / (spread + 1e-8));
    }
  }
}
