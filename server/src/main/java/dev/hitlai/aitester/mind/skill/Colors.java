package dev.hitlai.aitester.mind.skill;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people call colours. */
final class Colors {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(red|green|blue|yellow|orange|purple|violet|pink|magenta|cyan|aqua|turquoise|brown|black|white|gr[ae]y|lime|navy|teal|olive|maroon)\\b");
  private static final Map<String, String> SAME =
      Map.of(
          "grey",
          "gray",
          "violet",
          "purple",
          "aqua",
          "cyan",
          "turquoise",
          "cyan",
          "lime",
          "green",
          "navy",
          "blue",
          "teal",
          "cyan",
          "maroon",
          "red",
          "magenta",
          "magenta");

  private static final Map<String, Double> HUES =
      Map.of(
          "red", 0.0, "orange", 32.0, "yellow", 56.0, "green", 120.0, "cyan", 183.0, "blue", 230.0,
          "purple", 278.0, "magenta", 305.0, "pink", 335.0);

  private Colors() {}

  /** The colour named in the words, as {@link #name} would say it. */
  static Optional<String> in(String words) {
    var match = NAME.matcher(words);
    if (!match.find()) {
      return Optional.empty();
    }
    var name = match.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(SAME.getOrDefault(name, name));
  }

  /** Light or dark, strong or pale: of one hue all the same. */
  static boolean isShade(String hex, String name) {
    if (!HUES.containsKey(name) || !hex.matches("#[0-9a-f]{6}")) {
      return name(hex).equals(name);
    }
    float[] hsb = hsb(hex);
    double hue = hsb[0] * 360;
    return hsb[1] > 0.06
        && HUES.entrySet().stream()
            .min(java.util.Comparator.comparingDouble(one -> apart(hue, one.getValue())))
            .filter(one -> one.getKey().equals(name))
            .isPresent();
  }

  /** 0 for black; that of nothing at all is that of white paper. */
  static double brightness(String hex) {
    return hex.matches("#[0-9a-f]{6}") ? hsb(hex)[2] : 1;
  }

  private static double apart(double hue, double other) {
    double apart = Math.abs(hue - other);
    return Math.min(apart, 360 - apart);
  }

  /** What a person calls the colour {@code #rrggbb}; empty for none. */
  static String name(String hex) {
    if (!hex.matches("#[0-9a-f]{6}")) {
      return "";
    }
    float[] hsb = hsb(hex);
    return named(hsb[0] * 360, hsb[1], hsb[2]);
  }

  private static float[] hsb(String hex) {
    return java.awt.Color.RGBtoHSB(
        Integer.parseInt(hex.substring(1, 3), 16),
        Integer.parseInt(hex.substring(3, 5), 16),
        Integer.parseInt(hex.substring(5, 7), 16),
        null);
  }

  private static String named(double hue, double saturation, double brightness) {
    if (brightness < 0.2) {
      return "black";
    }
    if (saturation < 0.15) {
      return brightness > 0.93 ? "white" : "gray";
    }
    if (hue < 16 || hue >= 345) {
      boolean dull = brightness < 0.7 && saturation < 0.85;
      return saturation < 0.5 && brightness > 0.8 ? "pink" : dull ? "brown" : "red";
    }
    if (hue < 45) {
      return brightness < 0.72 ? "brown" : "orange";
    }
    if (hue < 70) {
      return brightness < 0.55 ? "olive" : "yellow";
    }
    if (hue < 165) {
      return "green";
    }
    if (hue < 200) {
      return "cyan";
    }
    if (hue < 256) {
      return "blue";
    }
    if (hue < 291) {
      return "purple";
    }
    if (hue < 315) {
      return saturation > 0.6 && brightness > 0.7 ? "magenta" : "purple";
    }
    return saturation > 0.85 && brightness > 0.9 && hue < 322 ? "magenta" : "pink";
  }

  /** The usual value of a colour's name, for fields that want one. */
  static Optional<String> hex(String name) {
    return Optional.ofNullable(
        Map.ofEntries(
                Map.entry("red", "#ff0000"),
                Map.entry("green", "#008000"),
                Map.entry("blue", "#0000ff"),
                Map.entry("yellow", "#ffff00"),
                Map.entry("orange", "#ffa500"),
                Map.entry("purple", "#800080"),
                Map.entry("pink", "#ffc0cb"),
                Map.entry("magenta", "#ff00ff"),
                Map.entry("cyan", "#00ffff"),
                Map.entry("brown", "#a52a2a"),
                Map.entry("black", "#000000"),
                Map.entry("white", "#ffffff"),
                Map.entry("gray", "#808080"))
            .get(name));
  }
}
