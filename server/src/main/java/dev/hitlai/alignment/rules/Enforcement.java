package dev.hitlai.alignment.rules;

import java.util.Locale;

/** How seriously a rule is taken. */
public enum Enforcement {
  /** As it is written. */
  STRICT,
  /** What would be blocked is shown to a person instead. */
  MODERATE,
  /** At most a warning. */
  ADVISORY;

  public Effect apply(Effect written) {
    return switch (this) {
      case STRICT -> written;
      case MODERATE -> written == Effect.BLOCK ? Effect.REQUIRE_HUMAN_REVIEW : written;
      case ADVISORY -> written == Effect.NONE ? written : Effect.WARN;
    };
  }

  /** The word of the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such enforcement
   */
  public static Enforcement of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
