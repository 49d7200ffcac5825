package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes over the page while one fills it in and locks the rest: it is sent away, and what was
 * being typed is typed again. Stateful, for one mission.
 */
final class Interruption {
  private static final int MOST = 3;

  private Set<Integer> before = new HashSet<>();
  private @Nullable Action last;
  private @Nullable Action lost;
  private int count;

  void note(Action action, Sight now) {
    last = action;
    before = now.refs();
  }

  /** The press that sends it away, or the typing that it broke off; empty when nothing came. */
  Optional<Turn.Act> turn(Sight now, String mission) {
    if (lost != null) {
      var again = new Turn.Act(lost, "something had come in between");
      lost = null;
      return Optional.of(again);
    }
    if (count >= MOST || !(last instanceof Action.Type || last instanceof Action.Check)) {
      return Optional.empty();
    }
    var refusal = refusal(now).filter(t -> !Texts.contains(mission, t.label()) && isLocked(t, now));
    refusal.ifPresent(
        t -> {
          count++;
          lost = last;
        });
    return refusal.map(t -> new Turn.Act(new Action.Click(now.element(t)), "this came in between"));
  }

  private Optional<Thing> refusal(Sight now) {
    return now.matching(t -> t.isPressable() && !t.isField() && t.label().length() < 30)
        .filter(t -> !before.contains(t.node().ref()) && !t.node().disabled())
        .filter(Answers::isRefusal)
        .findFirst();
  }

  /** Nothing but what came up can be used. */
  private boolean isLocked(Thing refusal, Sight now) {
    var older =
        now.matching(t -> t.isField() || t.role().equals("button"))
            .filter(t -> before.contains(t.node().ref()) && t != refusal)
            .toList();
    return now.dialog() != null && refusal.isIn(now.dialog())
        || !older.isEmpty() && older.stream().allMatch(Interruption::isOutOfReach);
  }

  private static boolean isOutOfReach(Thing thing) {
    var control = thing.control();
    return thing.node().disabled() || control != null && control.look().occluded();
  }
}
