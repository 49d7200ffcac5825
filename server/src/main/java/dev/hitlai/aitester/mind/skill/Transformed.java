package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "The visitor's initials", "silver spelled backwards", "the first three letters of the code". */
final class Transformed implements Values.Answer {
  private record Rule(Pattern pattern, UnaryOperator<String> change) {
    static Rule of(String pattern, UnaryOperator<String> change) {
      return new Rule(Pattern.compile("(?i)" + pattern), change);
    }
  }

  private static final String COUNT = "(?:(two|three|four|five|\\d) )?";
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "(?:spelled|spelt|written|typed)? ?(?:backwards?|in reverse(?: order)?|reversed|from"
                  + " right to left|the other way round)(?:,? (?:but )?(?:keeping|with the"
                  + " same|with)\\b.*)?",
              Transformed::reversed),
          Rule.of("^reversed? (?:the )?|(?:the )?reverse of ", Transformed::reversed),
          Rule.of("(?:['’]s? )?\\binitials\\b(?: of)?", Transformed::initials),
          Rule.of(
              "(?:in |as |with )?(?:\\w+ )?(?:capital letters|capitals|upper ?case(?:"
                  + " letters)?|block letters)",
              text -> text.toUpperCase(Locale.ROOT)),
          Rule.of(
              "(?:in |as |with )?(?:\\w+ )?(?:lower ?case(?: letters)?|small letters)",
              text -> text.toLowerCase(Locale.ROOT)),
          Rule.of(
              "(?:,? but )?(?:without|leaving out|omitting|with no) (?:any |the |its |all |of"
                  + " )*vowels?(?: ?\\([^)]*\\))?",
              text -> text.replaceAll("(?i)[aeiou]", "")),
          Rule.of("without (?:any |the )?(?:spaces?|blanks?)", text -> text.replaceAll("\\s+", "")),
          Rule.of(
              "without (?:any |the )?(?:dashes|dash|hyphens?)",
              text -> text.replaceAll("[-–]", "")),
          Rule.of("\\btwice(?: in a row|, one after the other)", text -> text + text));
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:the )?(first|last) "
              + COUNT
              + "(?:letters?|characters?|digits?) (?:of|in|from) (.+)");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var part = PART.matcher(phrase);
    if (part.matches()) {
      int count = part.group(2) == null ? 1 : Texts.number(part.group(2)).orElse(1);
      return base(part.group(3), clauses, now)
          .map(text -> cut(text, count, part.group(1).equalsIgnoreCase("first")));
    }
    var rest = phrase;
    UnaryOperator<String> change = text -> text;
    for (var rule : RULES) {
      var match = rule.pattern().matcher(rest);
      if (match.find()) {
        rest = match.replaceAll(" ").replaceAll("\\s+", " ").strip();
        var before = change;
        change = text -> rule.change().apply(before.apply(text));
      }
    }
    return rest.equals(phrase) ? Optional.empty() : base(rest, clauses, now).map(change);
  }

  /** What is to be changed: quoted, one plain word, or what the page says of it. */
  private static Optional<String> base(String words, Clauses clauses, Sight now) {
    var bare =
        words
            .replaceAll(
                "(?i)^(?:the )?(?:words?|text|name|phrase|letters of)?"
                    + " ?(?=Q\\d)|[,.:]+$|\\b(?:as|in|with)$",
                "")
            .strip();
    var quoted = clauses.quotedIn(bare);
    if (!quoted.isEmpty()) {
      return Optional.of(quoted.getFirst());
    }
    var name =
        bare.replaceFirst("(?i)^(?:the|this|that|your|his|her) ", "").replaceFirst("['’]s?$", "");
    return Values.worked(bare, clauses, now)
        .or(() -> NamedOnPage.labelled(name, now))
        .or(
            () ->
                bare.matches("(?:(?:the )?word )?\\p{L}[\\p{L}\\d-]*|(?:\\p{Lu}\\p{L}+ ?)+")
                    ? Optional.of(bare.replaceFirst("^(?:the )?word ", ""))
                    : Optional.empty());
  }

  private static String cut(String text, int count, boolean first) {
    int length = Math.min(count, text.length());
    return first ? text.substring(0, length) : text.substring(text.length() - length);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static String initials(String text) {
    return Stream.of(text.strip().split("[\\s-]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
