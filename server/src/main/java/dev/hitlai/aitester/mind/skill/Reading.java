package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the value that some words are about where a text says it: "the security code" in "your code
 * is 482 113", "how long it may be" in "up to 60 cm long".
 */
final class Reading {
  /** What a value of a kind looks like, and the words that ask for one. */
  private record Kind(Pattern asked, Pattern value) {
    static Kind of(String asked, String value) {
      return new Kind(
          Pattern.compile("(?i)\\b(?:" + asked + ")\\b"), Pattern.compile("(?i)" + value));
    }
  }

  private static final String CLOCK =
      "(?<![\\d:])\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?|\\b\\d{1,2} ?[ap]m\\b";
  private static final List<Kind> KINDS =
      List.of(
          Kind.of("e-?mail(?: address)?", "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          Kind.of("phone|telephone|mobile|extension|dial", "\\+?\\d[\\d ()/-]{2,}\\d"),
          Kind.of(
              "how (?:long|wide|high|tall|deep|far)|length|width|height|depth|distance",
              "\\d+(?:[.,]\\d+)?(?=\\s?(?:mm|cm|m|km|inch|inches|ft|feet|metres?|meters?|miles?)\\b)"),
          Kind.of(
              "how heavy|weight|weighs?",
              "\\d+(?:[.,]\\d+)?(?=\\s?(?:kg|g|lbs?|pounds?|grams?|kilo(?:gram)?s?|t)\\b)"),
          Kind.of(
              "temperature|how (?:hot|warm|cold)|degrees",
              "-?\\d+(?:[.,]\\d+)?(?=\\s?°|\\s?degrees)"),
          Kind.of(
              "price|costs?|fee|how much|fare|total|amount",
              "(?<=[€$£])\\s?\\d+(?:[.,]\\d+)*|\\d+(?:[.,]\\d+)*(?=\\s?(?:€|\\$|£|euros?|EUR))"),
          Kind.of("what time|when|time|o'clock|opens?|closes?|starts?|leaves?", CLOCK),
          Kind.of(
              "room|seat|platform|gate|floor|table|track|bus|line|locker|desk|hall|building|aisle|shelf|box",
              "(?<=(?:room|seat|platform|gate|floor|table|track|bus|line|locker|desk|hall|building|aisle|shelf|box)"
                  + " (?:number |no\\. ?)?)\\p{L}?\\d+\\p{L}?"),
          Kind.of(
              "code|password|pin|key|voucher|reference|id|token|combination|passcode|coupon",
              "(?<![\\p{L}\\d])(?:\\d{2,4}(?:"
                  + " \\d{2,4})+|(?=[\\p{L}-]*\\d)[\\p{L}\\d][\\p{L}\\d-]*)(?![\\p{L}\\d])"),
          Kind.of(
              "number|how many|age|how old|count|year|size|value|result", "-?\\d+(?:[.,]\\d+)?"));

  /** The form of the value alone tells what it is: "54 cm", "from Peru". */
  private static final List<Kind> TELLING =
      List.of(
          KINDS.get(2),
          KINDS.get(3),
          KINDS.get(4),
          Kind.of(
              "country|origin|home ?land|comes? from|nationality",
              "(?<=\\bfrom )(?:the )?(?-i:\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)"),
          Kind.of(
              "kilo(?:gram)?s|kg|grams|weigh",
              "\\d+(?:[.,]\\d+)?(?=\\s?(?:kg|g|t|kilo(?:gram)?s?)\\b)"));

  private static final Pattern SAID =
      Pattern.compile(
          "(?i)(?:\\b(?:is|are|was|reads|says)|[:=])\\s*[\"“'‘]?([^\\s\"”'’.,;!:=][^\"”'’.;!]*?)[\"”'’]?\\s*[.!]?$");

  private Reading() {}

  /** What the words ask for, read from what the page shows; empty when it does not say. */
  static Optional<String> of(String words, Sight now) {
    var texts =
        now.matching(t -> !t.isField() && t.hasWords() && t.text().length() < 240)
            .filter(t -> t.all().noneMatch(one -> one.isField() || one.role().equals("button")))
            .map(Thing::text);
    return in(words, Stream.concat(texts, pairs(now)));
  }

  /** Terms with what is said of them: "Cage: No. 12". */
  private static Stream<String> pairs(Sight now) {
    return now.matching(t -> t.tag().matches("dt|th") && t.parent() != null)
        .flatMap(
            term ->
                now.matching(t -> t.tag().matches("dd|td") && t.parent() == term.parent())
                    .filter(t -> t.order() > term.order() && Rows.sameLine(t, term))
                    .limit(1)
                    .map(t -> term.text() + ": " + t.text()));
  }

  /** The same, from texts. */
  static Optional<String> in(String words, Stream<String> texts) {
    var wanted = Words.concepts(words);
    record Found(String value, double fit, int length) {}
    return texts
        .distinct()
        .flatMap(
            text ->
                value(words, text).stream()
                    .map(
                        value ->
                            new Found(
                                value, fit(wanted, text) + telling(words, text), text.length())))
        .filter(one -> one.fit() > 0)
        .max(
            Comparator.comparingDouble(Found::fit)
                .thenComparing(Comparator.comparingInt(Found::length).reversed()))
        .map(Found::value);
  }

  private static double telling(String words, String text) {
    return told(words, text).isPresent() ? 0.04 : 0;
  }

  private static Optional<String> told(String words, String text) {
    return TELLING.stream()
        .filter(kind -> kind.asked().matcher(words).find())
        .map(kind -> kind.value().matcher(text))
        .filter(java.util.regex.Matcher::find)
        .map(value -> value.group().strip())
        .findFirst();
  }

  private static double fit(Set<String> wanted, String text) {
    var said = Words.concepts(text);
    return wanted.stream().filter(said::contains).count() / (1.0 + wanted.size());
  }

  /** The part of a text that answers, by what kind of value is asked for. */
  private static Optional<String> value(String words, String text) {
    var told = told(words, text);
    if (told.isPresent()) {
      return told;
    }
    for (var kind : KINDS) {
      if (kind.asked().matcher(words).find()) {
        var value = kind.value().matcher(text);
        if (value.find()) {
          return Optional.of(value.group().strip());
        }
      }
    }
    boolean spoken =
        words.toLowerCase(Locale.ROOT).matches(".*\\b(?:number|time|price|date|phone|how .*)\\b.*");
    var said = SAID.matcher(text);
    return !spoken && said.find() && said.group(1).split("\\s+").length < 5
        ? Optional.of(said.group(1).strip())
        : Optional.empty();
  }
}
