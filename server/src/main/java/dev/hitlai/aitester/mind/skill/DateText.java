package dev.hitlai.aitester.mind.skill;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date written as a field or the words around it want it. */
final class DateText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\b(d{1,2}|m{1,3}|y{2,4}|day|month|year)([-/."
              + " ]{1,2})(d{1,2}|m{1,3}|day|month)\\2(d{1,2}|y{2,4}|day|year)\\b");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?i)\\b(?:like|e\\.g\\.|such"
              + " as|format|form|example)\\W+(?:is\\W+)?(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{2,4})\\b");

  private DateText() {}

  static String like(LocalDate date, Thing field, Sight now) {
    return wanted(date, field, now).orElseGet(date::toString);
  }

  /** Empty when nothing says in what form it is wanted. */
  static Optional<String> wanted(LocalDate date, Thing field, Sight now) {
    var control = field.control();
    var about =
        control == null || control.field() == null
            ? ""
            : control.field().placeholder()
                + "\n"
                + control.field().label()
                + "\n"
                + control.field().hint();
    var lines =
        now.lines().stream()
            .filter(line -> line.length() < 80)
            .reduce("", (one, other) -> one + "\n" + other);
    return hinted(date, about).or(() -> hinted(date, lines));
  }

  static Optional<String> hinted(LocalDate date, String hint) {
    var form = FORM.matcher(hint);
    if (form.find()) {
      return Optional.of(
          part(date, form.group(1))
              + form.group(2)
              + part(date, form.group(3))
              + form.group(2)
              + part(date, form.group(4)));
    }
    var sample = SAMPLE.matcher(hint);
    return sample.find()
        ? Optional.of(sampled(date, sample.group(1), sample.group(2)))
        : Optional.empty();
  }

  private static String sampled(LocalDate date, String first, String mark) {
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    if (first.length() == 4) {
      return String.format(Locale.ROOT, "%d%s%02d%s%02d", date.getYear(), mark, month, mark, day);
    }
    boolean american = mark.equals("/") && Integer.parseInt(first) <= 12;
    return String.format(
        Locale.ROOT,
        "%02d%s%02d%s%d",
        american ? month : day,
        mark,
        american ? day : month,
        mark,
        date.getYear());
  }

  /** Words such as "Day.Month.Year" come with an example more often than not: two digits. */
  private static String part(LocalDate date, String unit) {
    var lower = unit.toLowerCase(Locale.ROOT);
    int digits = lower.length() == 1 ? 1 : 2;
    return switch (lower.charAt(0)) {
      case 'd' -> String.format(Locale.ROOT, "%0" + digits + "d", date.getDayOfMonth());
      case 'm' -> String.format(Locale.ROOT, "%0" + digits + "d", date.getMonthValue());
      default ->
          lower.equals("yy")
              ? String.format(Locale.ROOT, "%02d", date.getYear() % 100)
              : String.valueOf(date.getYear());
    };
  }
}
