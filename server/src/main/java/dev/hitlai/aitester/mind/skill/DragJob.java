package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;

/** Drags one thing into or onto another. */
final class DragJob implements Job {
  private final Target what;
  private final Target where;
  private boolean done;

  DragJob(Target what, Target where) {
    this.what = what;
    this.where = where;
  }

  @Override
  public boolean fits(Sight now) {
    return find(what, now).isPresent() && place(where, now).isPresent();
  }

  /** Neither a button nor a field has a part in it. */
  boolean isByHand(Sight now) {
    return find(what, now).filter(t -> !t.role().equals("button") && !t.isField()).isPresent()
        && find(where, now).filter(t -> !t.role().equals("button") && !t.isField()).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    done = true;
    var source = find(what, now);
    var target = place(where, now);
    return source.isEmpty() || target.isEmpty()
        ? Turn.stuck("there is nothing to drag")
        : Turn.act(
            new Action.Drag(now.element(source.get()), now.element(target.get()), 0.5, 0.5),
            "it belongs there");
  }

  /** Where it is dragged to. */
  static Optional<Thing> place(Target target, Sight now) {
    return DropPlaces.find(target, now).or(() -> find(target, now));
  }

  static Optional<Thing> find(Target target, Sight now) {
    return Superlatives.find(bySize(target), now)
        .or(() -> now.finder().find(target))
        .or(() -> Looks.find(target, now))
        .or(() -> Looks.all(target, now).stream().findFirst());
  }

  /** "The smaller box" is the smallest of two. */
  private static Target bySize(Target target) {
    var words =
        target
            .words()
            .replaceAll("(?i)\\bsmaller\\b|\\bsmall\\b", "smallest")
            .replaceAll("(?i)\\b(?:larger|bigger|large|big)\\b", "largest");
    return new Target(
        words + " " + target.kind(),
        target.kind(),
        target.ordinal(),
        target.beside(),
        target.quoted());
  }
}
