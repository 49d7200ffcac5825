package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Types the beginning into a field and takes the suggestion that fits, once it is shown. */
final class SuggestionJob implements Job {
  private static final int MOST_WAITS = 12;

  private final int field;
  private final String start;
  private final String end;
  private final Set<String> wanted;
  private boolean shortened;
  private Set<Integer> before = Set.of();
  private boolean typed;
  private boolean chosen;
  private int waits;

  SuggestionJob(int field, String start, String end) {
    this.field = field;
    this.start = start;
    this.end = end;
    wanted = Set.of();
  }

  /**
   * Takes what is offered for the text.
   *
   * @param wanted concepts that tell one suggestion from the others
   */
  SuggestionJob(int field, String text, Set<String> wanted) {
    this.field = field;
    start = text;
    end = "";
    this.wanted = Set.copyOf(wanted);
  }

  @Override
  public Turn turn(Sight now) {
    if (chosen) {
      return Turn.done();
    }
    var box = now.again(field);
    if (box.isEmpty()) {
      return Turn.stuck("the field is gone");
    }
    if (!typed) {
      typed = true;
      before = now.refs();
      return Turn.act(new Action.Type(now.element(box.get()), start), "this may bring suggestions");
    }
    var suggestion = suggestion(now);
    if (suggestion.isPresent()) {
      chosen = true;
      return Turn.press(now, suggestion.get(), "this suggestion fits");
    }
    if (!shortened && !wanted.isEmpty() && start.contains(" ") && waits > MOST_WAITS / 2) {
      shortened = true;
      return Turn.act(
          new Action.Type(now.element(box.get()), start.split(" ")[0]), "less may bring more");
    }
    return waits++ < MOST_WAITS
        ? Turn.act(new Action.Await(Duration.ofMillis(150)), "suggestions may come")
        : Turn.done();
  }

  /** New on the page, or an option, beginning and ending as wanted. */
  private Optional<Thing> suggestion(Sight now) {
    var first = start.toLowerCase(Locale.ROOT);
    var last = end.toLowerCase(Locale.ROOT);
    var fitting =
        now.matching(
                t ->
                    !t.isField() && (t.role().equals("option") || !before.contains(t.node().ref())))
            .filter(t -> t.hasWords() && t.text().length() < 80)
            .filter(
                t ->
                    t.text().toLowerCase(Locale.ROOT).startsWith(first)
                            && t.text().toLowerCase(Locale.ROOT).endsWith(last)
                        || !wanted.isEmpty() && Texts.contains(t.text(), start))
            .toList();
    return Nesting.innermost(fitting).stream()
        .filter(t -> fitting.stream().noneMatch(o -> o != t && t.isIn(o) && isOne(o, fitting)))
        .max(Comparator.comparingDouble(this::likeness));
  }

  /** A line of the list rather than a word in it. */
  private static boolean isOne(Thing thing, java.util.List<Thing> all) {
    return thing.isPressable() && all.stream().filter(o -> o.isIn(thing)).count() > 1;
  }

  private double likeness(Thing suggestion) {
    var said = Words.concepts(suggestion.text());
    return said.stream().filter(wanted::contains).count()
        - 0.1 * said.stream().filter(one -> !wanted.contains(one)).count()
        - 1e-6 * suggestion.order();
  }
}
