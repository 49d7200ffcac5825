package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is to be typed: said outright, or to be read from the page or worked out. */
final class Values {
  private static final List<Answer> ANSWERS =
      List.of(
          new Transformed(),
          new LetterCase(),
          new Series(),
          new EndTime(),
          new WordInText(),
          new WordQuality(),
          new TableTotal(),
          new Arithmetic(),
          new Algebra(),
          new RowAnswer(),
          new Counting(),
          new NamedOnPage(),
          new TextToCopy(),
          new GreatestNumber(),
          new TableLookUp());
  private static final Pattern REMEMBERED =
      Pattern.compile(
          "(?i)^(?:it|that|this|(?:its|the|their|his|her)"
              + " (?:name|title|result|sum|total|difference|product|answer|word|value|text|number|solution|copied"
              + " text)|your answer|its value)(?: that)?$");
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^(?:the )?(?:following"
              + " )?(?:text|word|words|value|string|phrase|number|name|command|item|letters?|digits?|term|query|date|time|message)s?\\s*:?\\s+");

  /** Finds the value that some words describe. */
  interface Answer {
    Optional<String> read(String phrase, Clauses clauses, Sight now);
  }

  private Values() {}

  static Optional<String> of(String phrase, Clauses clauses, Sight now) {
    var words = phrase.strip();
    if (words.matches("Q\\d+")) {
      return Optional.of(clauses.plain(words));
    }
    if (REMEMBERED.matcher(words).matches() && !now.notes().value().isBlank()) {
      return Optional.of(now.notes().value());
    }
    return worked(words, clauses, now).or(() -> literal(words, clauses));
  }

  /** Only what has to be read or worked out. */
  static Optional<String> worked(String phrase, Clauses clauses, Sight now) {
    return ANSWERS.stream()
        .map(answer -> answer.read(phrase, clauses, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> literal(String words, Clauses clauses) {
    var quoted = clauses.quotedIn(words);
    if (!quoted.isEmpty()) {
      return Optional.of(quoted.getFirst());
    }
    var bare = PREFIX.matcher(words).replaceFirst("").strip();
    return bare.isBlank()
            || words.matches(
                "(?i)(?:the|this|that|its)"
                    + " (?:sum|total|result|answer|difference|product|average|solution)")
            || bare.toLowerCase(Locale.ROOT)
                .matches("(?:it|that|the answer|your answer|the result)")
        ? Optional.empty()
        : Optional.of(bare);
  }
}
