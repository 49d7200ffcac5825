package dev.hitlai.recording.internal.bots;

import java.util.List;

/**
 * Whether a program was there.
 *
 * @param probability 0–1
 * @param confidence 0–1, by how much there was to see
 * @param reasons what speaks for it, weightiest first
 */
record Judgement(double probability, double confidence, List<Reason> reasons, Figures figures) {

  Judgement {
    reasons = List.copyOf(reasons);
  }

  /**
   * One thing that speaks for a program.
   *
   * @param weight in log-odds
   */
  record Reason(String name, double weight, String sentence) {}

  /** What was measured; times in milliseconds. */
  record Figures(
      int interactions,
      double seconds,
      Pace gaps,
      double clicksPerMinute,
      double scrollsPerMinute,
      double keysPerMinute) {
    double perMinute() {
      return seconds <= 0 ? 0 : interactions * 60 / seconds;
    }
  }

  boolean says(String name) {
    return reasons.stream().anyMatch(reason -> reason.name().equals(name));
  }
}
