package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.Set;

/** Puts a place into its field and takes the suggestion for it, should one come. */
final class PlaceJob implements Job {
  private final String label;
  private final String others;
  private final String place;
  private final int index;
  private Set<Integer> before = Set.of();
  private boolean typed;
  private boolean chosen;

  /**
   * @param others other names of the field
   * @param index which field it is when none goes by these names
   */
  PlaceJob(String label, String others, String place, int index) {
    this.label = label;
    this.others = others;
    this.place = place;
    this.index = index;
  }

  @Override
  public Turn turn(Sight now) {
    if (typed) {
      var suggestion = chosen ? Optional.<Thing>empty() : suggestion(now);
      chosen = true;
      return suggestion.map(s -> Turn.press(now, s, "this suggestion fits")).orElseGet(Turn::done);
    }
    typed = true;
    before = now.refs();
    return field(now)
        .map(
            f ->
                f.tag().equals("select")
                    ? Turn.act(new Action.Select(now.element(f), place), "the place belongs here")
                    : Fields.set(f, place, now))
        .orElseGet(() -> Turn.stuck("there is no field for “" + label + "”"));
  }

  private Optional<Thing> field(Sight now) {
    var fields =
        now.fields().stream().filter(f -> f.takesText() || f.tag().equals("select")).toList();
    for (var name : (label + " " + others).split(" ")) {
      var found = fields.stream().filter(f -> FieldNames.fit(name, f, now) >= 0.5).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
  }

  private Optional<Thing> suggestion(Sight now) {
    var fitting =
        now.matching(
                t ->
                    !t.isField()
                        && !before.contains(t.node().ref())
                        && Texts.contains(t.text(), place)
                        && t.text().length() < 80)
            .toList();
    return Nesting.innermost(fitting).stream().findFirst();
  }
}
