package dev.hitlai.demosite.stays;

import java.util.List;
import java.util.Map;

/** The rows of a select or of radio buttons, with the chosen one marked. */
final class Choices {

  private Choices() {}

  static List<Map<String, Object>> of(List<String> values, String chosen) {
    return values.stream().map(value -> row(value, value, chosen)).toList();
  }

  static Map<String, Object> row(String value, String name, String chosen) {
    return Map.of("value", value, "name", name, "chosen", value.equals(chosen));
  }
}
