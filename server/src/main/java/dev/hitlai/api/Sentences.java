package dev.hitlai.api;

import java.util.Map;
import java.util.stream.Collectors;

/** Turns invalid fields into one readable line. */
final class Sentences {
  private Sentences() {}

  static String of(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " " + field.getValue())
        .collect(Collectors.joining("; "));
  }
}
