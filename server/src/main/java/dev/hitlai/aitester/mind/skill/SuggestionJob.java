package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Types the beginning into a field and takes the suggestion that fits, once it is shown. */
final class SuggestionJob implements Job {
  private static final int MOST_WAITS = 12;

  private final int field;
  private final String start;
  private final String end;
  private Set<Integer> before = Set.of();
  private boolean typed;
  private boolean chosen;
  private int waits;

  SuggestionJob(int field, String start, String end) {
    this.field = field;
    this.start = start;
    this.end = end;
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
            .filter(t -> t.hasWords() && t.text().length() < 60)
            .filter(
                t ->
                    t.text().toLowerCase(Locale.ROOT).startsWith(first)
                        && t.text().toLowerCase(Locale.ROOT).endsWith(last))
            .toList();
    return Nesting.innermost(fitting).stream().findFirst();
  }
}
