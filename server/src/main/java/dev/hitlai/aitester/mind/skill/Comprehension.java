package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers a question about a short text from the answers that are offered: who does what where is
 * told by the part of a sentence that speaks of the same, "he" and "her" being whoever was named
 * last.
 */
final class Comprehension {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern PART =
      Pattern.compile(
          "[,;:]\\s*|\\s+(?:and|while|but|whereas|although|because|though|so)\\s+(?=\\p{L})");
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(?!(?:He|She|It|They|We|I|You|His|Her|Their|Its|The|A|An|In|On|At|When|While|Then|But|And"
              + "|This|That|There|After|Before|Every|Each|Both|One|Two|As|If|For|From|With|My|Our|Once)\\b)\\p{Lu}[\\p{L}'’-]+(?:"
              + " \\p{Lu}[\\p{L}'’-]+)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:older|oldest|bigger|biggest|larger|largest|taller|tallest|longer|longest|heavier|heaviest"
              + "|more|most|faster|fastest|higher|highest|later|latest|further|furthest|dearer)\\b");
  private static final Pattern LESS =
      Pattern.compile(
          "(?i)\\b(?:younger|youngest|smaller|smallest|shorter|shortest|lighter|lightest|less|least|fewer"
              + "|fewest|slower|slowest|lower|lowest|earlier|earliest|nearer|nearest|cheaper|cheapest)\\b");

  /** Part of a sentence, and of whom it tells. */
  private record Part(String words, String subject) {
    boolean tellsOf(String option) {
      return Texts.contains(words, option) || Texts.same(subject, option);
    }
  }

  private final List<Part> parts = new ArrayList<>();

  private Comprehension(String text) {
    var subject = "";
    for (var sentence : SENTENCE.split(text)) {
      for (var part : PART.split(sentence)) {
        var name = NAME.matcher(part);
        subject = name.find() ? name.group() : subject;
        parts.add(new Part(part, subject));
      }
    }
  }

  /** The answer that the text gives, empty when it speaks for none or for several alike. */
  static Optional<String> answer(String question, List<String> options, String text) {
    var read = new Comprehension(text);
    return MORE.matcher(question).find() || LESS.matcher(question).find()
        ? read.compared(options, LESS.matcher(question).find())
        : read.told(question, options);
  }

  private Optional<String> told(String question, List<String> options) {
    var names = new HashSet<String>();
    NAME.matcher(question.replaceFirst("^\\p{L}+", ""))
        .results()
        .forEach(n -> names.add(n.group()));
    var asked = Words.concepts(question);
    var open = options.stream().filter(one -> !Texts.contains(question, one)).toList();
    return best(open, option -> weight(option, asked, names));
  }

  private double weight(String option, Set<String> asked, Set<String> names) {
    return parts.stream()
        .filter(part -> part.tellsOf(option))
        .mapToDouble(part -> weight(part, option, asked, names))
        .max()
        .orElse(0);
  }

  private static double weight(Part part, String option, Set<String> asked, Set<String> names) {
    var said = Words.concepts(part.words());
    double met = asked.stream().filter(said::contains).count();
    double named = names.stream().filter(part::tellsOf).count();
    double own = Texts.contains(part.words(), option) ? 0.2 : 0.1;
    return met + 2 * named + own;
  }

  /** Whose number is the greatest, or the least. */
  private Optional<String> compared(List<String> options, boolean least) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (var part : parts) {
      var number = NUMBER.matcher(part.words());
      if (number.find()) {
        options.stream()
            .filter(part::tellsOf)
            .findFirst()
            .ifPresent(option -> numbers.putIfAbsent(option, Texts.amount(number.group())));
      }
    }
    return numbers.size() < 2
        ? Optional.empty()
        : best(
            List.copyOf(numbers.keySet()),
            option -> (least ? -1 : 1) * numbers.getOrDefault(option, 0.0) + 1e6);
  }

  private static Optional<String> best(
      List<String> options, java.util.function.ToDoubleFunction<String> weight) {
    double most = options.stream().mapToDouble(weight).max().orElse(0);
    var equal = options.stream().filter(one -> weight.applyAsDouble(one) > most - 0.01).toList();
    return most > 0.5 && equal.size() == 1 ? Optional.of(equal.getFirst()) : Optional.empty();
  }

  /** Ends like a question and has more than two words. */
  static boolean isQuestion(String line) {
    return line.strip().endsWith("?") && line.toLowerCase(Locale.ROOT).split("\\s+").length > 2;
  }
}
