package dev.hitlai.aitester.mind.skill;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "The word that ends with "ing"", "the longest word", "the word with seven letters". */
final class WordQuality implements Values.Answer {
  private static final String PART = "(?:the )?(?:letters? |syllable |part )?(Q\\d+|\\S+)";
  private static final Pattern STARTS =
      Pattern.compile("(?i)\\b(?:starts?|starting|begins?|beginning) (?:with|in|on) " + PART);
  private static final Pattern ENDS =
      Pattern.compile("(?i)\\b(?:ends?|ending) (?:with|in|on) " + PART);
  private static final Pattern HOLDS =
      Pattern.compile(
          "(?i)\\b(?:contains?|containing|includ(?:es|ing)|has|having|with) (?:the )?(?:letters?"
              + " |syllable |part )(Q\\d+|\\p{L}+)(?: in it)?$|\\b(?:contains?|containing)"
              + " (Q\\d+)");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?i)\\b(?:with|of|has|having) (?:exactly"
              + " )?(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
              + " (?:letters|characters)\\b");
  private static final Pattern EXTREME = Pattern.compile("(?i)\\b(longest|shortest)\\b");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)\\b(?:words?|names?|ones?|items?|entry|entries|options?|links?|buttons?)\\b");

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    var extreme = EXTREME.matcher(phrase);
    var quality = of(phrase, clauses);
    if (!phrase.matches("(?i).*\\bword\\b.*") || quality.isEmpty() && !extreme.find()) {
      return Optional.empty();
    }
    var words = passage(now).stream().filter(quality.orElse(word -> true)).toList();
    var order = Comparator.comparingInt(String::length);
    return quality.isPresent()
        ? words.stream().findFirst()
        : extreme.group(1).equalsIgnoreCase("longest")
            ? words.stream().max(order)
            : words.stream().min(order);
  }

  /** The words of the longest text shown. */
  private static List<String> passage(Sight now) {
    return now.matching(t -> t.all().noneMatch(one -> one.isField() || one.role().equals("button")))
        .map(Thing::text)
        .max(Comparator.comparingInt(text -> text.split("\\s+").length))
        .map(
            text ->
                Arrays.stream(text.split("[^\\p{L}\\p{N}'’-]+")).filter(w -> !w.isBlank()).toList())
        .orElse(List.of());
  }

  /** The first thing shown whose name is such a word. */
  static Optional<Thing> find(String words, Clauses clauses, Sight now) {
    return NOUN.matcher(words).find()
        ? of(words, clauses)
            .flatMap(
                quality ->
                    Nesting.innermost(
                            now.matching(
                                    t ->
                                        t.hasWords()
                                            && t.text().matches("[\\p{L}\\p{N}'’ -]{1,40}")
                                            && !t.isField()
                                            && !t.text().matches("(?i)submit|ok|cancel|reset|done")
                                            && quality.test(t.text()))
                                .toList())
                        .stream()
                        .filter(t -> t.isLeaf() || t.isPressable())
                        .findFirst())
        : Optional.empty();
  }

  /** What is said of the word, empty when nothing is. */
  static Optional<Predicate<String>> of(String words, Clauses clauses) {
    Predicate<String> all = word -> true;
    int said = 0;
    var starts = STARTS.matcher(words);
    if (starts.find()) {
      var part = part(starts.group(1), clauses);
      all = all.and(word -> word.toLowerCase(Locale.ROOT).startsWith(part));
      said++;
    }
    var ends = ENDS.matcher(words);
    if (ends.find()) {
      var part = part(ends.group(1), clauses);
      all = all.and(word -> word.toLowerCase(Locale.ROOT).endsWith(part));
      said++;
    }
    var holds = HOLDS.matcher(words);
    if (holds.find()) {
      var part = part(holds.group(1) == null ? holds.group(2) : holds.group(1), clauses);
      all = all.and(word -> word.toLowerCase(Locale.ROOT).contains(part));
      said++;
    }
    var length = LENGTH.matcher(words);
    if (length.find()) {
      int count = Texts.number(length.group(1)).orElse(0);
      all = all.and(word -> word.length() == count);
      said++;
    }
    return said == 0 ? Optional.empty() : Optional.of(all);
  }

  private static String part(String masked, Clauses clauses) {
    return clauses
        .plain(masked)
        .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "")
        .toLowerCase(Locale.ROOT);
  }
}
