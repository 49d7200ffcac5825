package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;

/** Types a new name over the old one and keeps it. */
final class NewNameJob implements Job {
  private final String old;
  private final String fresh;
  private boolean typed;
  private boolean kept;
  private int waits;

  NewNameJob(String old, String fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  @Override
  public Turn turn(Sight now) {
    if (kept) {
      return Turn.done();
    }
    if (typed) {
      kept = true;
      return Commit.find(now, "save rename " + fresh)
          .map(button -> Turn.press(now, button, "the new name has to be kept"))
          .orElseGet(() -> Turn.act(new Action.Press("Enter"), "the new name has to be kept"));
    }
    var field = field(now);
    typed = field.isPresent();
    if (field.isEmpty()) {
      return waits++ < 2
          ? Turn.act(new Action.Await(Duration.ofMillis(200)), "a field may come")
          : Turn.stuck("there is nowhere to put the new name");
    }
    return Turn.act(new Action.Type(now.element(field.get()), fresh), "the new name goes here");
  }

  private Optional<Thing> field(Sight now) {
    var fields = now.matching(Thing::takesText).filter(t -> !t.node().disabled()).toList();
    return fields.stream()
        .filter(t -> Texts.same(t.value(), old))
        .findFirst()
        .or(() -> fields.stream().filter(t -> t.node().focused()).findFirst())
        .or(() -> fields.stream().filter(t -> FieldNames.fit("name", t, now) >= 0.5).findFirst())
        .or(() -> fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty());
  }
}
