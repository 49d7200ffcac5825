package dev.hitlai.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks what people typed into a form. */
final class Entered {
  private Entered() {}

  static void text(
      Map<String, String> problems,
      String field,
      @Nullable String value,
      String missing,
      int longest) {
    if (value == null || value.isBlank()) {
      problems.put(field, missing);
    } else {
      optional(problems, field, value, longest);
    }
  }

  static void optional(
      Map<String, String> problems, String field, @Nullable String value, int longest) {
    if (value != null && value.length() > longest) {
      problems.put(field, "This can have at most " + longest + " characters.");
    }
  }

  /** A whole number in a range, or nothing. */
  static void number(
      Map<String, String> problems, String field, @Nullable String value, int least, int most) {
    if (value == null || value.isBlank()) {
      return;
    }
    Integer number = number(value);
    if (number == null || number < least || number > most) {
      problems.put(field, "Enter a whole number from " + least + " to " + most + ".");
    }
  }

  static @Nullable Integer number(@Nullable String value) {
    if (value == null || !value.strip().matches("\\d{1,9}")) {
      return null;
    }
    return Integer.valueOf(value.strip());
  }

  static String some(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** Passwords keep their spaces. */
  static String verbatim(@Nullable String value) {
    return value == null ? "" : value;
  }

  static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Things separated by commas. */
  static List<String> list(@Nullable String value) {
    return value == null
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
  }
}
