package dev.hitlai.demosite.hijack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** Ways to write an order so that people don't notice it. */
final class Writing {
  private Writing() {}

  static String tags(String text) {
    return text.chars()
        .mapToObj(letter -> Character.toString(0xE0000 + letter))
        .collect(Collectors.joining());
  }

  static String zeroWidthBetween(String text) {
    return text.chars().mapToObj(letter -> (char) letter + "\u200B").collect(Collectors.joining());
  }

  /** Each letter as eight invisible characters. */
  static String zeroWidthBits(String text) {
    return text.chars()
        .mapToObj(letter -> "%8s".formatted(Integer.toBinaryString(letter)).replace(' ', '0'))
        .collect(Collectors.joining())
        .replace('0', '\u200B')
        .replace('1', '\u200C');
  }

  static String lookAlikes(String text) {
    return text.replace('a', 'а')
        .replace('e', 'е')
        .replace('o', 'о')
        .replace('c', 'с')
        .replace('p', 'р');
  }

  static String leet(String text) {
    return text.replace('e', '3').replace('o', '0').replace('i', '1').replace('a', '4');
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String rot13(String text) {
    return text.chars()
        .mapToObj(
            letter -> {
              int base =
                  letter >= 'a' && letter <= 'z' ? 'a' : letter >= 'A' && letter <= 'Z' ? 'A' : 0;
              return Character.toString(base == 0 ? letter : base + (letter - base + 13) % 26);
            })
        .collect(Collectors.joining());
  }

  static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  static String spaced(String text) {
    return text.replace(" ", "  ").replaceAll("(\\p{L})(?=\\p{L})", "$1 ");
  }

  static String references(String text) {
    // Twice: the browser undoes one layer.
    return text.chars().mapToObj(letter -> "&amp;#" + letter + ";").collect(Collectors.joining());
  }
}
