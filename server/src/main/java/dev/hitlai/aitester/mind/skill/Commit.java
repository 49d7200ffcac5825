package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is pressed in the end, so that what was filled in counts. */
final class Commit {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)^\\W*(?:submit|send|save|ok|okay|done|apply|confirm|continue|next|finish|go|search|order|book|reserve|create|add|join|register|sign"
              + " (?:up|in)|log"
              + " in|post|publish|share|reply|forward|choose|select|set|check|accept|agree|place|pay|buy|proceed|complete|update|enter|start|request|subscribe|show|filter|find|answer|try|guess|comment|tweet|rate|vote|take|use|invite|transfer|plan|schedule|make|print|upload|download|place"
              + " order|check ?out)\\b.{0,28}$");
  private static final Pattern NEVER =
      Pattern.compile(
          "(?i)^\\W*(?:cancel|back|reset|clear|close|previous|prev|delete|remove|no|dismiss|help|more|sign"
              + " out|log out|skip)\\b.*");
  private static final Pattern STEP =
      Pattern.compile("(?i)^\\W*(?:next|continue|proceed|go on|forward|weiter)\\b.*");
  private static final Pattern END =
      Pattern.compile(
          "(?i)^\\W*(?:finish|done|submit|confirm|complete|send|save|place"
              + " order|book|pay|create|ok)\\b.*");

  private Commit() {}

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
    var buttons = buttons(now);
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

  private static List<Thing> buttons(Sight now) {
    var dialog = now.dialog();
    var all =
        Nesting.innermost(
            now.matching(t -> t.isPressable() && !t.isField() && !t.node().disabled())
                .filter(t -> t.label().length() < 32 && NAMES.matcher(t.label()).matches())
                .filter(t -> !NEVER.matcher(t.label()).matches())
                .filter(
                    t ->
                        !t.role().equals("tab")
                            && !t.role().equals("option")
                            && !t.role().equals("link"))
                .filter(t -> dialog == null || t.isIn(dialog))
                .toList());
    // what is there several times belongs to rows, not to the whole
    return all.stream()
        .filter(t -> all.stream().filter(o -> Texts.same(o.label(), t.label())).count() == 1)
        .toList();
  }
}
