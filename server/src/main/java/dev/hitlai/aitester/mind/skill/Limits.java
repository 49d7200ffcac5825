package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a choice among like things has to keep to: "under 100 a night", "room for 8", "the oldest".
 *
 * @param bounds what each of the things meant fulfils
 * @param extreme what the one meant has most or least of, if that is told
 */
record Limits(List<Bound> bounds, Optional<Extreme> extreme) {
  /** At least or at most so much of something. */
  record Bound(String kind, double value, boolean upper, boolean strict) {
    boolean holds(Entry entry) {
      var found = Measure.of(entry, kind);
      if (found.isEmpty()) {
        return true;
      }
      double more = found.getAsDouble() - value;
      return strict ? (upper ? more < 0 : more > 0) : (upper ? more <= 0 : more >= 0);
    }
  }

  /** The most or the least of something. */
  record Extreme(String kind, boolean least) {}

  private static final String NUMBER =
      "[€$£]?\\s?(\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
  private static final Pattern AT_MOST =
      Pattern.compile(
          "(?i)\\b(under|below|less than|cheaper than|not more than|no more than|at most|up"
              + " to|maximum(?: of)?|max\\.?|within|shorter than|smaller than|fewer than|not"
              + " over|costs? at most)\\s+"
              + NUMBER
              + "(\\s?[€$£]|(?:\\s+\\p{L}+){0,3})");
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?i)\\b(over|above|more than|at least|not less than|no less than|minimum(?: of)?|no"
              + " fewer than|bigger than|larger than|longer than)\\s+"
              + NUMBER
              + "(\\s?[€$£]|(?:\\s+\\p{L}+){0,3})");
  private static final Pattern PARTY =
      Pattern.compile(
          "(?i)\\b(?:for\\s+"
              + NUMBER
              + "\\s+(?:of us|people|persons|guests|adults|friends|colleagues|visitors|players)|"
              + NUMBER
              + "\\s+(?:of"
              + " us|people|persons|guests|adults|friends|colleagues|visitors|players|participants|attendees)|(?:we"
              + " are|we're|we'll be|there (?:are|will be)|fits?|holds?|seats?|room for|space"
              + " for)\\s+"
              + NUMBER
              + ")\\b");

  private record Superlative(Pattern pattern, String kind, boolean least) {
    static Superlative of(String words, String kind, boolean least) {
      return new Superlative(Pattern.compile("(?i)\\b(?:" + words + ")\\b"), kind, least);
    }
  }

  private static final List<Superlative> SUPERLATIVES =
      List.of(
          Superlative.of(
              "(?:cheapest|lowest price|lowest|least|best(?: price)?|best"
                  + " value)\\b.{0,40}\\b(?:per|by the|for each) (?:\\d+"
                  + " ?)?(?:g|grams?|kg|kilo(?:gram)?|lit(?:re|er)|l|ml|met(?:re|er)|piece|unit|sheet|100)|best"
                  + " value|(?:lowest|best) unit price",
              "unit price",
              true),
          Superlative.of("in the lead|leading|most popular|most votes", "votes", false),
          Superlative.of("underdog|least popular|fewest votes", "votes", true),
          Superlative.of(
              "cheapest|least expensive|lowest[- ]priced|costs (?:the )?least|lowest price|best"
                  + " price",
              "price",
              true),
          Superlative.of(
              "dearest|most expensive|priciest|costs (?:the )?most|highest price", "price", false),
          Superlative.of("oldest|earliest|soonest|first to", "date", true),
          Superlative.of("newest|latest|most recent|youngest|last modified", "date", false),
          Superlative.of(
              "(?:best|highest|top)[- ]?rated|best|top|highest rating|most stars", "rating", false),
          Superlative.of("worst|(?:worst|lowest)[- ]?rated", "rating", true),
          Superlative.of("nearest|closest", "distance", true),
          Superlative.of("farthest|furthest", "distance", false),
          Superlative.of("tallest|highest", "height", false),
          Superlative.of("lowest", "height", true),
          Superlative.of("longest|slowest", "length", false),
          Superlative.of("shortest|fastest|quickest", "length", true),
          Superlative.of("heaviest", "weight", false),
          Superlative.of("lightest", "weight", true),
          Superlative.of("largest|biggest|roomiest", "size", false),
          Superlative.of("smallest|tiniest", "size", true));
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)\\b(?:the )?(most|fewest|least|largest number of|smallest number"
              + " of|highest|lowest|longest|shortest)\\s+(\\p{L}{3,})");

  static Limits in(String words) {
    var bounds = new ArrayList<Bound>();
    AT_MOST
        .matcher(words)
        .results()
        .forEach(
            m -> bounds.add(bound(words, m.start(), m.group(1), m.group(2), m.group(3), true)));
    AT_LEAST
        .matcher(words)
        .results()
        .forEach(
            m -> bounds.add(bound(words, m.start(), m.group(1), m.group(2), m.group(3), false)));
    if (bounds.isEmpty() || bounds.stream().noneMatch(one -> one.kind().equals("places"))) {
      PARTY
          .matcher(words)
          .results()
          .findFirst()
          .ifPresent(m -> bounds.add(new Bound("places", value(m), false, false)));
    }
    return new Limits(List.copyOf(bounds), extreme(words));
  }

  private static double value(java.util.regex.MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return number(match.group(group));
      }
    }
    return 0;
  }

  private static double number(String text) {
    var word = Texts.number(text);
    return word.isPresent() ? word.getAsInt() : Texts.amount(text.replaceFirst("[.,]$", ""));
  }

  private static Bound bound(
      String words, int at, String relation, String number, String unit, boolean upper) {
    var sign = relation.toLowerCase(Locale.ROOT);
    boolean strict = sign.matches("under|below|over|above|(?!no|not).* than");
    return new Bound(kind(words, at, number, unit), number(number), upper, strict);
  }

  /** By its unit, else by what was spoken of before. */
  private static String kind(String words, int at, String number, String unit) {
    var around = words.substring(at, Math.min(words.length(), at + 60)) + unit;
    if (around.matches(
        "(?is).*[€$£].*|.*\\b(?:euros?|pounds?|dollars?|a night|per night|a month|per month|a"
            + " week|a day|per person)\\b.*")) {
      return "price";
    }
    if (unit.matches("(?i)\\s+(?:people|persons|guests|of us|seats|places|beds)\\b.*")) {
      return unit.matches("(?i).*beds.*") ? "beds" : "places";
    }
    if (unit.matches("(?i)\\s*(?:minutes?|min|hours?|h)\\b.*")) {
      return "length";
    }
    var before = words.substring(0, at);
    if (before.matches("(?is).*\\b(?:costs?|price|pay|spend|budget|cheap\\w*|rent)\\b[^.]*")) {
      return "price";
    }
    var noun = Words.plain(unit).stream().filter(word -> word.length() > 2).findFirst();
    return noun.orElse("price");
  }

  private static Optional<Extreme> extreme(String words) {
    for (var one : SUPERLATIVES) {
      var match = one.pattern().matcher(words);
      if (match.find()) {
        return Optional.of(
            (one.kind().equals("unit price")
                    ? Optional.<Extreme>empty()
                    : counted(words, match.start(), match.end()))
                .orElse(new Extreme(one.kind(), one.least())));
      }
    }
    return counted(words, 0, 0);
  }

  /** "The fewest beds", "the highest price": of what is said. */
  private static Optional<Extreme> counted(String words, int from, int beyond) {
    var count = COUNT.matcher(words);
    if (!count.find(from)
        || count.end() <= beyond
        || count.group(1).matches("(?i)highest|lowest|longest|shortest")
            && !count
                .group(2)
                .matches(
                    "(?i)price|cost|rating|score|distance|weight|number|fee|rent|fare|height|age|amount|balance|temperature|speed")) {
      return Optional.empty();
    }
    boolean least = count.group(1).matches("(?i)fewest|least|smallest.*|lowest|shortest");
    return Optional.of(new Extreme(count.group(2).toLowerCase(Locale.ROOT), least));
  }

  boolean isEmpty() {
    return bounds.isEmpty() && extreme.isEmpty();
  }

  boolean holds(Entry entry) {
    return bounds.stream().allMatch(bound -> bound.holds(entry));
  }

  /** The figures that are spoken of can be read off these entries. */
  boolean applies(List<Entry> entries) {
    return bounds.stream()
            .anyMatch(
                one ->
                    entries.stream().filter(e -> Measure.of(e, one.kind()).isPresent()).count() > 1)
        || extreme
            .filter(
                one ->
                    entries.stream().filter(e -> Measure.of(e, one.kind()).isPresent()).count() > 1)
            .isPresent();
  }

  /** The one with most or least of what is asked for. */
  Optional<Entry> best(List<Entry> entries) {
    var one = extreme.orElseThrow();
    var measured = entries.stream().filter(e -> Measure.of(e, one.kind()).isPresent());
    var order =
        java.util.Comparator.comparingDouble((Entry e) -> Measure.of(e, one.kind()).orElseThrow());
    return one.least() ? measured.min(order) : measured.max(order);
  }
}
