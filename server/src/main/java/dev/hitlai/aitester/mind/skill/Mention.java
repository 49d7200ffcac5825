package dev.hitlai.aitester.mind.skill;

/**
 * A value that an instruction gives.
 *
 * @param text the value as it is written into a field
 * @param start where it begins in the words of the wish
 * @param end behind its last character there
 */
record Mention(Kind kind, String text, int start, int end) {
  /** What a value looks like, which tells much about where it belongs. */
  enum Kind {
    QUOTED,
    EMAIL,
    LINK,
    DATE,
    TIME,
    PHONE,
    CODE,
    NUMBER,
    NAME
  }

  /** A number said in words may as well be part of a phrase: "one of them". */
  boolean isDoubtful(String words) {
    return kind == Kind.NUMBER && !Character.isDigit(words.charAt(Math.max(start, end - 1)));
  }
}
