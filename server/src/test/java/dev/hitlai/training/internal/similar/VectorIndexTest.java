package dev.hitlai.training.internal.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
  private static final int DIMENSIONS = 24;

  private static List<float[]> directions(int count, long seed) {
    var random = new SplittableRandom(seed);
    var vectors = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      float[] vector = new float[DIMENSIONS];
      double sum = 0;
      for (int j = 0; j < DIMENSIONS; j++) {
        vector[j] = (float) random.nextGaussian();
        sum += vector[j] * vector[j];
      }
      for (int j = 0; j < DIMENSIONS; j++) {
        vector[j] /= (float) Math.sqrt(sum);
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private static List<Integer> bruteForce(List<float[]> all, float[] question) {
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i -> {
                  double sum = 0;
                  for (int j = 0; j < DIMENSIONS; j++) {
                    sum -= all.get(i)[j] * question[j];
                  }
                  return sum;
                }))
        .limit(10)
        .toList();
  }

  @Test
  void findsNineteenOfTwentyThatLookingAtAllFinds() {
    var all = directions(3000, 1);
    var index = new VectorIndex(DIMENSIONS, 1);
    all.forEach(index::add);
    int hits = 0;
    var questions = directions(60, 2);
    for (var question : questions) {
      var found =
          new HashSet<>(index.nearest(question, 10).stream().map(VectorIndex.Near::id).toList());
      hits += (int) bruteForce(all, question).stream().filter(found::contains).count();
    }
    assertThat(hits / (10.0 * questions.size())).isGreaterThanOrEqualTo(0.95);
    assertThat(index.nearest(all.get(7), 1).getFirst().id()).isEqualTo(7);
    assertThat(new VectorIndex(DIMENSIONS, 1).nearest(all.getFirst(), 3)).isEmpty();
  }
}
