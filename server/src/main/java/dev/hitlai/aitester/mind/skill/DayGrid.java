package dev.hitlai.aitester.mind.skill;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The days of a month to press, whether or not the page says of which year.
 *
 * @param month the first of the month that is shown
 * @param today the day that the page calls today, empty when it does not
 */
record DayGrid(LocalDate month, Optional<LocalDate> today) {
  private static final String MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?<![\\p{L}])(" + MONTH + ")(?![\\p{L}])");
  private static final Pattern TODAY =
      Pattern.compile("(?i)\\btoday\\b[^\\d]{0,25}(\\d{1,2})(?:st|nd|rd|th)?\\b");
  private static final int FEWEST_DAYS = 27;

  static Optional<DayGrid> of(Sight now) {
    var days = days(now);
    if (days.size() < FEWEST_DAYS) {
      return Optional.empty();
    }
    var month = Calendar.of(now).map(Calendar::month).orElseGet(() -> month(now, days));
    return Optional.of(new DayGrid(month, today(now, days, month)));
  }

  /** A calendar that is no field's own, which would be typed into instead. */
  static boolean isOpenAlone(Sight now) {
    return now.fields().stream()
        .filter(Thing::takesText)
        .noneMatch(
            f -> FieldNames.fit("date", f, now) >= 0.5 || FieldNames.fit("day", f, now) >= 0.5);
  }

  static List<Thing> days(Sight now) {
    return Nesting.innermost(
        now.matching(t -> t.text().matches("\\d{1,2}") && !t.isField()).toList());
  }

  /**
   * By its name alone; the year is told by the weekday on which the first stands, else this one.
   */
  private static LocalDate month(Sight now, List<Thing> days) {
    int last = days.stream().mapToInt(t -> Integer.parseInt(t.text())).max().orElse(30);
    int year = LocalDate.now(java.time.ZoneOffset.UTC).getYear();
    var named =
        now.shortTexts().stream()
            .filter(text -> text.length() < 80)
            .map(NAMED::matcher)
            .filter(java.util.regex.Matcher::find)
            .map(match -> SpokenDays.month(match.group(1)))
            .findFirst();
    int month = named.orElse(last == 31 ? 1 : last == 30 ? 4 : 2);
    int column = column(now, days);
    for (int y = year; column >= 0 && y < year + 8; y++) {
      var first = LocalDate.of(y, month, 1);
      if (first.getDayOfWeek().getValue() == column
          && YearMonth.from(first).lengthOfMonth() == last) {
        return first;
      }
    }
    return LocalDate.of(year, month, 1);
  }

  /** The weekday over the first of the month, 1 for Monday, -1 when no weekdays are named. */
  private static int column(Sight now, List<Thing> days) {
    var first = days.stream().filter(t -> t.text().matches("0?1")).findFirst();
    var names = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    return first
        .flatMap(
            day ->
                now.matching(t -> t.text().matches("(?i)(?:mo|tu|we|th|fr|sa|su)[a-z]{0,7}\\.?"))
                    .filter(t -> Math.abs(t.centerX() - day.centerX()) < day.box().width() / 2 + 4)
                    .findFirst())
        .map(t -> 1 + names.indexOf(t.text().substring(0, 2).toLowerCase(java.util.Locale.ROOT)))
        .orElse(-1);
  }

  private static Optional<LocalDate> today(Sight now, List<Thing> days, LocalDate month) {
    var said =
        now.shortTexts().stream()
            .filter(text -> text.length() < 120)
            .map(TODAY::matcher)
            .filter(java.util.regex.Matcher::find)
            .map(match -> Integer.parseInt(match.group(1)))
            .findFirst();
    var marked =
        days.stream()
            .filter(
                t ->
                    (t.node().hint() + " " + t.node().name())
                        .matches("(?i).*\\b(?:today|now|current)\\b.*"))
            .map(t -> Integer.parseInt(t.text()))
            .findFirst();
    return said.or(() -> marked)
        .filter(day -> day >= 1 && day <= YearMonth.from(month).lengthOfMonth())
        .map(month::withDayOfMonth);
  }

  DayGrid at(LocalDate other) {
    return new DayGrid(other.withDayOfMonth(1), today);
  }

  /** The cell of a day of the month that is shown. */
  static Optional<Thing> cell(int day, Sight now) {
    var days = days(now);
    var first = days.stream().filter(t -> t.text().matches("0?1")).findFirst();
    return days.stream()
        .filter(t -> first.isEmpty() || t.order() >= first.get().order())
        .filter(t -> Integer.parseInt(t.text()) == day && !t.node().disabled())
        .findFirst();
  }
}
