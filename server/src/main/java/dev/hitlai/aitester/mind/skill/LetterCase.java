package dev.hitlai.aitester.mind.skill;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "hello in capital letters", "the word in all lower case". */
final class LetterCase implements Values.Answer {
  /** "With all letters in", "converted to all". */
  private static final String HOW =
      "(?:(?:but |and )?(?:with|using|having) )?(?:(?:all|every|only)(?: of)? (?:its |the"
          + " )?(?:letters? |characters? )?)?(?:(?:being"
          + " )?(?:written|typed|spelled|converted|changed|turned|put|set) )?(?:in(?:to)? |to |as"
          + " )?(?:all )?(?:its )?";

  private static final Pattern UPPER =
      Pattern.compile(
          "(?i),?\\b"
              + HOW
              + "(?:upper[- ]?case[d]?|(?:capital|big|block)"
              + " letters|capitals|caps|capitali[sz]ed)\\b(?: letters| form| characters)?(?:"
              + " only)?");
  private static final Pattern LOWER =
      Pattern.compile(
          "(?i),?\\b"
              + HOW
              + "(?:lower[- ]?cased?|(?:small|little) letters)\\b(?: letters| form|"
              + " characters)?(?: only)?");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    boolean upper = UPPER.matcher(phrase).find();
    if (!upper && !LOWER.matcher(phrase).find()) {
      return Optional.empty();
    }
    var rest =
        (upper ? UPPER : LOWER)
            .matcher(phrase)
            .replaceAll(" ")
            .replaceAll("\\s+", " ")
            .replaceAll("[, ]+$", "")
            .strip();
    return Values.of(rest, clauses, now)
        .map(text -> upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
  }
}
