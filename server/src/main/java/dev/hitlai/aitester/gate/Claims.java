package dev.hitlai.aitester.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text says that can be looked up: words in quotes, and numbers. */
final class Claims {
  private static final Pattern QUOTE = Pattern.compile("“([^“”]{1,400})”");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,#/_-])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])"
          + "|(?<![\\p{L}\\d.,#/_-])\\d+(?:\\.\\d+)?(?![\\d])");
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Cf}\\u00a0]+");

  private Claims() {}

  static List<String> quotes(String text) {
    return QUOTE.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }

  /** Numbers that stand outside of quotes. */
  static List<String> numbers(String text) {
    var outside = QUOTE.matcher(text).replaceAll(" ");
    return NUMBER.matcher(outside).results().map(match -> match.group()).distinct().toList();
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
    return NOISE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  static double value(String number) {
    return Double.parseDouble(number.replace(",", ""));
  }
}
