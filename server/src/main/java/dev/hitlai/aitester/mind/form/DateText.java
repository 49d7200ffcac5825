package dev.hitlai.aitester.mind.form;

import dev.hitlai.aitester.page.Element.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as missions write them and as fields want them. */
final class DateText {
  private static final List<DateTimeFormatter> READ =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT),
          DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT),
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d yyyy", Locale.ENGLISH));

  private static final Pattern NAMED =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}"
              + " [A-Z][a-z]+ \\d{4}");

  private DateText() {}

  static Optional<LocalDate> parse(String text) {
    for (var format : READ) {
      try {
        return Optional.of(LocalDate.parse(text.replace(",", "").strip(), format));
      } catch (DateTimeException notThisFormat) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** The last date that a text names, as ISO: a message about dates names the limits. */
  static Optional<String> within(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(m -> parse(m.group()))
        .flatMap(Optional::stream)
        .map(LocalDate::toString)
        .reduce((one, later) -> later);
  }

  /** ISO for native date controls, else the format that placeholder or hint shows. */
  static String format(LocalDate date, Field field) {
    var shown =
        (field.placeholder() + " " + field.hint() + " " + field.error()).toLowerCase(Locale.ROOT);
    var pattern =
        switch (field.type()) {
          case "date" -> "yyyy-MM-dd";
          case "month" -> "yyyy-MM";
          case "datetime-local" -> "yyyy-MM-dd'T'10:30";
          default -> pattern(shown);
        };
    return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  private static String pattern(String shown) {
    if (shown.contains("dd.mm.y")
        || shown.contains("tt.mm")
        || shown.matches("(?s).*(?:day\\.month\\.year|\\d{1,2}\\.\\d{1,2}\\.\\d{4}).*")) {
      return "dd.MM.yyyy";
    }
    if (shown.contains("dd/mm")) {
      return "dd/MM/yyyy";
    }
    return shown.contains("mm/dd") ? "MM/dd/yyyy" : "yyyy-MM-dd";
  }
}
