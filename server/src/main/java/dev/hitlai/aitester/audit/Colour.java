package dev.hitlai.aitester.audit;

import java.util.Locale;

/** An opaque sRGB colour; contrast after WCAG 2.2. Channels are 0 to 255. */
record Colour(int red, int green, int blue) {

  /**
   * @param hex {@code #rrggbb}
   */
  static Colour of(String hex) {
    if (!hex.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("Not a colour: " + hex);
    }
    return of(Integer.parseInt(hex.substring(1), 16));
  }

  /**
   * @param rgb as in a picture; what lies above the lowest 24 bits doesn't count
   */
  static Colour of(int rgb) {
    return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  double contrast(Colour other) {
    double mine = luminance() + 0.05;
    double theirs = other.luminance() + 0.05;
    return Math.max(mine, theirs) / Math.min(mine, theirs);
  }

  /**
   * The nearest colour of the same hue that has the contrast against the background: darker or
   * lighter, whichever needs less change; black or white when nothing less will do.
   */
  Colour passing(Colour background, double needed) {
    for (int percent = 0; percent <= 100; percent++) {
      var darker = towards(0, percent);
      if (darker.contrast(background) >= needed) {
        return darker;
      }
      var lighter = towards(255, percent);
      if (lighter.contrast(background) >= needed) {
        return lighter;
      }
    }
    var black = new Colour(0, 0, 0);
    var white = new Colour(255, 255, 255);
    return black.contrast(background) >= white.contrast(background) ? black : white;
  }

  private Colour towards(int end, int percent) {
    return new Colour(
        red + (end - red) * percent / 100,
        green + (end - green) * percent / 100,
        blue + (end - blue) * percent / 100);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
