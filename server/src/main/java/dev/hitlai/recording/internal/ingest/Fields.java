package dev.hitlai.recording.internal.ingest;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one event, checked as they are taken. What is missing at the end is unknown. */
final class Fields {
  static final int MOST = 32;

  private @Nullable Object[] values = new Object[MOST];
  private int count;

  void clear() {
    Arrays.fill(values, 0, count, null);
    count = 0;
  }

  void add(@Nullable Object value) {
    if (count == MOST) {
      throw Refused.content("An event has more than " + MOST + " fields.");
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  /** A text cut to a length; PostgreSQL keeps no NUL. */
  @Nullable String text(int at, int most) {
    return switch (values[at]) {
      case null -> null;
      case String text -> cut(text, most);
      default -> throw wrong(at, "text");
    };
  }

  String textOr(int at, int most, String otherwise) {
    String text = text(at, most);
    return text == null ? otherwise : text;
  }

  /** A whole number; one with a fraction is rounded. */
  @Nullable Long whole(int at, long low, long high) {
    Double number = number(at, low, high);
    return number == null ? null : Long.valueOf(Math.round(number));
  }

  long wholeOr(int at, long low, long high, long otherwise) {
    Long number = whole(at, low, high);
    return number == null ? otherwise : number;
  }

  /** A whole number that must be there. */
  long needed(int at, long low, long high) {
    Long number = whole(at, low, high);
    if (number == null) {
      throw wrong(at, "a number");
    }
    return number;
  }

  @Nullable Double number(int at, double low, double high) {
    return switch (values[at]) {
      case null -> null;
      case Long number -> range(at, number.doubleValue(), low, high);
      case Double number -> range(at, number, low, high);
      default -> throw wrong(at, "a number");
    };
  }

  /** 1 or 0. */
  @Nullable Boolean flag(int at) {
    Long number = whole(at, 0, 1);
    return number == null ? null : number == 1;
  }

  int @Nullable [] numbers(int at) {
    return switch (values[at]) {
      case null -> null;
      case int[] numbers -> numbers;
      default -> throw wrong(at, "a list of numbers");
    };
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> object(int at) {
    if (values[at] instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw wrong(at, "an object");
  }

  static String cut(String text, int most) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    if (clean.length() <= most) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
    return clean.substring(0, end);
  }

  private double range(int at, double number, double low, double high) {
    if (!(number >= low && number <= high)) {
      throw Refused.content(
          "Field %d of an event of kind %s must lie between %s and %s."
              .formatted(at, values[0], low, high));
    }
    return number;
  }

  private RuntimeException wrong(int at, String what) {
    return Refused.content(
        "Field %d of an event of kind %s must be %s.".formatted(at, values[0], what));
  }
}
