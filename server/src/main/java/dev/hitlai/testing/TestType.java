package dev.hitlai.testing;

import java.util.Locale;
import java.util.Optional;

/** Who carries a test out: an AI, people, or an AI first and people to confirm what it found. */
public enum TestType {
  AI_ONLY("AI only"),
  HUMAN_ONLY("People only"),
  HYBRID("AI, confirmed by people");

  private final String label;

  TestType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether an AI tester takes part. */
  public boolean startsWithAi() {
    return this != HUMAN_ONLY;
  }

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@code ai_only}, {@code human_only}, {@code hybrid} and the short {@code ai}, {@code
   * human}.
   */
  public static Optional<TestType> of(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "ai", "ai_only" -> Optional.of(AI_ONLY);
      case "human", "human_only" -> Optional.of(HUMAN_ONLY);
      case "hybrid" -> Optional.of(HYBRID);
      default -> Optional.empty();
    };
  }
}
