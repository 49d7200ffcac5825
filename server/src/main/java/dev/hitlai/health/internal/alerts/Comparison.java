package dev.hitlai.health.internal.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** On which side of its threshold a value is alarming. */
public enum Comparison {
  GREATER_THAN("above"),
  LESS_THAN("below"),
  EQUALS("exactly");

  private static final double NEAR = 1e-6;

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  public boolean holds(double value, double threshold) {
    return switch (this) {
      case GREATER_THAN -> value > threshold;
      case LESS_THAN -> value < threshold;
      case EQUALS -> Math.abs(value - threshold) < NEAR;
    };
  }

  /** Which of two alarming values is further beyond the threshold. */
  double worse(double one, double other) {
    return switch (this) {
      case GREATER_THAN -> Math.max(one, other);
      case LESS_THAN -> Math.min(one, other);
      case EQUALS -> one;
    };
  }

  /** As in "above 5". */
  public String word() {
    return word;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static Comparison of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
