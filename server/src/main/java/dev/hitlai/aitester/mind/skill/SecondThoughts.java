package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looking up before something is sent, and once all seems done: whether what was told has been
 * given, whether the page complains, whether it has brought up what comes next. Stateful, for one
 * mission.
 */
final class SecondThoughts {
  private final String mission;
  private final Trail trail = new Trail();
  private final Unheeded unheeded = new Unheeded();
  private final Complaint complaint = new Complaint();
  private final FollowUp followUp = new FollowUp();
  private Turn.@Nullable Act held;

  SecondThoughts(String mission) {
    this.mission = mission;
  }

  /** Nothing was done yet. */
  boolean isIdle() {
    return trail.isEmpty();
  }

  void note(Action action, Sight now) {
    trail.note(action, now);
  }

  /**
   * What has to be done before a press that sends: the press is held back meanwhile.
   *
   * @param told what of the mission is under way or done
   */
  Turn.Act before(Turn.Act act, Clauses told, Sight now) {
    var missing =
        sends(act, now)
            ? unheeded.turn(told, trail, now)
            : act.action() instanceof Action.Click click && !isIn(click, now)
                ? unheeded.list(told, trail, now)
                : Optional.<Turn.Act>empty();
    held = missing.isPresent() ? act : null;
    return missing.orElse(act);
  }

  /** The press is on a field, or on something in one. */
  private static boolean isIn(Action.Click click, Sight now) {
    return now.again(click.target().ref())
        .filter(
            t -> t.isField() || t.around().anyMatch(Thing::isField) || t.role().equals("option"))
        .isPresent();
  }

  private boolean sends(Turn.Act act, Sight now) {
    return !trail.isEmpty()
        && act.action() instanceof Action.Click click
        && now.again(click.target().ref())
            .filter(t -> Commit.isNamedSo(t) && !t.isField())
            .filter(
                t ->
                    now.matching(
                            o ->
                                Texts.same(o.label(), t.label())
                                    && o.isPressable()
                                    && !o.isIn(t)
                                    && !t.isIn(o))
                        .findAny()
                        .isEmpty())
            .isPresent();
  }

  /** Goes on with what was held back, once nothing is missing any more. */
  Optional<Turn.Act> release(Clauses told, Sight now) {
    if (held == null) {
      return Optional.empty();
    }
    var missing = unheeded.turn(told, trail, now);
    if (missing.isPresent()) {
      return missing;
    }
    var act = held;
    held = null;
    return act.action() instanceof Action.Click click
        ? now.again(click.target().ref())
            .map(t -> new Turn.Act(new Action.Click(now.element(t)), act.reason()))
        : Optional.of(act);
  }

  /** What is still to be done when all seems done. */
  Optional<Turn.Act> after(Clauses whole, Sight now) {
    return trail.isEmpty()
        ? Optional.empty()
        : complaint
            .turn(mission, trail, now)
            .or(() -> unheeded.turn(whole, trail, now))
            .or(() -> followUp.turn(mission, trail, now));
  }
}
