package dev.hitlai.aitester.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a text says that can be looked up: words in quotes, and numbers. */
final class Claims {
  private static final Pattern QUOTE = Pattern.compile("“([^“”]{1,400})”");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,:#/_-])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])"
              + "|(?<![\\p{L}\\d.,:#/_-])\\d+(?:\\.\\d+)?(?![\\d])");

  private Claims() {}

  static List<String> quotes(String text) {
    return QUOTE.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }

  /** Numbers that stand outside of quotes. */
  static List<String> numbers(String text) {
    return NUMBER.matcher(unquoted(text)).results().map(match -> match.group()).distinct().toList();
  }

  static String unquoted(String text) {
    return QUOTE.matcher(text).replaceAll(" ");
  }

  /** The parts of a quotation between its dots of omission, as they are looked up. */
  static List<String> parts(String quote) {
    var parts = new ArrayList<String>();
    for (var part : quote.split("…|\\.\\.\\.", -1)) {
      var plain = plain(part);
      if (!plain.isEmpty()) {
        parts.add(plain);
      }
    }
    return parts;
  }

  /** Without case, space and invisible signs: how a page breaks its lines says nothing. */
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign > ' ' && !isNoise(sign)) {
        plain.append(Character.toLowerCase(sign));
      }
    }
    return plain.toString();
  }

  private static boolean isNoise(char sign) {
    return sign >= 0x7f
        && (Character.isWhitespace(sign)
            || Character.isSpaceChar(sign)
            || Character.getType(sign) == Character.FORMAT);
  }

  static double value(String number) {
    return Double.parseDouble(number.replace(",", ""));
  }
}
