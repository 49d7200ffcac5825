package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Fills every text field: with the same value, or each with what its label says. */
final class FillAllJob implements Job {
  private final String phrase;
  private final Clauses clauses;
  private final Set<Integer> filled = new HashSet<>();

  /**
   * @param phrase the value for all, empty when each label names its own
   */
  FillAllJob(String phrase, Clauses clauses) {
    this.phrase = phrase;
    this.clauses = clauses;
  }

  @Override
  public Turn turn(Sight now) {
    for (var field : now.fields()) {
      if (field.takesText() && filled.add(field.node().ref())) {
        return value(field, now)
            .map(value -> Fields.set(field, value, now))
            .orElseGet(() -> Turn.stuck("nothing says what belongs in “" + field.label() + "”"));
      }
    }
    return Turn.done();
  }

  private Optional<String> value(Thing field, Sight now) {
    if (!phrase.isBlank()) {
      return Values.of(phrase, clauses, now);
    }
    var control = field.control();
    var label = control == null || control.field() == null ? "" : control.field().label();
    var name = label.isBlank() ? FieldNames.before(field, now).orElse("") : label;
    return TableLookUp.neighbour(name.replaceFirst("[:\\s]+$", ""), now);
  }
}
