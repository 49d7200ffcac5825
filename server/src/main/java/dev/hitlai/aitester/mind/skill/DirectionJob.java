package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Locale;
import java.util.Optional;

/** Drags a thing that stands alone a good way in one direction. */
final class DirectionJob implements Job {
  private static final double FAR = 45;

  private final Target what;
  private final String direction;
  private boolean done;

  DirectionJob(Target what, String direction) {
    this.what = what;
    this.direction = direction.toLowerCase(Locale.ROOT);
  }

  /** An entry of a list changes its place in the list instead. */
  @Override
  public boolean fits(Sight now) {
    return found(now)
        .filter(t -> !t.hasWords() || ItemList.around(t).size() < 2)
        .filter(t -> !t.isField())
        .isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    var thing = found(now);
    if (done || thing.isEmpty()) {
      return done ? Turn.done() : Turn.stuck("there is nothing to drag");
    }
    done = true;
    return Turn.act(pull(thing.get(), now), "it has to go " + direction);
  }

  private Action pull(Thing thing, Sight now) {
    double right =
        switch (direction) {
          case "left" -> -FAR;
          case "right" -> FAR;
          default -> 0;
        };
    double down =
        switch (direction) {
          case "up" -> -FAR;
          case "down" -> FAR;
          default -> 0;
        };
    var element = now.element(thing);
    return new Action.Drag(
        element,
        element,
        0.5 + right / Math.max(1, thing.box().width()),
        0.5 + down / Math.max(1, thing.box().height()));
  }

  private Optional<Thing> found(Sight now) {
    return DragJob.find(what, now);
  }
}
