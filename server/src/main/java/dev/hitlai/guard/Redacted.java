package dev.hitlai.guard;

import java.util.Map;

/**
 * A text without personal data and secrets.
 *
 * @param replaced how many of each kind were replaced, such as {@code email: 2}
 */
public record Redacted(String text, Map<String, Integer> replaced) {

  public Redacted {
    replaced = Map.copyOf(replaced);
  }
}
