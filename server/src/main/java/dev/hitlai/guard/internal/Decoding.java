package dev.hitlai.guard.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Undoes the codes that a model reads as easily as plain text. */
final class Decoding {
  private static final Pattern BASE64 =
      Pattern.compile("[A-Za-z0-9+/_-]{16,}(?:\\s?[A-Za-z0-9+/_-]{16,})*={0,2}");
  private static final Pattern HEX = Pattern.compile("(?i)(?:[0-9a-f]{2}[ :]?){10,}");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2}[\\w.+-]{0,12}){4,}");
  private static final Pattern ENTITY = Pattern.compile("&#(x[0-9a-fA-F]{2,6}|\\d{2,7});");
  private static final Pattern SPACED =
      Pattern.compile("(?<![\\p{L}\\d])(?:\\p{L}[\\s.\\-_*|/]{1,3}){5,}\\p{L}(?![\\p{L}\\d])");
  private static final Set<String> ROT13 =
      Set.of(
          "gur",
          "naq",
          "lbhe",
          "lbh",
          "nyy",
          "vafgehpgvbaf",
          "jvgu",
          "guvf",
          "ebg",
          "vtaber",
          "erirny",
          "zr",
          "gb",
          "bs");
  private static final Set<String> BACKWARDS =
      Set.of(
          "eht",
          "dna",
          "ruoy",
          "uoy",
          "lla",
          "snoitcurtsni",
          "htiw",
          "siht",
          "erongi",
          "laever",
          "ot",
          "fo");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private Decoding() {}

  static String base64(String text) {
    var found = new StringBuilder();
    BASE64.matcher(text).results().forEach(match -> append(found, ofBase64(match.group())));
    return found.toString();
  }

  private static String ofBase64(String code) {
    var packed =
        code.replaceAll("\\s", "").replace('-', '+').replace('_', '/').replaceAll("=+$", "");
    try {
      return readable(
          Base64.getDecoder().decode(packed.length() % 4 == 1 ? packed.substring(1) : packed));
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  static String hex(String text) {
    var found = new StringBuilder();
    HEX.matcher(text)
        .results()
        .map(match -> match.group().replaceAll("[ :]", ""))
        .filter(code -> code.length() % 2 == 0)
        .forEach(code -> append(found, readable(HexFormat.of().parseHex(code))));
    return found.toString();
  }

  static String percent(String text) {
    var found = new StringBuilder();
    PERCENT
        .matcher(text)
        .results()
        .forEach(match -> append(found, URLDecoder.decode(match.group(), StandardCharsets.UTF_8)));
    return found.toString();
  }

  static String entities(String text) {
    if (ENTITY.matcher(text).results().limit(4).count() < 4) {
      return "";
    }
    return ENTITY
        .matcher(text)
        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(letter(match.group(1))));
  }

  private static String letter(String number) {
    int point =
        number.startsWith("x")
            ? Integer.parseInt(number.substring(1), 16)
            : Integer.parseInt(number);
    return Character.isValidCodePoint(point) ? Character.toString(point) : "";
  }

  static String rot13(String text) {
    if (!speaks(text, ROT13)) {
      return "";
    }
    var turned = new StringBuilder(text.length());
    for (char sign : text.toCharArray()) {
      int base = sign >= 'a' && sign <= 'z' ? 'a' : sign >= 'A' && sign <= 'Z' ? 'A' : 0;
      turned.append(base == 0 ? sign : (char) (base + (sign - base + 13) % 26));
    }
    return turned.toString();
  }

  static String backwards(String text) {
    return speaks(text, BACKWARDS) ? new StringBuilder(text).reverse().toString() : "";
  }

  /** Letters with gaps between them, put together; words stay apart where the gap was wider. */
  static String spaced(String text) {
    if (!SPACED.matcher(text).find()) {
      return "";
    }
    return SPACED
        .matcher(text)
        .replaceAll(
            run ->
                java.util.regex.Matcher.quoteReplacement(
                    run.group()
                        .replaceAll("[ ]{2,}|\\s/\\s|\\s\\|\\s", "\u0001")
                        .replaceAll("[\\s.\\-_*|/]", "")
                        .replace('\u0001', ' ')));
  }

  private static boolean speaks(String text, Set<String> language) {
    long words =
        WORD.matcher(text)
            .results()
            .limit(5_000)
            .filter(match -> language.contains(match.group().toLowerCase(Locale.ROOT)))
            .count();
    return words >= 2;
  }

  private static void append(StringBuilder found, String text) {
    if (!text.isBlank()) {
      found.append(text).append('\n');
    }
  }

  private static String readable(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    long good =
        text.codePoints()
            .filter(
                point -> Character.isLetter(point) || point == ' ' || (point > 32 && point < 127))
            .count();
    boolean words = text.codePoints().filter(Character::isLetter).count() * 2 > text.length();
    return text.length() >= 8
            && words
            && good * 100 >= text.codePointCount(0, text.length()) * 97L
            && !text.contains("\uFFFD")
        ? text
        : "";
  }
}
