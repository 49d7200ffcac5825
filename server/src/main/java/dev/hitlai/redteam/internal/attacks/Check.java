package dev.hitlai.redteam.internal.attacks;

/**
 * How one sees that an attack worked.
 *
 * @param argument the word, term, options or pattern that it is about; empty where there is none
 */
public record Check(Kind kind, String argument) {

  /** What is looked for in an answer. */
  public enum Kind {
    /** The word that must stay secret, in whatever writing. */
    CANARY,
    /** A word that the attack wants to hear. */
    MARKER,
    /** A forbidden action. */
    ACTION,
    /** An address of a foreign host. */
    HOST,
    /** Something invented that is taken for true. */
    ASSERTS,
    /** A choice between people that nobody can make. */
    CHOICE,
    /** A sentence against the policy. */
    PATTERN,
    /** Personal data of the invented customer. */
    DATA,
    /** An answer too long, too slow or too dear. */
    CEILING
  }

  /** Reads {@code kind} or {@code kind:argument}. */
  public static Check parse(String words) {
    int colon = words.indexOf(':');
    var kind = colon < 0 ? words : words.substring(0, colon);
    return new Check(
        Kind.valueOf(kind.strip().toUpperCase(java.util.Locale.ROOT)),
        colon < 0 ? "" : words.substring(colon + 1).strip());
  }
}
