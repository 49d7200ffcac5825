package dev.hitlai.web.view;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * What is wrong with a form: a sentence for each field, in the form's order. It can be carried over
 * a redirect, in the session.
 */
public record Problems(Map<String, String> byField) implements Serializable {
  public Problems {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  public static Problems none() {
    return new Problems(Map.of());
  }

  /** The first message of each field; messages about the whole form carry the key "form". */
  public static Problems of(Errors errors) {
    var byField = new LinkedHashMap<String, String>();
    errors
        .getAllErrors()
        .forEach(
            error ->
                byField.putIfAbsent(
                    error instanceof FieldError field ? field.getField() : "form",
                    error.getDefaultMessage() == null
                        ? "This is not valid."
                        : error.getDefaultMessage()));
    return new Problems(byField);
  }

  public @Nullable String of(String field) {
    return byField.get(field);
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  /** The same with another name for one field, where two forms of a page call it alike. */
  public Problems renamed(String from, String to) {
    var renamed = new LinkedHashMap<String, String>();
    byField.forEach((field, why) -> renamed.put(field.equals(from) ? to : field, why));
    return new Problems(renamed);
  }
}
