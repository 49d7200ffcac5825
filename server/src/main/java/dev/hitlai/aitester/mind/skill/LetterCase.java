package dev.hitlai.aitester.mind.skill;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "hello in capital letters", "the word in all lower case". */
final class LetterCase implements Values.Answer {
  private static final Pattern UPPER =
      Pattern.compile(
          "(?i)\\b(?:in )?(?:all )?(?:upper[- ]?case|capital"
              + " letters|capitals|caps|capitali[sz]ed)\\b(?: letters)?");
  private static final Pattern LOWER =
      Pattern.compile("(?i)\\b(?:in )?(?:all )?(?:lower[- ]?case|small letters)\\b(?: letters)?");

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
