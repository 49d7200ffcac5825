package dev.hitlai.web.view;

import org.jspecify.annotations.Nullable;

/** A choice of a select or a radio group. */
public record Option(String value, String label, @Nullable String hint) {
  public static Option of(String value, String label) {
    return new Option(value, label, null);
  }
}
