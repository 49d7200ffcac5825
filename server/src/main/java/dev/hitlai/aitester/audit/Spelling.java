package dev.hitlai.aitester.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells misspelt English words from rare ones, by the vocabulary of the word embeddings that the
 * tester has anyway, commonest words first: a word counts as misspelt when neither it nor its stem
 * is known and one slip of the fingers (Damerau 1964) makes it a common word.
 */
final class Spelling {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}’']+");

  /** Ranks in the vocabulary, where the first two thousand places are single signs. */
  private static final int COMMON = 16_000;

  private static final int VERY_COMMON = 6_000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final List<String> SUFFIXES =
      List.of(
          "s", "es", "ed", "d", "r", "er", "ers", "or", "ors", "est", "st", "ing", "ings", "ly",
          "ness", "less", "ful", "able", "ible", "ment", "ments", "ish", "y", "al", "ally", "ic",
          "ity", "ism", "ist", "ists", "ion", "ions", "ation", "ations", "like", "wise", "ward",
          "wards", "proof", "free", "way", "man", "men");
  private static final List<String> PREFIXES =
      List.of(
          "un", "re", "non", "pre", "over", "under", "out", "mis", "dis", "in", "im", "inter",
          "sub", "super", "anti", "auto", "co", "up", "down", "multi", "micro", "mini");
  private static final Map<String, String> BRITISH =
      Map.of(
          "isation", "ization", "ise", "ize", "ising", "izing", "our", "or", "yse", "yze", "ogue",
          "og", "tre", "ter", "ae", "e", "oe", "e");

  /**
   * @param sure whether the slip alone tells, without company
   */
  record Mistake(String word, String meant, boolean sure) {}

  /** Read once, when the first page is judged. */
  private static final class Vocabulary {
    static final Map<String, Integer> RANKS = read();

    private static Map<String, Integer> read() {
      try (var stream = Spelling.class.getResourceAsStream(VOCABULARY)) {
        if (stream == null) {
          throw new IllegalStateException("There is no vocabulary " + VOCABULARY);
        }
        var ranks = new HashMap<String, Integer>();
        JsonMapper.shared()
            .readTree(stream)
            .path("model")
            .path("vocab")
            .properties()
            .forEach(
                entry -> {
                  if (entry.getKey().matches("[a-z]{2,}")) {
                    ranks.put(entry.getKey(), entry.getValue().asInt());
                  }
                });
        return Map.copyOf(ranks);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Spelling() {}

  /** The words of a text in lower case, without those that are names by their capital. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var word = matcher.group().replaceAll("['’].*$", "");
      boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
      boolean name = capital && !beginsSentence(text, matcher.start());
      if (!name && !touches(text, matcher.start(), matcher.end())) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static boolean beginsSentence(String text, int start) {
    var before = text.substring(0, start).stripTrailing();
    return before.isEmpty() || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** Parts of addresses, file names, numbers and compounds. */
  private static boolean touches(String text, int start, int end) {
    var signs = "-_/@.:#\\0123456789";
    boolean before = start > 0 && signs.indexOf(text.charAt(start - 1)) >= 0;
    boolean after =
        end < text.length()
            && signs.indexOf(text.charAt(end)) >= 0
            && end + 1 < text.length()
            && !Character.isWhitespace(text.charAt(end + 1));
    return before || after;
  }

  static List<Mistake> mistakes(String text) {
    var mistakes = new ArrayList<Mistake>();
    for (var word : new HashSet<>(words(text))) {
      if (word.length() >= 4 && word.matches("[a-z]+") && !isKnown(word)) {
        meant(word).ifPresent(meant -> mistakes.add(new Mistake(word, meant, isSure(word, meant))));
      }
    }
    return mistakes;
  }

  private static boolean isSure(String word, String meant) {
    return meant.length() >= 6 && rank(meant) < VERY_COMMON && word.charAt(0) == meant.charAt(0);
  }

  private static int rank(String word) {
    return Vocabulary.RANKS.getOrDefault(word, Integer.MAX_VALUE);
  }

  private static boolean has(String word) {
    return Vocabulary.RANKS.containsKey(word);
  }

  private static boolean isKnown(String word) {
    return has(word)
        || has(word + "s")
        || has(word + "d")
        || has(word + "ed")
        || has(word + "ing")
        || hasStem(word)
        || isCompound(word)
        || PREFIXES.stream()
            .anyMatch(
                prefix ->
                    word.startsWith(prefix)
                        && word.length() > prefix.length() + 2
                        && (has(word.substring(prefix.length()))
                            || hasStem(word.substring(prefix.length()))))
        || BRITISH.entrySet().stream()
            .map(way -> word.replace(way.getKey(), way.getValue()))
            .anyMatch(other -> !other.equals(word) && (has(other) || hasStem(other)));
  }

  private static boolean hasStem(String word) {
    return SUFFIXES.stream()
        .filter(suffix -> word.endsWith(suffix) && word.length() - suffix.length() >= 3)
        .map(suffix -> word.substring(0, word.length() - suffix.length()))
        .anyMatch(Spelling::isStem);
  }

  private static boolean isStem(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return has(stem)
        || has(stem + "e")
        || (stem.endsWith("i") && has(stem.substring(0, last) + "y"))
        || (doubled && has(stem.substring(0, last)));
  }

  private static boolean isCompound(String word) {
    for (int i = 3; i <= word.length() - 3; i++) {
      var first = word.substring(0, i);
      var second = word.substring(i);
      boolean long1 = i >= 4 || rank(first) < VERY_COMMON;
      boolean long2 = second.length() >= 4 || rank(second) < VERY_COMMON;
      if (long1 && long2 && has(first) && (has(second) || hasStem(second))) {
        return true;
      }
    }
    return false;
  }

  /** The commonest word that one slip away. */
  private static Optional<String> meant(String word) {
    var near = new HashSet<String>();
    for (int i = 0; i <= word.length(); i++) {
      var head = word.substring(0, i);
      var tail = word.substring(i);
      for (int c = 0; c < LETTERS.length(); c++) {
        near.add(head + LETTERS.charAt(c) + tail);
      }
      if (!tail.isEmpty()) {
        near.add(head + tail.substring(1));
      }
      if (tail.length() > 1) {
        near.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
      }
    }
    return near.stream()
        .filter(candidate -> candidate.length() >= 4 && isWord(candidate))
        .min(java.util.Comparator.comparingInt(Spelling::rank));
  }

  private static boolean isWord(String candidate) {
    return rank(candidate) < COMMON;
  }
}
