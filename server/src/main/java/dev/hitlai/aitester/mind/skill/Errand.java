package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request as people make it to each other, taken as a whole: what is to be done, to what, with
 * which details, and what is not wanted.
 *
 * @param clauses all of it, quotations masked
 * @param words all of it, in plain words
 * @param wanted the same without what is not wanted and without mere hints
 * @param deeds the verbs of what is asked for, the last the most particular
 */
record Errand(Clauses clauses, String words, String wanted, List<String> deeds) {
  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)\\b(?:please|kindly|could you|can you|would you|will you|would you mind|i'd like|i"
              + " would like|i'd love|we'd like|we would like|i want|we want|i need|we need|i"
              + " don't|i have to|we have to|i'm|we're|my|our|for me|for"
              + " us|(?:find|get|show|give|bring) (?:me|us)|look up (?:its|their|his|her)|is"
              + " (?:finished|done|ready)|has been|asks?)\\b");

  /** Deeds that need the hand or the eye in a particular way: there are skills for each. */
  private static final Pattern PARTICULAR =
      Pattern.compile(
          "(?i)\\b(?:drag|drop|scroll|highlight|paste|copy|hover|draw|resize|slider|spinner|terminal|console|command|sort|double[-"
              + " ]click|right[- ]click|text (?:field|box|area)|checkbox|radio|dropdown|tab key|how"
              + " many|add up|count|between \\d+ and \\d+|if\\b.*\\botherwise|until|wait|as soon"
              + " as|letters?|words?|sentence|paragraph|backwards|pull the|the"
              + " button|submit|remember|all (?:of )?(?:the |my |our |these |those |his |her |their"
              + " )?(?!rest|others?)\\p{L}+s\\b|all of (?:them|it)|each of)\\b");

  private static final Pattern STEPS =
      Pattern.compile(
          "(?i)\\b(?:click|press|tap|type|enter|drag|tick|untick)\\b|\\bthe [\"“]?[\\p{L} ]+[\"”]?"
              + " button\\b");

  private static final Pattern UNWANTED =
      Pattern.compile(
          "(?i)(?:^|[,;] ?(?:and |but )?)(?:i|we) (?:do not|don't|would not|wouldn't|won't)"
              + " (?:want|need|wish|care|like)\\b[^;]*$|(?:,? (?:but|and) )?(?:do not|don't|never)"
              + " (?:add|accept|take|choose|sign|subscribe|touch|change|book|buy|order)\\b[^;]*$|(?:,?"
              + " (?:but|and) )?(?:leave|keep) (?:the |all"
              + " |every)?(?:rest|others?|everything|else)\\b.*$");

  /** "I don't want to hear from Ann any more; block her": what is asked for is about it. */
  private static final Pattern POINTING =
      Pattern.compile("(?i).*\\b(?:it|them|him|her|that|this|those|these)\\b.*");

  private static final Pattern NTH =
      Pattern.compile(
          "(?i)\\b(?:the|my|our) (?:(?:very"
              + " )?(first|second|third|fourth|fifth|sixth|last)|\\d+(?:st|nd|rd|th))"
              + " (?!name|time|day|week|step)\\p{L}+");
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)^(?:there (?:may|might|could) be|it (?:may|might|must|should) be|you (?:may|might)"
              + " (?:have|need) to|they are in|it is (?:in|on|under|behind)|perhaps|maybe)\\b.*");

  /** "Use the menu to mute her": what the rest is for. */
  private static final Pattern AIM =
      Pattern.compile("(?i)^(?:use|open|go|visit|take|try)\\b.{0,60}? to (\\p{Ll}{3,}.*)$");

  private static final Set<String> WEAK =
      Set.of(
          "find", "look", "go", "make", "do", "have", "put", "use", "keep", "leave", "help",
          "check", "see", "tell", "say", "give", "take", "let", "press", "click", "tap", "hit",
          "choose", "select", "pick", "set", "fill", "enter", "type", "write", "open");

  /** Verbs of two words, with the one that a control is rather called by. */
  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("call (?:.+ )?off", "cancel"),
          Map.entry("put (?:.+ )?(?:off|back)", "postpone"),
          Map.entry("(?:give|take|bring|send|hand) (?:.+ )?back", "return"),
          Map.entry("hand (?:.+ )?(?:in|over)", "submit"),
          Map.entry("turn (?:.+ )?down", "decline"),
          Map.entry("sign (?:.+ )?up", "sign"),
          Map.entry("(?:throw|chuck) (?:.+ )?(?:away|out)|get rid of|do away with", "delete"),
          Map.entry("set (?:.+ )?aside|hold", "reserve"),
          Map.entry("(?:take|check) (?:.+ )?out", "borrow"),
          Map.entry("(?:pull|drop|back) out", "cancel"),
          Map.entry("take part", "join"),
          Map.entry("(?:write|note|jot) (?:.+ )?down", "add"),
          Map.entry("tick (?:.+ )?off", "complete"),
          Map.entry("bring (?:.+ )?forward", "reschedule"),
          Map.entry("(?:reply|answer|get back|write back)", "reply"));

  static Errand of(String mission) {
    var clauses = Clauses.asSaid(mission);
    var wanted = new ArrayList<String>();
    var deeds = new ArrayList<String>();
    for (int i = 0; i < clauses.texts().size(); i++) {
      var clause = clauses.at(i);
      boolean spokenOf = POINTING.matcher(clauses.at(i + 1)).matches();
      var rest = spokenOf ? clause : UNWANTED.matcher(clause).replaceAll("");
      if (!rest.isBlank() && !HINT.matcher(rest).matches()) {
        wanted.add(clauses.plain(rest));
      }
      AIM.matcher(clauses.plain(clause))
          .results()
          .filter(aim -> Clauses.startsWithVerb(aim.group(1)))
          .forEach(aim -> deeds.addAll(deedsOf(aim.group(1))));
      if (Clauses.startsWithVerb(clause)) {
        deeds.addAll(deedsOf(clauses.plain(clause)));
      }
    }
    var words =
        clauses.texts().stream()
            .map(clauses::plain)
            .reduce("", (a, b) -> a.isEmpty() ? b : a + ". " + b);
    return new Errand(clauses, words, String.join(". ", wanted), List.copyOf(deeds));
  }

  /** Asked as one asks a person, not step by step. */
  static boolean isFree(String mission) {
    return FRAME.matcher(mission).find();
  }

  /** Told step by step: what to press and what to type. */
  static boolean isStepByStep(String mission) {
    return !isFree(mission) && STEPS.matcher(mission).find();
  }

  /** Not spelled out in ways that only a particular skill understands. */
  static boolean mayBe(String mission) {
    return !PARTICULAR.matcher(Speech.withoutRemarks(mission)).find();
  }

  /** Something is to be carried to another place, and things here can be. */
  static boolean isCarrying(String mission, Sight now) {
    return CARRYING.matcher(mission).matches()
        && now.things().stream().anyMatch(t -> t.node().draggable());
  }

  private static final Pattern CARRYING =
      Pattern.compile(
          "(?is).*\\b(?:move|put|bring|take|shift|place|pull|carry)\\b.*\\b(?:to|into|in|over|on|under)\\b.*");

  private static List<String> deedsOf(String clause) {
    var words = clause.split("[^\\p{L}'-]+");
    var first = words[0].toLowerCase(Locale.ROOT);
    var phrase =
        PHRASES.entrySet().stream()
            .filter(one -> clause.matches("(?i)" + one.getKey() + "\\b.*"))
            .findFirst();
    if (phrase.isPresent()) {
      return List.of(phrase.get().getValue());
    }
    if (!first.matches("press|click|tap|hit|push")) {
      return List.of(first);
    }
    var named = new ArrayList<String>();
    for (int i = 1; i < words.length; i++) {
      if (!words[i].matches(
          "(?i)its?|the|on|that|this|their|his|her|an?|link|button|icon|in|of|for")) {
        named.add(words[i].toLowerCase(Locale.ROOT));
      }
    }
    return named;
  }

  /** Deeds that a control may be called by; weak verbs say nothing about what is pressed. */
  List<String> strongDeeds() {
    return deeds.stream().filter(one -> !WEAK.contains(one)).distinct().toList();
  }

  boolean isWeak(String deed) {
    return WEAK.contains(deed);
  }

  /** All it speaks of and wants, with whole numbers. */
  Set<String> concepts() {
    var concepts = new HashSet<>(Words.concepts(affirmed()));
    Texts.wholeNumbers(wanted).forEach(concepts::add);
    return concepts;
  }

  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(?:without|no|not|never|except|excluding|nothing with|instead of|rather"
              + " than|don't need|don't want)\\s+(?:an? |any |the )?(?:\\p{L}+ )?\\p{L}+");

  private String affirmed() {
    return DENIED.matcher(wanted).replaceAll(" ");
  }

  /** "The second of them", -1 for the last; empty when no place is told. */
  OptionalInt ordinal() {
    return clauses.texts().stream()
        .map(NTH::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(match -> Texts.ordinal(match.group()))
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** What is not wanted. */
  Set<String> denied() {
    var denied = new HashSet<String>();
    DENIED.matcher(words).results().forEach(match -> denied.addAll(Words.concepts(match.group())));
    denied.removeAll(Words.concepts(affirmed()));
    return denied;
  }

  /** Its details; what stands in quotation marks and on the page as well is a name there. */
  Wish wish(Sight now) {
    var texts = new ArrayList<String>();
    for (var clause : clauses.texts()) {
      texts.add(named(clause, now));
    }
    var open = new Clauses(List.copyOf(texts), clauses.quotations());
    return Wish.of(open, texts.size());
  }

  private String named(String clause, Sight now) {
    var text = clause;
    for (int i = 0; i < clauses.quotations().size(); i++) {
      var quoted = clauses.quotations().get(i);
      if (text.contains("Q" + i) && isShown(quoted, now)) {
        text =
            text.replaceAll("Q" + i + "(?!\\d)", java.util.regex.Matcher.quoteReplacement(quoted));
      }
    }
    return text;
  }

  private static boolean isShown(String quoted, Sight now) {
    return now.things().stream()
        .anyMatch(
            t ->
                !t.takesText()
                    && (Texts.same(t.own(), quoted)
                        || Texts.same(t.node().name(), quoted)
                        || t.node().name().length() < quoted.length() + 20
                            && Texts.contains(t.node().name(), quoted)
                        || options(t).stream().anyMatch(option -> Texts.same(option, quoted))));
  }

  private static List<String> options(Thing thing) {
    var control = thing.control();
    return control == null || control.field() == null ? List.of() : control.field().options();
  }
}
