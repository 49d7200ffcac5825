package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is pressed in the end, so that what was filled in counts. */
final class Commit {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)^\\W*(?:submit|hand in|turn"
              + " in|send|save|ok|okay|done|apply|confirm|continue|next|finish|go|search|order|book|reserve|create|add|join|register|sign"
              + " (?:up|in)|log"
              + " in|post|publish|share|reply|forward|choose|select|set|check|accept|agree|place|pay|buy|proceed|complete|update|enter|start|request|subscribe|show|filter|find|answer|try|guess|comment|tweet|rate|vote|take|use|invite|transfer|plan|schedule|make|print|upload|download|place"
              + " order|check"
              + " ?out|verify|get|claim|calculate|remind|review|borrow|hire|rent|redeem|store|connect|unlock|call|tell|keep|convert|enrol|activate|validate|donate)\\b.{0,28}$");
  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)^\\W*(?:cancel|back|reset|clear|close|previous|prev|delete|remove|no|dismiss|help|more|sign"
              + " out|log out|skip|start (?:again|over|anew))\\b.*");
  private static final Pattern STEP =
      Pattern.compile("(?i)^\\W*(?:next|continue|proceed|go on|forward|weiter)\\b.*");
  private static final Pattern END =
      Pattern.compile(
          "(?i)^\\W*(?:finish|done|submit|hand in|turn in|confirm|complete|send|save|place"
              + " order|book|pay|create|ok)\\b.*");

  private Commit() {}

  /** Its name says that it sends or makes something count. */
  static boolean isNamedSo(Thing button) {
    return NAMES.matcher(button.label()).matches();
  }

  static boolean isStep(Thing button) {
    return STEP.matcher(button.label()).find();
  }

  static boolean isEnd(Thing button) {
    return END.matcher(button.label()).find();
  }

  /**
   * The button that sends, the one that speaks of the same as the words first.
   *
   * @param words of the mission
   */
  static Optional<Thing> find(Sight now, String words) {
    return find(now, words, button -> true);
  }

  static Optional<Thing> find(Sight now, String words, Predicate<Thing> condition) {
    var buttons = buttons(now).stream().filter(condition).toList();
    var wanted = Words.concepts(words);
    return buttons.stream()
        .max(
            Comparator.comparingDouble(
                    (Thing t) ->
                        Words.concepts(t.label()).stream().filter(wanted::contains).count()
                                / (1.0 + Words.concepts(t.label()).size())
                            + (isEnd(t) ? 0.2 : 0))
                .thenComparing(Thing::order));
  }

  /** Whether a clause does no more than name what a button does. */
  static boolean isNamed(String clause, Sight now) {
    var button = named(clause, now);
    var label = button.map(Thing::label).orElse("");
    return button.isPresent()
        && !clause.matches(".*\\bQ\\d.*")
        && Texts.ordinal(clause).isEmpty()
        && !Superlatives.speaksIn(clause)
        && (isWhole(clause, label, now)
            || Words.concepts(clause).stream()
                        .filter(one -> !Words.concepts(label).contains(one))
                        .count()
                    < 2
                && mentions(clause).allMatch(one -> Texts.contains(label, one.text())));
  }

  private static Stream<Mention> mentions(String clause) {
    return Wish.of(new Clauses(List.of(clause), List.of()), 1).mentions().stream();
  }

  /** "Add the T-shirt to the bag" says all that "Add to bag" says. */
  private static boolean isWhole(String clause, String label, Sight now) {
    var named = Words.concepts(label);
    return named.size() > 1
        && Words.concepts(clause).containsAll(named)
        && mentions(clause)
            .noneMatch(
                one ->
                    one.kind() != Mention.Kind.NAME
                        || now.things().stream()
                            .anyMatch(
                                t ->
                                    (t.isPressable() || t.isLeaf())
                                        && (Texts.same(t.label(), one.text())
                                            || Texts.same(t.own(), one.text()))));
  }

  /** The only button that says what the words begin with, as "Update basket" for "update it". */
  static Optional<Thing> named(String clause, Sight now) {
    var words = Texts.plain(clause).split(" ");
    var fitting =
        unique(now, t -> t.role().equals("button") || t.role().equals("link") || t.isPressable())
            .filter(t -> startsAlike(Texts.plain(t.label()).split(" "), words))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /** The verbs are the same, with their particles: "sign up", not "sign in". */
  private static boolean startsAlike(String[] label, String[] words) {
    if (label.length == 0 || words.length == 0) {
      return false;
    }
    boolean particle = label.length > 1 && label[1].matches("in|up|out|on|off|now|over");
    return label[0].equals(words[0])
        && (!particle || label[1].equals("now") || words.length > 1 && words[1].equals(label[1]));
  }

  private static List<Thing> buttons(Sight now) {
    return unique(now, t -> NAMES.matcher(t.label()).matches() && !t.role().equals("link"))
        .toList();
  }

  /** What is there several times belongs to rows, not to the whole. */
  private static Stream<Thing> unique(Sight now, Predicate<Thing> condition) {
    var dialog = now.dialog();
    var all =
        Nesting.innermost(
            now.matching(t -> t.isPressable() && !t.isField() && !t.node().disabled())
                .filter(t -> t.label().length() < 32 && condition.test(t))
                .filter(t -> !NEVER.matcher(t.label()).matches())
                .filter(t -> !t.role().equals("tab") && !t.role().equals("option"))
                .filter(t -> dialog == null || t.isIn(dialog))
                .toList());
    return all.stream()
        .filter(t -> all.stream().filter(o -> Texts.same(o.label(), t.label())).count() == 1);
  }
}
