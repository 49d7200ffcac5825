package dev.hitlai.aitester.mind.scent;

/** Cuts English inflections, so that "returns", "returned" and "returning" are one word. */
final class Stemmer {
  private static final int SHORTEST = 4;

  private Stemmer() {}

  static String stem(String word) {
    if (word.length() < SHORTEST || Character.isDigit(word.charAt(0))) {
      return word;
    }
    var singular = withoutPlural(word);
    var base = withoutVerbEnding(singular);
    return base.endsWith("e") && base.length() > SHORTEST
        ? base.substring(0, base.length() - 1)
        : base;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return word.substring(0, word.length() - 1);
    }
    return word;
  }

  private static String withoutVerbEnding(String word) {
    if (word.endsWith("ing") && word.length() > 5) {
      return single(word.substring(0, word.length() - 3));
    }
    if (word.endsWith("ied")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ed") && word.length() > 4) {
      return single(word.substring(0, word.length() - 2));
    }
    return word;
  }

  /** "shipp" (from "shipping") → "ship"; "dress" and "sell" stay. */
  private static String single(String word) {
    var length = word.length();
    if (length > 3
        && word.charAt(length - 1) == word.charAt(length - 2)
        && "bdgmnprt".indexOf(word.charAt(length - 1)) >= 0) {
      return word.substring(0, length - 1);
    }
    return word;
  }
}
