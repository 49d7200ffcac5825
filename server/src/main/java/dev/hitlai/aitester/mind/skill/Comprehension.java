package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of some answers a text gives to a question: the one that is said in the part of a sentence
 * that shares most with the question, its subject understood.
 */
final class Comprehension {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern PART =
      Pattern.compile(
          "(?i),\\s+|;\\s+|\\s+(?=(?:and|but|while|whereas|where|which|who|that|when|because|so|before|after|until)\\b)");
  private static final Pattern PERSON =
      Pattern.compile("(?<!\\b(?:in|at|from|to|near|on|of) )(?<!\\p{L})\\p{Lu}\\p{Ll}+");
  private static final Pattern PRONOUN = Pattern.compile("(?i)^\\W*(?:he|she|it|his|her|its)\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:older|oldest|more|most|taller|tallest|bigger|biggest|larger|largest|longer|longest|heavier|heaviest|higher|highest|faster|fastest|later|latest|dearer|further|farthest)\\b");
  private static final Pattern LESS =
      Pattern.compile(
          "(?i)\\b(?:younger|youngest|less|least|fewer|fewest|smaller|smallest|shorter|shortest|lighter|lightest|lower|lowest|slower|slowest|earlier|earliest|cheaper|cheapest|nearer|nearest)\\b");
  private static final Set<String> LITTLE =
      Set.of(
          ("what who whom where when which how why whose did does do is are was were be been the a"
                  + " an of to in on at and or that this these it its they them he she his her"
                  + " their kind type sort according text story for with by from there then")
              .split(" "));
  private static final Map<String, String> FORMS = new HashMap<>();

  static {
    var forms =
        "find:found make:made,built,build,create go:went,gone,travel,visit meet:met"
            + " buy:bought,purchase bring:brought take:took,taken see:saw,seen eat:ate,eaten"
            + " drink:drank,drunk write:wrote,written say:said tell:told leave:left keep:kept"
            + " lose:lost win:won sell:sold have:had,has,own,owns come:came run:ran sit:sat"
            + " sleep:slept,asleep think:thought teach:taught catch:caught know:knew,known"
            + " drive:drove fly:flew ride:rode sing:sang swim:swam wear:wore,worn"
            + " choose:chose,chosen break:broke fall:fell hide:hid,hidden pay:paid send:sent"
            + " begin:began,begun,start wake:woke steal:stole throw:threw,thrown"
            + " give:gave,given,gives,get,got,gets,receive,present,hand"
            + " like:prefer,love,enjoy,favourite,favorite stay:stayed,remain";
    for (var line : forms.split(" ")) {
      for (var form : line.substring(line.indexOf(':') + 1).split(",")) {
        FORMS.put(form, line.substring(0, line.indexOf(':')));
      }
    }
  }

  /** A part of a sentence, what it says, and what the whole sentence says. */
  private record Part(String text, Set<String> said, Set<String> around) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();

  Comprehension(String text) {
    this.text = text;
    var before = "";
    for (var sentence : SENTENCE.split(text)) {
      var own = person(sentence);
      var subject = own.isEmpty() || PRONOUN.matcher(sentence).find() ? before : own;
      split(sentence, PRONOUN.matcher(sentence).find() ? before : "", subject);
      before = own.isEmpty() ? before : own;
    }
  }

  private void split(String sentence, String meant, String subject) {
    var around = words(sentence + " " + meant);
    for (var part : PART.split(sentence)) {
      var whose = person(part).isEmpty() ? part + " " + subject : part;
      parts.add(new Part(part, words(whose), around));
    }
  }

  private static String person(String words) {
    var names =
        PERSON
            .matcher(words)
            .results()
            .map(match -> match.group())
            .filter(name -> !LITTLE.contains(name.toLowerCase(Locale.ROOT)))
            .filter(
                name -> !name.matches("(?:On|In|At|When|After|Before|Then|One|Every|\\p{L}+day)"))
            .toList();
    return names.isEmpty() ? "" : names.getFirst();
  }

