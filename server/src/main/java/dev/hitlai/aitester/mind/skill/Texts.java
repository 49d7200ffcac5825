package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Words compared and numbers read as people do it. */
final class Texts {
  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12),
          Map.entry("last", -1),
          Map.entry("only", 1));
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)\\b(?:(\\d{1,3})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|only))\\b(?!"
              + " name)");
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private Texts() {}

  /** Lower case, without punctuation at the edges and double spaces. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll("^[^\\p{L}\\p{N}@#$€£+\\-*/=<>]+|[^\\p{L}\\p{N}%)+\\-*/=<>]+$", "")
        .strip();
  }

  static boolean same(String one, String other) {
    return !one.isBlank() && (one.strip().equals(other.strip()) || plain(one).equals(plain(other)));
  }

  /** Whether the words stand in the text as whole words. */
  static boolean contains(String text, String words) {
    var wanted = plain(words);
    return !wanted.isEmpty()
        && Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text.replaceAll("\\s+", " "))
            .find();
  }

  /** 1 for the first, -1 for the last. */
  static OptionalInt ordinal(String words) {
    var match = ORDINAL.matcher(words);
    if (!match.find()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        match.group(1) != null
            ? Integer.parseInt(match.group(1))
            : ORDINALS.getOrDefault(match.group(2).toLowerCase(Locale.ROOT), 1));
  }

  static String withoutOrdinal(String words) {
    return ORDINAL.matcher(words).replaceFirst("").replaceAll("\\s+", " ").strip();
  }

  /** A whole number in digits or as a word. */
  static OptionalInt number(String words) {
    var word = words.strip().toLowerCase(Locale.ROOT);
    if (word.matches("\\d{1,9}")) {
      return OptionalInt.of(Integer.parseInt(word));
    }
    var known = NUMBERS.get(word);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /** A small number as a word. */
  static Optional<String> word(int number) {
    return NUMBERS.entrySet().stream()
        .filter(one -> one.getValue() == number && one.getKey().length() > 2)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The first number in a text, NaN when there is none; knows thousands' separators and signs. */
  static double amount(String text) {
    var match =
        Pattern.compile("-?\\d{1,3}(?:[,']\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?").matcher(text);
    return match.find() ? Double.parseDouble(match.group().replaceAll("[,']", "")) : Double.NaN;
  }

  /** All whole numbers that stand alone, as they are written. */
  static List<String> wholeNumbers(String text) {
    return Pattern.compile("(?<![\\w.,:-])\\d{1,9}(?![\\w:]|[.,]\\d)")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }
}
