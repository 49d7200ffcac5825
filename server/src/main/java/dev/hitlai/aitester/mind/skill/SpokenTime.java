package dev.hitlai.aitester.mind.skill;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A time of day as people say it: "7:20 am", "half past seven in the evening", "noon". */
final class SpokenTime {
  private static final String HOUR =
      "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String PART =
      "(?:,? (?:in the |at )?(morning|afternoon|evening|night|tonight|[ap]\\.?m\\.?(?!\\w)))?";

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)(?<![\\d:.])(\\d{1,2})[:h](\\d{2})(?![\\d:])(?:\\s?([ap]\\.?m\\.?)(?!\\w)|"
              + PART
              + ")");
  private static final Pattern HALF_DAY =
      Pattern.compile("(?i)(?<![\\d:.])(\\d{1,2})\\s?([ap]\\.?m\\.?)(?!\\w)");
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(half|(?:a )?quarter|(?:\\w+) minutes?|five|ten|twenty|twenty-five)"
              + " (past|after|to|before) "
              + HOUR
              + "\\b"
              + PART);
  private static final Pattern FULL =
      Pattern.compile(
          "(?i)\\b"
              + HOUR
              + "(?: o['’]?clock"
              + PART
              + "| (?:in the (morning|afternoon|evening)|at (night))\\b)");
  private static final Pattern NAMED = Pattern.compile("(?i)\\b(noon|midday|midnight)\\b");

  /** Where a time stands in some words. */
  static final Pattern PATTERN =
      Pattern.compile(
          String.join(
              "|",
              CLOCK.pattern(),
              HALF_DAY.pattern(),
              PAST.pattern(),
              FULL.pattern(),
              NAMED.pattern()));

  private static final Map<String, Integer> MINUTES =
      Map.of("half", 30, "quarter", 15, "a quarter", 15, "twenty", 20, "twenty-five", 25);

  private SpokenTime() {}

  static Optional<LocalTime> in(String words) {
    return past(words).or(() -> clock(words)).or(() -> halfDay(words)).or(() -> full(words));
  }

  private static Optional<LocalTime> past(String words) {
    var match = PAST.matcher(words);
    if (!match.find()) {
      return Optional.empty();
    }
    var lower = match.group(1).toLowerCase(Locale.ROOT).replaceFirst(" minutes?$", "");
    var number = Texts.number(lower);
    var minutes =
        MINUTES.containsKey(lower) ? OptionalInt.of(MINUTES.getOrDefault(lower, 0)) : number;
    int hour = Texts.number(match.group(3)).orElse(-1);
    if (minutes.isEmpty() || hour < 0) {
      return Optional.empty();
    }
    boolean after = match.group(2).matches("(?i)past|after");
    return of(
        after ? hour : hour - 1,
        after ? minutes.getAsInt() : 60 - minutes.getAsInt(),
        match.group(4));
  }

  private static Optional<LocalTime> clock(String words) {
    var match = CLOCK.matcher(words);
    return match.find()
        ? of(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            match.group(3) == null ? match.group(4) : match.group(3))
        : Optional.empty();
  }

  private static Optional<LocalTime> halfDay(String words) {
    var match = HALF_DAY.matcher(words);
    return match.find()
        ? of(Integer.parseInt(match.group(1)), 0, match.group(2))
        : Optional.empty();
  }

  private static Optional<LocalTime> full(String words) {
    var named = NAMED.matcher(words);
    var match = FULL.matcher(words);
    if (match.find()) {
      var part =
          match.group(2) != null
              ? match.group(2)
              : match.group(3) != null ? match.group(3) : match.group(4);
      return of(Texts.number(match.group(1)).orElse(-1), 0, part);
    }
    return named.find()
        ? Optional.of(LocalTime.of(named.group().equalsIgnoreCase("midnight") ? 0 : 12, 0))
        : Optional.empty();
  }

  private static Optional<LocalTime> of(
      int hour, int minute, @org.jspecify.annotations.Nullable String part) {
    var half = part == null ? "" : part.toLowerCase(Locale.ROOT);
    boolean late =
        half.matches("p.*|afternoon|evening|tonight") || half.equals("night") && hour > 5;
    int full = half.isEmpty() || hour > 12 ? hour : hour % 12 + (late ? 12 : 0);
    int shown = full == 0 && half.isEmpty() && hour == 0 && minute > 30 ? 12 : full;
    return shown >= 0 && shown < 24 && minute >= 0 && minute < 60
        ? Optional.of(LocalTime.of(shown, minute))
        : Optional.empty();
  }
}
