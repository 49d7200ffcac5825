package dev.hitlai.aitester.mind.skill;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The 8th", "8 May", "the second Thursday", "in two weeks": days by the month that is shown. */
final class SpokenDays {
  private static final String MONTH =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
  private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)\\b(?:from|between|arriv\\w+(?: on)?|starting(?: on)?|check(?:ing)?[- ]?in(?: on)?)?"
              + " ?(.{1,30}?)\\s*(?:\\b(?:to|until|till|through|and|up to|leav\\w+(?:"
              + " on)?|depart\\w+(?: on)?|check(?:ing)?[- ]?out(?: on)?)\\b|[-–])\\s*(.{1,40})$");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTH + ")\\b(?:,? (\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?i)\\b(" + MONTH + ") (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (\\d{4}))?");
  private static final Pattern DAY =
      Pattern.compile("(?i)\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b");
  private static final Pattern BARE =
      Pattern.compile("(?i)(?:^|\\b(?:day|on|the|from)\\s+)(\\d{1,2})\\s*$");
  private static final Pattern NTH =
      Pattern.compile(
          "(?i)\\b(?:the )?(first|second|third|fourth|fifth|last|\\d(?:st|nd|rd|th)) (day|"
              + WEEKDAYS
              + ")\\b(?! (?:after|before))");
  private static final Pattern FROM_NOW =
      Pattern.compile(
          "(?i)\\b(?:in|after) (?:exactly )?(an?|one|two|three|four|five|six|seven|ten|\\d{1,2})(?:"
              + " more)? (day|week|fortnight|month)s?\\b(?:'?"
              + " time)?|\\b(an?|one|two|three|four|five|six|seven|ten|\\d{1,2})"
              + " (day|week|fortnight|month)s? (?:from|after) (?:today|now)\\b|\\b(?:a"
              + " )?(week|fortnight) (?:from )?today\\b");
  private static final Pattern COMING =
      Pattern.compile("(?i)\\b(?:next|coming|this) (" + WEEKDAYS + ")\\b");

  private SpokenDays() {}

  /** First and last day; empty when no span is told. */
  static List<LocalDate> span(String words, DayGrid grid) {
    var span = SPAN.matcher(words);
    if (!span.find()) {
      return List.of();
    }
    var last = one(span.group(2), grid);
    if (last.isEmpty()) {
      return List.of();
    }
    var first = one(span.group(1), grid.at(last.get()));
    return first.isEmpty() || !first.get().isBefore(last.get())
        ? List.of()
        : List.of(first.get(), last.get());
  }

  static Optional<LocalDate> one(String words, DayGrid grid) {
    return Dates.in(words)
        .or(() -> fromNow(words, grid))
        .or(() -> ofMonth(words, grid))
        .or(() -> nth(words, grid))
        .or(() -> coming(words, grid))
        .or(
            () ->
                group(DAY.matcher(words))
                    .or(() -> group(BARE.matcher(words)))
                    .flatMap(day -> day(day, grid)));
  }

  private static Optional<String> group(Matcher match) {
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String day, DayGrid grid) {
    return date(grid.month().getYear(), grid.month().getMonthValue(), day);
  }

  private static Optional<LocalDate> date(int year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(year, month, Integer.parseInt(day)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> ofMonth(String words, DayGrid grid) {
    var first = DAY_MONTH.matcher(words);
    if (first.find()) {
      return date(year(first.group(3), grid), month(first.group(2)), first.group(1));
    }
    var second = MONTH_DAY.matcher(words);
    return second.find()
        ? date(year(second.group(3), grid), month(second.group(1)), second.group(2))
        : Optional.empty();
  }

  private static int year(@org.jspecify.annotations.Nullable String year, DayGrid grid) {
    return year == null ? grid.month().getYear() : Integer.parseInt(year);
  }

  static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT))
            / 3
        + 1;
  }

  private static Optional<LocalDate> nth(String words, DayGrid grid) {
    var nth = NTH.matcher(words);
    if (!nth.find()) {
      return Optional.empty();
    }
    var month = Dates.monthIn(words).orElse(grid.month());
    int ordinal = Texts.ordinal(nth.group(1)).orElse(1);
    if (nth.group(2).equalsIgnoreCase("day")) {
      return Optional.of(
          ordinal < 0
              ? month.with(TemporalAdjusters.lastDayOfMonth())
              : month.plusDays(ordinal - 1L));
    }
    var weekday = DayOfWeek.valueOf(nth.group(2).toUpperCase(Locale.ROOT));
    return Optional.of(month.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
  }

  private static Optional<LocalDate> coming(String words, DayGrid grid) {
    var coming = COMING.matcher(words);
    if (!coming.find()) {
      return Optional.empty();
    }
    var weekday = DayOfWeek.valueOf(coming.group(1).toUpperCase(Locale.ROOT));
    return grid.today().map(today -> today.with(TemporalAdjusters.next(weekday)));
  }

  private static Optional<LocalDate> fromNow(String words, DayGrid grid) {
    var today = grid.today();
    if (words.matches("(?i).*\\bday after tomorrow\\b.*")) {
      return today.map(date -> date.plusDays(2));
    }
    if (words.matches("(?i).*\\btomorrow\\b.*")) {
      return today.map(date -> date.plusDays(1));
    }
    var match = FROM_NOW.matcher(words);
    if (!match.find()) {
      return words.matches("(?i).*\\b(?:select|choose|pick|click|mark|press) (?:on )?today\\b.*")
          ? today
          : Optional.empty();
    }
    var count = match.group(1) != null ? match.group(1) : match.group(3);
    var unit =
        match.group(2) != null
            ? match.group(2)
            : match.group(4) != null ? match.group(4) : match.group(5);
    int amount = count == null ? 1 : Texts.number(count).orElse(1);
    return today.map(
        date ->
            switch (unit.toLowerCase(Locale.ROOT)) {
              case "day" -> date.plusDays(amount);
              case "week" -> date.plusWeeks(amount);
              case "fortnight" -> date.plusWeeks(2L * amount);
              default -> date.plusMonths(amount);
            });
  }
}
