package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** How much of something an entry has: its price, its date, its number of beds. */
final class Measure {
  private static final Pattern PRICE =
      Pattern.compile(
          "(?i)[€$£]\\s?(\\d[\\d.,]*)|(\\d[\\d.,]*)\\s?(?:€|EUR|USD|GBP|euros?|pounds?|dollars?|a"
              + " (?:night|month|week|day|person)|per"
              + " (?:night|month|week|day|person|piece|hour))|(?<![\\d:.])(\\d+\\.\\d\\d)(?![\\d:])");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern AGO =
      Pattern.compile(
          "(?i)(\\d+|an?|one|two|three|four|five|six) (minute|hour|day|week|month|year)s?"
              + " (?:ago|old)\\b");
  private static final Map<String, Integer> DAYS =
      Map.of("day", 1, "week", 7, "month", 30, "year", 365, "hour", 0, "minute", 0);
  private static final Pattern DURATION =
      Pattern.compile(
          "(?i)(?:(\\d+)\\s?h(?:ours?|rs?)?\\b\\.?)?\\s*(?:(\\d+)\\s?min(?:utes?)?\\b)?");
  private static final Map<String, List<String>> HEADS =
      Map.of(
          "price",
              List.of("price", "cost", "fee", "rate", "rent", "amount", "total", "fare", "night"),
          "date",
              List.of(
                  "date",
                  "day",
                  "year",
                  "time",
                  "when",
                  "created",
                  "changed",
                  "modified",
                  "saved",
                  "age",
                  "made",
                  "since",
                  "due",
                  "built"),
          "size",
              List.of(
                  "size", "area", "capacity", "seats", "m²", "mb", "kb", "gb", "volume", "room"),
          "height", List.of("height", "altitude", "tall", "high", "elevation"),
          "length",
              List.of("length", "distance", "duration", "time", "km", "long", "hours", "minutes"),
          "weight", List.of("weight", "kg", "grams"),
          "distance", List.of("distance", "away", "km", "walk", "minutes"),
          "rating", List.of("rating", "stars", "score", "points", "reviews", "grade"),
          "places",
              List.of(
                  "seats",
                  "places",
                  "people",
                  "persons",
                  "guests",
                  "capacity",
                  "beds",
                  "sleeps",
                  "size",
                  "holds",
                  "spots"));

  private Measure() {}

  /**
   * How much an entry has.
   *
   * @param kind a key of the kinds known, or the word for what is counted
   */
  static OptionalDouble of(Entry entry, String kind) {
    var inCell = cell(entry, kind);
    if (inCell.isPresent()) {
      return inCell;
    }
    return switch (kind) {
      case "price" -> first(PRICE, entry.words());
      case "unit price" -> perUnit(entry.words());
      case "star", "stars", "rating" -> {
        long stars = entry.part().text().chars().filter(sign -> sign == '★').count();
        var said = counted(entry, kind);
        yield said.isPresent() || stars == 0 ? said : OptionalDouble.of(stars);
      }
      case "size", "weight" -> {
        var amount = Amounts.in(entry.words());
        yield amount.isPresent() ? amount : counted(entry, kind);
      }
      case "date" -> age(entry.words());
      case "length" ->
          counted(entry, kind).isPresent() ? counted(entry, kind) : duration(entry.words());
      default -> counted(entry, kind);
    };
  }

  private static OptionalDouble perUnit(String words) {
    var price = first(PRICE, words);
    var amount = Amounts.in(words);
    return price.isPresent() && amount.isPresent()
        ? OptionalDouble.of(price.getAsDouble() / amount.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble cell(Entry entry, String kind) {
    for (var head : entry.cells().entrySet()) {
      var words = Words.plain(head.getKey());
      boolean meant =
          HEADS.getOrDefault(kind, List.of()).stream().anyMatch(words::contains)
              || Words.concepts(head.getKey()).stream().anyMatch(Words.concepts(kind)::contains);
      if (meant) {
        var value = kind.equals("date") ? age(head.getValue()) : amount(head.getValue(), kind);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble amount(String text, String kind) {
    var duration = kind.equals("length") ? duration(text) : OptionalDouble.empty();
    var scaled = kind.matches("size|weight|storage") ? Amounts.in(text) : OptionalDouble.empty();
    double number = scaled.orElse(Texts.amount(text));
    return duration.isPresent()
        ? duration
        : Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** "12 beds", "sleeps 6", "up to 6 people", "Beds: 12". */
  private static OptionalDouble counted(Entry entry, String kind) {
    var names = HEADS.getOrDefault(kind, List.of(kind));
    for (var name : names) {
      var stem =
          Pattern.quote(name.toLowerCase(Locale.ROOT).replaceFirst("(?<=\\p{L}{2})s$", ""))
              + "\\p{L}{0,3}";
      var found =
          first(
              Pattern.compile("(?iu)(\\d[\\d.,]*)\\s?(?:\\p{L}+ )?" + stem + "(?!\\p{L})"),
              entry.words());
      if (found.isEmpty()) {
        found =
            first(
                Pattern.compile(
                    "(?iu)(?<!\\p{L})" + stem + "\\W{0,4}(?:(?:is|of|for|up to) )*(\\d[\\d.,]*)"),
                entry.words());
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble first(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (!match.find()) {
      return OptionalDouble.empty();
    }
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return OptionalDouble.of(Texts.amount(match.group(group)));
      }
    }
    return OptionalDouble.empty();
  }

  /** The day as a number, later ones greater; a year or a time of day where no day is told. */
  private static OptionalDouble age(String text) {
    var ago = AGO.matcher(text);
    if (ago.find()) {
      double number = Texts.number(ago.group(1)).orElse(1);
      var unit = ago.group(2).toLowerCase(Locale.ROOT);
      double days = DAYS.getOrDefault(unit, 1);
      return OptionalDouble.of(-number * (days > 0 ? days : unit.equals("hour") ? 0.04 : 0.001));
    }
    if (text.matches("(?i).*\\b(?:today|just now)\\b.*")) {
      return OptionalDouble.of(-0.01);
    }
    if (text.matches("(?i).*\\byesterday\\b.*")) {
      return OptionalDouble.of(-1);
    }
    var day = Dates.in(text).map(LocalDate::toEpochDay);
    if (day.isPresent()) {
      return OptionalDouble.of(day.get());
    }
    var year = YEAR.matcher(text);
    if (year.find()) {
      return OptionalDouble.of(365.25 * (Double.parseDouble(year.group()) - 1970));
    }
    return Dates.time(text)
        .map(time -> OptionalDouble.of(java.time.LocalTime.parse(time).toSecondOfDay() / 86400.0))
        .orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble duration(String text) {
    var match = DURATION.matcher(text);
    while (match.find()) {
      if (match.group(1) != null || match.group(2) != null) {
        double hours = match.group(1) == null ? 0 : Double.parseDouble(match.group(1));
        double minutes = match.group(2) == null ? 0 : Double.parseDouble(match.group(2));
        return OptionalDouble.of(60 * hours + minutes);
      }
    }
    return OptionalDouble.empty();
  }

  /** Words that tell nothing about an entry but which of its figures is meant. */
  static Set<String> headsOf(String kind) {
    return Set.copyOf(HEADS.getOrDefault(kind, List.of(kind)));
  }
}
