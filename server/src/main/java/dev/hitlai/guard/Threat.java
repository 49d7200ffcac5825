package dev.hitlai.guard;

/**
 * Something in a text that a model must not be exposed to, or must not say.
 *
 * @param score how sure the detector is, 0 to 1
 * @param excerpt where it stands, short and without what has to stay secret
 * @param reason one sentence for a person
 */
public record Threat(Kind kind, double score, String excerpt, String reason) {

  /** What a threat does. */
  public enum Kind {
    /** Text of a page that gives orders to the model that reads it. */
    INSTRUCTION,
    /** Text that talks a model out of its rules. */
    JAILBREAK,
    /** Text that people don't see and a model would read. */
    HIDDEN_TEXT,
    /** An attempt to send something out: to a foreign address, or a secret word. */
    EXFILTRATION,
    /** A key, token or password. */
    SECRET,
    /** What identifies or reaches a person. */
    PERSONAL_DATA
  }

  public Threat {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("A score is between 0 and 1, not " + score);
    }
  }
}
