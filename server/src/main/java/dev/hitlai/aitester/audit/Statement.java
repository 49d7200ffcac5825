package dev.hitlai.aitester.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a sentence with one period of time is about, without that period.
 *
 * @param topics stems of the words that carry meaning
 * @param hours the period
 * @param kind of days: working, calendar, or empty
 */
record Statement(Set<String> topics, double hours, String kind) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}’']+");

  /** How much of what both are about must be common to both. */
  private static final double ALIKE = 0.75;

  private static final Set<String> LITTLE =
      Set.of(
          "the", "a", "an", "you", "your", "we", "our", "us", "it", "its", "is", "are", "be", "can",
          "may", "of", "to", "for", "in", "on", "at", "with", "and", "or", "this", "that", "by",
          "from", "will", "yes", "up", "any", "all", "have", "has", "do", "does", "der", "die",
          "das", "den", "dem", "sie", "ihr", "ihre", "wir", "uns", "ist", "sind", "kann", "können",
          "und", "oder", "ein", "eine", "einer", "von", "zu", "zum", "zur", "für", "im", "mit");

  /** Ways to say the same that stems don't show. */
  private static final List<Map.Entry<Pattern, String>> SAME =
      List.of(
          Map.entry(
              Pattern.compile(
                  "\\b(it )?(costs? nothing|(for )?free( of charge)?|without (any"
                      + " )?(charge|costs?|fees?)|no"
                      + " (charge|costs?|fees?)|kostenlos|kostenfrei|gratis)\\b"),
              " gratis "),
          Map.entry(Pattern.compile("\\b(prior to|ahead of|before)\\b"), " before "),
          Map.entry(
              Pattern.compile(
                  "\\b(your )?(stay|arrival)( begins| starts)?\\b|\\byou (arrive|come)\\b"),
              " arrival "),
          Map.entry(
              Pattern.compile("\\b(money back|refund(s|ed)?|give back your money)\\b"), " refund "),
          Map.entry(
              Pattern.compile("\\b(send|sent|bring|brought|give|given) (it |them |goods )?back\\b"),
              " return "));

  Statement {
    topics = Set.copyOf(topics);
  }

  static Statement of(Hit hit) {
    var words = hit.word("rest");
    for (var same : SAME) {
      words = same.getKey().matcher(words).replaceAll(same.getValue());
    }
    var topics = new HashSet<String>();
    WORD.matcher(words.toLowerCase(Locale.ROOT))
        .results()
        .map(word -> word.group())
        .filter(word -> !LITTLE.contains(word))
        .forEach(word -> topics.add(stem(word)));
    double hours = hit.measured().get("hours") instanceof Number number ? number.doubleValue() : 0;
    return new Statement(topics, hours, hit.word("kind"));
  }

  /** Whether both speak of the same thing and give it another time. */
  boolean contradicts(Statement other) {
    if (hours <= 0 || other.hours <= 0 || hours == other.hours || !kind.equals(other.kind)) {
      return false;
    }
    var common = new HashSet<>(topics);
    common.retainAll(other.topics);
    var either = new HashSet<>(topics);
    either.addAll(other.topics);
    return common.size() >= 3 && common.size() >= ALIKE * either.size();
  }

  private static String stem(String word) {
    if (word.length() <= 4) {
      return word;
    }
    return word.replaceAll("(ations?|ing|ed|able|es|s|e)$", "").replaceAll("([^aeiou])\\1$", "$1");
  }
}
