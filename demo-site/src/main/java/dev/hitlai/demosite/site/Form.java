package dev.hitlai.demosite.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A form as it is shown: fields, what was typed, and what is wrong with it. */
public final class Form {

  private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

  private final List<Field> fields;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private boolean announced = true;

  public Form(Field... fields) {
    this.fields = List.of(fields);
  }

  public Form filled(Map<String, String> given) {
    fields.forEach(field -> values.put(field.name(), given.getOrDefault(field.name(), "").strip()));
    return this;
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** Notes an error of a field unless the value holds; the first error of a field stays. */
  public Form check(String name, boolean holds, String message) {
    if (!holds) {
      errors.putIfAbsent(name, message);
    }
    return this;
  }

  public Form checkRequired() {
    fields.stream()
        .filter(Field::required)
        .forEach(
            field -> check(field.name(), !value(field.name()).isEmpty(), missing(field.label())));
    return this;
  }

  public Form checkEmail(String name) {
    return check(
        name,
        value(name).matches(EMAIL),
        "Enter an e-mail address with an @ and a domain, for example kim@post.example");
  }

  public static String missing(String label) {
    return "Fill in “" + label + "”";
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  public String error(String name) {
    return errors.getOrDefault(name, "");
  }

  /** Leaves the summary out, so that nobody is told that something is wrong. */
  public Form unannounced(boolean planted) {
    announced = !planted;
    return this;
  }

  public Form emptied(boolean planted) {
    if (planted && !isValid()) {
      values.clear();
    }
    return this;
  }

  public String fields(Parts parts) {
    return fields.stream()
        .map(field -> parts.part("field", field.view(value(field.name()), error(field.name()))))
        .collect(Collectors.joining());
  }

  public String summary(Parts parts) {
    if (errors.isEmpty() || !announced) {
      return "";
    }
    List<Map<String, Object>> rows =
        errors.entrySet().stream()
            .map(e -> Map.<String, Object>of("name", e.getKey(), "text", e.getValue()))
            .toList();
    String count = rows.size() == 1 ? "one field" : rows.size() + " fields";
    return parts.part("errors", Map.of("count", count, "errors", rows));
  }
}
