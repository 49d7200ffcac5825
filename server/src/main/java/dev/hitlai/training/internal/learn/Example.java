package dev.hitlai.training.internal.learn;

import dev.hitlai.testing.FindingFacts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding with everything people said of it.
 *
 * @param features as {@link Features} makes them
 * @param words what each of them said
 * @param severity the right one by most words; null when nobody said it is right
 * @param reward mean of what the words are worth; null when nobody said anything with a reward
 */
public record Example(
    UUID id,
    UUID runId,
    FindingFacts facts,
    float[] features,
    List<Word> words,
    @Nullable String severity,
    @Nullable Double reward) {
  /**
   * @param right whether the finding stands as it is
   * @param wrong chance that the person errs, below 0.5
   */
  public record Word(boolean right, double wrong) {}

  public Example {
    words = List.copyOf(words);
  }

  /** A fifth of all sites is kept for evaluation, always the same. */
  public boolean held() {
    return Split.held(facts.site());
  }
}
