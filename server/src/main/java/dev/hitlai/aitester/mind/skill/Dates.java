package dev.hitlai.aitester.mind.skill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as people write them. */
final class Dates {
  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
  private static final Pattern AMERICAN = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");
  private static final Pattern GERMAN = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?i)\\b(" + MONTHS + ")[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + MONTHS + ")[a-z]*\\.?,? (\\d{4})\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b(\\d{1,2}):(\\d{2})\\s*([ap]\\.?m\\.?)?|\\b(\\d{1,2})\\s*([ap]\\.?m\\.?)(?!\\w)");

  private Dates() {}

  /** A date written with its year. */
  static Optional<LocalDate> in(String text) {
    return RelativeDates.in(text).or(() -> written(text));
  }

  private static Optional<LocalDate> written(String text) {
    return found(ISO, text, 1, 2, 3)
        .or(() -> dayFirst(text) ? found(AMERICAN, text, 3, 2, 1) : found(AMERICAN, text, 3, 1, 2))
        .or(() -> found(AMERICAN, text, 3, 2, 1))
        .or(() -> found(GERMAN, text, 3, 2, 1))
        .or(() -> found(MONTH_FIRST, text, 3, 1, 2))
        .or(() -> found(DAY_FIRST, text, 3, 2, 1));
  }

  /** Said so, or nothing else is possible. */
  private static boolean dayFirst(String text) {
    return text.matches("(?is).*\\b(?:day[/. -]month|dd[/.-]mm|day first)\\b.*");
  }

  private static Optional<LocalDate> found(
      Pattern pattern, String text, int year, int month, int day) {
    var match = pattern.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(year)),
              month(match.group(month)),
              Integer.parseInt(match.group(day))));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static int month(String text) {
    return text.matches("\\d+")
        ? Integer.parseInt(text)
        : MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) / 4 + 1;
  }

  /** The month and year in a calendar's title, the first of the month; empty for other words. */
  static Optional<LocalDate> monthIn(String text) {
    var match = Pattern.compile("(?i)\\b(" + MONTHS + ")[a-z]*\\.?,?\\s+(\\d{4})\\b").matcher(text);
    if (match.find()) {
      return Optional.of(LocalDate.of(Integer.parseInt(match.group(2)), month(match.group(1)), 1));
    }
    var numbers =
        Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})\\b(?![-/.]\\d)|\\b(\\d{1,2})[-/.](\\d{4})\\b")
            .matcher(text);
    if (!numbers.find()) {
      return Optional.empty();
    }
    boolean yearFirst = numbers.group(1) != null;
    int year = Integer.parseInt(yearFirst ? numbers.group(1) : numbers.group(4));
    int month = Integer.parseInt(yearFirst ? numbers.group(2) : numbers.group(3));
    return month >= 1 && month <= 12 ? Optional.of(LocalDate.of(year, month, 1)) : Optional.empty();
  }

  static Optional<String> iso(String text) {
    return in(text).map(LocalDate::toString);
  }

  /** A time of day as {@code HH:mm}. */
  static Optional<String> time(String text) {
    var match = TIME.matcher(text);
    return match.find() ? hours(match).map(LocalTime::toString) : Optional.empty();
  }

  private static Optional<LocalTime> hours(Matcher match) {
    boolean full = match.group(1) != null;
    int hour = Integer.parseInt(full ? match.group(1) : match.group(4));
    int minute = full ? Integer.parseInt(match.group(2)) : 0;
    var half = full ? match.group(3) : match.group(5);
    if (half != null) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }
}
