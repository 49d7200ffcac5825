package dev.hitlai.training.internal.review;

import dev.hitlai.testing.FindingFacts;
import java.util.List;

/**
 * What is looked at first: what the models are least sure of, have seen least of, and what most
 * people meet.
 *
 * @param uncertainty 1 where right and wrong are equally likely
 * @param novelty 1 where nothing like it was seen
 * @param exposure 1 for a critical finding in many places
 */
record Priority(double uncertainty, double novelty, double exposure) {
  /** So that one part that is 0 doesn't hide a finding for ever. */
  private static final double LEAST = 0.05;

  private static final List<String> GRAVITY = List.of("low", "medium", "high", "critical");
  private static final double MANY_PLACES = 5;

  static Priority of(FindingFacts facts, double probability, double novelty) {
    double gravity = (GRAVITY.indexOf(facts.severity()) + 1) / 4.0;
    double places = Math.min(1, facts.occurrences() / MANY_PLACES);
    return new Priority(
        4 * probability * (1 - probability),
        Math.clamp(novelty, 0, 1),
        0.7 * gravity + 0.3 * places);
  }

  double value() {
    return (LEAST + uncertainty) * (LEAST + novelty) * (LEAST + exposure) / Math.pow(1 + LEAST, 3);
  }
}