  private static Set<String> words(String text) {
    return Words.plain(text).stream()
        .filter(word -> !LITTLE.contains(word))
        .map(Comprehension::lemma)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String lemma(String word) {
    var plain = FORMS.getOrDefault(word, word);
    var stem = Words.concepts(plain).stream().findFirst().orElse(plain);
    return FORMS.getOrDefault(stem, stem);
  }

  /** Empty when the text says nothing of any of them. */
  Optional<String> answer(String question, List<String> options) {
    var compared = compared(question, options);
    if (compared.isPresent()) {
      return compared;
    }
    var asked = words(question);
    record Scored(String option, double score) {}
    return options.stream()
        .map(option -> new Scored(option, score(option, asked, question)))
        .filter(one -> one.score() > 0)
        .max(Comparator.comparingDouble(Scored::score))
        .map(Scored::option);
  }

  private double score(String option, Set<String> asked, String question) {
    if (asked.containsAll(words(option)) && Texts.contains(question, option)) {
      return 0; // what is asked about is not the answer
    }
    return parts.stream().mapToDouble(part -> score(option, part, asked, question)).max().orElse(0);
  }

  private double score(String option, Part part, Set<String> asked, String question) {
    double named = named(option, part);
    if (named == 0) {
      return 0;
    }
    double score = 0.1;
    for (var word : asked) {
      double rarity = 1.0 / parts.stream().filter(one -> one.said().contains(word)).count();
      score += part.said().contains(word) ? 1 + rarity : part.around().contains(word) ? 0.4 : 0;
    }
    return named * (score + (fits(option, part.text(), question) ? 0.8 : 0));
  }

  /** 1 when its very words are there, less when only some of what it says is. */
  private static double named(String option, Part part) {
    if (Texts.contains(part.text(), option.replaceFirst("(?i)^(?:an?|the) ", ""))) {
      return 1;
    }
    var said = words(option);
    long met = said.stream().filter(part.said()::contains).count();
    return said.isEmpty() || 2 * met <= said.size() ? 0 : 0.8 * met / said.size();
  }

  /** It stands where a place, a time or a person would stand. */
  private static boolean fits(String option, String part, String question) {
    var lead = question.toLowerCase(Locale.ROOT);
    var quoted = Pattern.quote(option.replaceFirst("(?i)^(?:an?|the) ", ""));
    var before =
        lead.startsWith("where")
            ? "(?:in|at|to|from|near|into|by|on|under|behind)"
            : lead.startsWith("when") ? "(?:on|at|in|since|until|every|by)" : "";
    return before.isEmpty()
        ? lead.startsWith("who") && part.matches("(?i)(?:and |but |while )?" + quoted + "\\b.*")
        : Pattern.compile("(?i)\\b" + before + " (?:the |an? )?" + quoted).matcher(part).find();
  }

  /** "Whose animal is older?": by the number that is told of each. */
  private Optional<String> compared(String question, List<String> options) {
    boolean less = LESS.matcher(question).find();
    if (!less && !MORE.matcher(question).find()) {
      return Optional.empty();
    }
    var numbers = new HashMap<String, Double>();
    options.forEach(option -> number(option, options).ifPresent(n -> numbers.put(option, n)));
    var order = Map.Entry.<String, Double>comparingByValue();
    Stream<Map.Entry<String, Double>> told = numbers.entrySet().stream();
    return numbers.size() < options.size()
        ? Optional.empty()
        : told.max(less ? order.reversed() : order).map(Map.Entry::getKey);
  }

  /** The first number behind any mention of a name, before another of the names is spoken of. */
  private Optional<Double> number(String option, List<String> options) {
    var found = Optional.<Double>empty();
    for (int at = text.indexOf(option);
        at >= 0 && found.isEmpty();
        at = text.indexOf(option, at + 1)) {
      found = number(at, option, options);
    }
    return found;
  }

  private Optional<Double> number(int at, String option, List<String> options) {
    int end =
        options.stream()
            .filter(other -> !other.equals(option))
            .mapToInt(other -> text.indexOf(other, at + option.length()))
            .filter(place -> place >= 0)
            .min()
            .orElse(text.length());
    var number = NUMBER.matcher(text.substring(at, end));
    return number.find()
        ? Optional.of(Double.parseDouble(number.group().replace(',', '.')))
        : Optional.empty();
  }
}
