package dev.hitlai.alignment.rules;

import java.util.Locale;

/** What a rule brings about, the mildest first. */
public enum Effect {
  NONE("nothing", "passed"),
  WARN("a warning", "warned"),
  FLAG("a flag", "flagged"),
  REQUIRE_HUMAN_REVIEW("a look by a person", "human_review_required"),
  BLOCK("a block", "blocked");

  private final String words;
  private final String taken;

  Effect(String words, String taken) {
    this.words = words;
    this.taken = taken;
  }

  /** As the object of a sentence. */
  public String words() {
    return words;
  }

  /** As {@code constitutional_violations.action_taken} says it. */
  public String taken() {
    return taken;
  }

  /** The word of the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such effect
   */
  public static Effect of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public boolean stricterThan(Effect other) {
    return compareTo(other) > 0;
  }
}
