package dev.hitlai.health;

import java.util.Locale;
import java.util.Objects;

/**
 * What the body of an answer must hold.
 *
 * @param kind how it is looked for
 * @param path of JSON conditions where in the document, as a JSON pointer such as {@code
 *     /data/0/status}; else empty
 * @param value the text, or the JSON value as text
 */
public record BodyCondition(Kind kind, String path, String value) {
  /** Schema and API spell these in lower case. */
  public enum Kind {
    CONTAINS,
    LACKS,
    JSON_EQUALS,
    JSON_EXISTS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BodyCondition {
    Objects.requireNonNull(kind, "kind");
    if (isJson(kind) && !path.isEmpty() && !path.startsWith("/")) {
      throw new IllegalArgumentException("A JSON pointer begins with a slash: " + path);
    }
    if (!isJson(kind) && value.isEmpty()) {
      throw new IllegalArgumentException("A text to look for has at least one character.");
    }
  }

  private static boolean isJson(Kind kind) {
    return kind == Kind.JSON_EQUALS || kind == Kind.JSON_EXISTS;
  }
}
