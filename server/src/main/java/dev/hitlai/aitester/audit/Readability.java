package dev.hitlai.aitester.audit;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How hard a text is, by formulas that fit its language.
 *
 * @param lix Björnsson's LIX (1968): words per sentence plus share of words above six letters; 30
 *     easy, 60 hard; made for many languages
 * @param flesch Flesch reading ease (1948, English; Amstad's constants for German); 100 easy, 0
 *     hard; NaN for other languages
 */
record Readability(int words, int sentences, double lix, double flesch) {
  private static final Pattern VOWELS = Pattern.compile("[aeiouyäöü]+");

  static Readability of(String text, String language) {
    var locale = Locale.forLanguageTag(language.isBlank() ? "en" : language);
    var plain = text.strip();
    int words = 0;
    int longWords = 0;
    int syllables = 0;
    for (var word : plain.split("[^\\p{L}\\p{N}'’-]+")) {
      if (word.isEmpty()) {
        continue;
      }
      words++;
      longWords += word.length() > 6 ? 1 : 0;
      syllables += syllables(word.toLowerCase(locale), locale.getLanguage());
    }
    int sentences = Math.max(1, sentences(plain, locale));
    double perSentence = (double) words / sentences;
    double perWord = (double) syllables / Math.max(1, words);
    double lix = perSentence + 100.0 * longWords / Math.max(1, words);
    return new Readability(words, sentences, lix, flesch(locale, perSentence, perWord));
  }

  /** Hard for most grown-ups: university level by both measures, where both apply. */
  boolean hard() {
    return words >= 25 && lix >= 55 && (Double.isNaN(flesch) || flesch < 30);
  }

  private static double flesch(Locale locale, double perSentence, double perWord) {
    return switch (locale.getLanguage()) {
      case "en" -> 206.835 - 1.015 * perSentence - 84.6 * perWord;
      case "de" -> 180 - perSentence - 58.5 * perWord;
      default -> Double.NaN;
    };
  }

  private static int sentences(String text, Locale locale) {
    var breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static int syllables(String word, String language) {
    int groups = (int) VOWELS.matcher(word).results().count();
    boolean silent = language.equals("en") && word.endsWith("e") && !word.endsWith("le");
    return Math.max(1, silent ? groups - 1 : groups);
  }
}
