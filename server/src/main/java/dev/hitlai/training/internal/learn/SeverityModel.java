package dev.hitlai.training.internal.learn;

import dev.hitlai.training.internal.learn.Logistic.Examples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How grave people will call a finding: for each step of the ladder a model of the chance to lie
 * above it.
 *
 * @param above three: above low, above medium, above high
 */
public record SeverityModel(List<Logistic> above) {
  public static final List<String> LADDER = List.of("low", "medium", "high", "critical");
  private static final double PENALTY = 0.02;

  /** What is learnt from: features and the right severity. */
  public record Graded(float[] features, String severity) {}

  public String severity(float[] features) {
    double best = -1;
    int chosen = 0;
    double before = 1;
    for (int step = 0; step < LADDER.size(); step++) {
      double higher = step == above.size() ? 0 : above.get(step).probability(features);
      double here = before - higher;
      if (here > best) {
        best = here;
        chosen = step;
      }
      before = Math.min(before, higher);
    }
    return LADDER.get(chosen);
  }

  public static SeverityModel fit(List<Graded> training) {
    var models = new ArrayList<Logistic>();
    for (int step = 0; step < LADDER.size() - 1; step++) {
      int above = step;
      int[] labels =
          training.stream()
              .mapToInt(one -> LADDER.indexOf(one.severity()) > above ? 1 : 0)
              .toArray();
      models.add(
          Logistic.fit(
              new Examples(
                  training.stream().map(Graded::features).toList(),
                  labels,
                  training.stream().mapToDouble(_ -> 0.05).toArray()),
              PENALTY,
              true));
    }
    return new SeverityModel(models);
  }

  /** The right severity by most words; the higher one of two named equally often. */
  public static @Nullable String mostSaid(List<String> severities) {
    return severities.stream()
        .max(
            java.util.Comparator.<String>comparingLong(
                    one -> severities.stream().filter(one::equals).count())
                .thenComparingInt(LADDER::indexOf))
        .orElse(null);
  }
}
