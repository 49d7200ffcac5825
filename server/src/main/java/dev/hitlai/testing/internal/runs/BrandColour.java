package dev.hitlai.testing.internal.runs;

import dev.hitlai.api.ApiProblem;

/** A colour that can be read: links of a report are written in it on white. */
final class BrandColour {
  /** WCAG 1.4.3 for text. */
  private static final double LEAST_CONTRAST = 4.5;

  private BrandColour() {}

  static void require(String colour) {
    if (!colour.matches("#[0-9a-f]{6}")) {
      throw ApiProblem.invalid("accent", "must be # and six digits of 0 to 9 and a to f");
    }
    if (contrastOnWhite(colour) < LEAST_CONTRAST) {
      throw ApiProblem.invalid(
          "accent", "is too light to be read on white; choose one of contrast 4.5 to 1 or more");
    }
  }

  /** As WCAG 2 defines it, 1 to 21. */
  static double contrastOnWhite(String colour) {
    double luminance =
        0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(String colour, int at) {
    double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
