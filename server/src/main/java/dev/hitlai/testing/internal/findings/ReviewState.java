package dev.hitlai.testing.internal.findings;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Severity;
import dev.hitlai.identity.TestSettings;
import dev.hitlai.testing.FindingReview.Outcome;
import java.util.Locale;

/** Whether a person has to look at a finding. */
public enum ReviewState {
  NONE,
  SAMPLED,
  REQUIRED,
  EXPERT_REQUIRED,
  DONE;

  /** From this confidence on a finding passes without anybody looking. */
  static final double APPROVED = 0.95;

  /** From this confidence on a finding stands, although a sample is looked at. */
  static final double STANDS = 0.80;

  /** Below this confidence an expert has to look. */
  static final double REVIEWED = 0.60;

  /**
   * Routes an AI's finding by its confidence. The sample is drawn by what identifies the finding,
   * so that writing it down again draws the same.
   *
   * @param identity the same for the same finding of the same run, another for any other
   */
  public static ReviewState route(
      double confidence,
      Severity severity,
      Category category,
      String identity,
      TestSettings.Values settings) {
    if (confidence < REVIEWED) {
      return EXPERT_REQUIRED;
    }
    boolean grave = severity == Severity.CRITICAL || category == Category.SECURITY;
    if (confidence < STANDS || (grave && settings.criticalNeedsReview())) {
      return REQUIRED;
    }
    boolean drawn = confidence < APPROVED && draw(identity) < settings.reviewSampleRate();
    return drawn ? SAMPLED : NONE;
  }

  /** An even number from 0 to 1 that belongs to the finding. */
  private static double draw(String identity) {
    return Integer.toUnsignedLong(identity.hashCode() * 0x9E3779B9) / (double) (1L << 32);
  }

  /** The stricter of this and what the platform's rules ask for. */
  ReviewState atLeast(Outcome outcome) {
    var asked =
        switch (outcome) {
          case PASSES, BLOCKED -> NONE;
          case FLAGGED -> SAMPLED;
          case NEEDS_PERSON -> REQUIRED;
        };
    return compareTo(asked) >= 0 ? this : asked;
  }

  /** The words of the database for findings that a person still has to look at. */
  public static final java.util.Set<String> WAITING =
      java.util.Set.of("sampled", "required", "expert_required");

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
