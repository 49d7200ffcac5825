package dev.hitlai.testing;

import java.util.Locale;

/** What a person says of a finding of the AI. */
public enum CorrectionType {
  APPROVE,
  FALSE_POSITIVE,
  /** The AI missed it. */
  FALSE_NEGATIVE,
  SEVERITY_ADJUSTMENT,
  WORDING_IMPROVEMENT,
  /** It describes something that isn't on the page at all. */
  HALLUCINATION,
  DUPLICATE;

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such type
   */
  public static CorrectionType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
