package dev.hitlai.testing.internal.findings;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Severity;
import dev.hitlai.identity.TestSettings;
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
  public static final double STANDS = 0.80;

  /** Below this confidence an expert has to look. */
  static final double REVIEWED = 0.60;

  /**
   * Routes an AI's finding by its confidence. The sample is drawn by the fingerprint, so that the
   * same defect is either always in it or never.
   *
   * @param fingerprint 16 hex digits
   */
  public static ReviewState route(
      double confidence,
      Severity severity,
      Category category,
      String fingerprint,
      TestSettings.Values settings) {
    if (confidence < REVIEWED) {
      return EXPERT_REQUIRED;
    }
    boolean grave = severity == Severity.CRITICAL || category == Category.SECURITY;
    if (confidence < STANDS || (grave && settings.criticalNeedsReview())) {
      return REQUIRED;
    }
    boolean drawn = confidence < APPROVED && draw(fingerprint) < settings.reviewSampleRate();
    return drawn ? SAMPLED : NONE;
  }

  /** An even number from 0 to 1 that belongs to the fingerprint. */
  private static double draw(String fingerprint) {
    return Integer.toUnsignedLong(fingerprint.hashCode() * 0x9E3779B9) / (double) (1L << 32);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
