package dev.hitlai.aitester.report;

import org.jspecify.annotations.Nullable;

/**
 * Whose report it is, in place of ours.
 *
 * @param accent colour of links and rings on light ground, as {@code #rrggbb}
 * @param logo a data address; null without one
 */
public record Brand(String name, String accent, @Nullable String logo) {
  public Brand {
    if (!accent.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("A colour is # and six hexadecimal digits: " + accent);
    }
  }

  /** Added to the report's style sheet; the dark scheme keeps its own colour, made to be read. */
  String style() {
    return "@media print, (prefers-color-scheme: light) { :root { --accent: " + accent + "; } }\n";
  }
}
