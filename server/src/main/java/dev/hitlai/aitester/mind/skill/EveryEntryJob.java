package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Set;

/** Does the same with every entry of somebody. */
final class EveryEntryJob implements Job {
  private final String action;
  private final String who;
  private final Set<Integer> pressed = new HashSet<>();

  EveryEntryJob(String action, String who) {
    this.action = action;
    this.who = who;
  }

  @Override
  public Turn turn(Sight now) {
    for (var anchor : now.finder().all(Target.named(who), Thing::hasWords)) {
      var row = Rows.around(anchor, now, this::isControl);
      var control =
          row == null
              ? java.util.Optional.<Thing>empty()
              : row.all().filter(this::isControl).findFirst();
      if (control.isPresent() && pressed.add(control.get().node().ref())) {
        return Turn.press(now, control.get(), "it belongs to “" + who + "”");
      }
    }
    return pressed.isEmpty() ? Turn.stuck("nothing is by “" + who + "”") : Turn.done();
  }

  private boolean isControl(Thing thing) {
    return thing.text().length() < 30
        && !thing.isField()
        && thing.children().isEmpty()
        && Finder.words(action, thing) >= 0.5;
  }
}
