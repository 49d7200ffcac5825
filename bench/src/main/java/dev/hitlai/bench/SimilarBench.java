package dev.hitlai.bench;

import dev.hitlai.training.LearningTrial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The ten likest of 100,000 directions in 384 dimensions, gathered in clusters as texts are, by the
 * index and by looking at all of them.
 */
final class SimilarBench implements Benchmark {
  private static final int DIMENSIONS = 384;
  private static final int COUNT = 10;
  private static final int CLUSTERS = 2000;

  private final int vectors = Integer.getInteger("hitlai.bench.n", 100_000);
  private final int questions = Integer.getInteger("hitlai.bench.questions", 500);
  private final SplittableRandom random = new SplittableRandom(1);

  @Override
  public String what() {
    return "the ten likest of 100,000 findings, against looking at all";
  }

  @Override
  public void run() {
    var centres = IntStream.range(0, CLUSTERS).mapToObj(_ -> direction(null)).toList();
    var all = new ArrayList<float[]>();
    for (int i = 0; i < vectors; i++) {
      all.add(direction(centres.get(random.nextInt(CLUSTERS))));
    }
    long begin = System.nanoTime();
    var index = new LearningTrial.Index(all, 1);
    double building = (System.nanoTime() - begin) / 1e9;
    long[] ours = new long[questions];
    long[] theirs = new long[questions];
    int hits = 0;
    for (int i = 0; i < questions; i++) {
      float[] question = direction(centres.get(random.nextInt(CLUSTERS)));
      long start = System.nanoTime();
      int[] found = index.nearest(question, COUNT);
      ours[i] = System.nanoTime() - start;
      start = System.nanoTime();
      int[] truth = bruteForce(all, question);
      theirs[i] = System.nanoTime() - start;
      var known = new HashSet<>(Arrays.stream(truth).boxed().toList());
      hits += (int) Arrays.stream(found).filter(known::contains).count();
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    int at = Math.max(0, (int) Math.ceil(0.99 * questions) - 1);
    var metrics = new LinkedHashMap<String, Object>();
    metrics.put("build_s", ResultLine.rounded(building));
    metrics.put("p99_ms", ResultLine.rounded(ours[at] / 1e6));
    metrics.put("brute_force_p99_ms", ResultLine.rounded(theirs[at] / 1e6));
    metrics.put("recall", ResultLine.rounded((double) hits / (questions * COUNT)));
    ResultLine.print("similar", metrics, (double) ours[at] / theirs[at], vectors);
  }

  private float[] direction(float @org.jspecify.annotations.Nullable [] centre) {
    float[] vector = new float[DIMENSIONS];
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      double noise = random.nextGaussian() / Math.sqrt(DIMENSIONS);
      vector[i] = (float) (centre == null ? noise : centre[i] + 0.6 * noise);
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  private static int[] bruteForce(List<float[]> all, float[] question) {
    float[] scores = new float[all.size()];
    for (int i = 0; i < scores.length; i++) {
      float[] vector = all.get(i);
      float sum = 0;
      for (int j = 0; j < DIMENSIONS; j++) {
        sum += vector[j] * question[j];
      }
      scores[i] = sum;
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .limit(COUNT)
        .mapToInt(i -> i)
        .toArray();
  }
}
