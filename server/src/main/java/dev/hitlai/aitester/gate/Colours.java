package dev.hitlai.aitester.gate;

import org.jspecify.annotations.Nullable;

/** Luminance of a colour, as WCAG 2 defines it. */
final class Colours {
  private Colours() {}

  /**
   * @param value {@code #rrggbb}; null for anything else
   */
  static @Nullable Double luminance(@Nullable Object value) {
    if (!(value instanceof String text) || !text.matches("#[0-9a-fA-F]{6}")) {
      return null;
    }
    return 0.2126 * part(text, 1) + 0.7152 * part(text, 3) + 0.0722 * part(text, 5);
  }

  private static double part(String text, int at) {
    double share = Integer.parseInt(text.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
