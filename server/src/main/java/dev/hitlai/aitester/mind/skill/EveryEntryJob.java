package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Set;

/** Does the same with every entry of somebody. */
final class EveryEntryJob implements Job {
  private final String action;
  private final String who;
  private final int most;
  private final Set<Integer> pressed = new HashSet<>();

  /**
   * @param most how many entries at most
   */
  EveryEntryJob(String action, String who, int most) {
    this.action = action;
    this.who = who;
    this.most = most;
  }

  @Override
  public Turn turn(Sight now) {
    if (pressed.size() >= most) {
      return Turn.done();
    }
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
        && Deeds.of(action).stream().anyMatch(word -> Finder.words(word, thing) >= 0.5);
  }
}
