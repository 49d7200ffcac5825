package dev.hitlai.aitester.mind.skill;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Three days after 3 May 2027", "the Friday before …", "the last day of May 2027". */
final class RelativeDates {
  private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)\\b(?:the )?(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)?"
              + " ?(day|week|fortnight|month|year)s? (after|before|later than|earlier"
              + " than|following|from|past|prior to|ahead of)\\b(.*)$");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)\\b(?:the )?(?:first |next |last |closest )?("
              + WEEKDAYS
              + ")(?: (?:right|directly|just))? (after|before|following|preceding|on or after|in"
              + " the week of)\\b(.*)$");
  private static final Pattern NTH =
      Pattern.compile(
          "(?i)\\b(first|second|third|fourth|last) (day|" + WEEKDAYS + ") (?:of|in) (.*)$");

  private RelativeDates() {}

  /** Empty when the words name no other date that this one is told by. */
  static Optional<LocalDate> in(String text) {
    return counted(text).or(() -> weekday(text)).or(() -> nth(text));
  }

  private static Optional<LocalDate> counted(String text) {
    var match = COUNTED.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    int count = match.group(1) == null ? 1 : Texts.number(match.group(1)).orElse(1);
    boolean back = match.group(3).matches("(?i)before|earlier than|prior to|ahead of");
    var unit = match.group(2).toLowerCase(Locale.ROOT);
    long amount = (back ? -1L : 1L) * count * (unit.equals("fortnight") ? 2 : 1);
    return Dates.in(match.group(4)).map(date -> date.plus(amount, unit(unit)));
  }

  private static ChronoUnit unit(String word) {
    return switch (word) {
      case "day" -> ChronoUnit.DAYS;
      case "week", "fortnight" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      default -> ChronoUnit.YEARS;
    };
  }

  private static Optional<LocalDate> weekday(String text) {
    var match = WEEKDAY.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    var day = DayOfWeek.valueOf(match.group(1).toUpperCase(Locale.ROOT));
    return Dates.in(match.group(3))
        .map(
            date ->
                date.with(
                    switch (match.group(2).toLowerCase(Locale.ROOT)) {
                      case "before", "preceding" -> TemporalAdjusters.previous(day);
                      case "on or after" -> TemporalAdjusters.nextOrSame(day);
                      default -> TemporalAdjusters.next(day);
                    }));
  }

  private static Optional<LocalDate> nth(String text) {
    var match = NTH.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    int ordinal = Texts.ordinal(match.group(1)).orElse(1);
    var month = Dates.monthIn(match.group(3));
    if (match.group(2).equalsIgnoreCase("day")) {
      return month.map(
          first ->
              ordinal < 0
                  ? first.with(TemporalAdjusters.lastDayOfMonth())
                  : first.plusDays(ordinal - 1L));
    }
    var day = DayOfWeek.valueOf(match.group(2).toUpperCase(Locale.ROOT));
    return month.map(first -> first.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)));
  }
}
