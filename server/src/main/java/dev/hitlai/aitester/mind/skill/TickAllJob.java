package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.Set;

/** Ticks or clears all boxes that are shown. */
final class TickAllJob implements Job {
  private final boolean on;
  private final Set<Integer> done = new HashSet<>();

  TickAllJob(boolean on) {
    this.on = on;
  }

  @Override
  public Turn turn(Sight now) {
    return now.matching(t -> t.role().matches("checkbox|switch") && !t.node().disabled())
        .filter(t -> !Boolean.valueOf(on).equals(t.node().checked()))
        .filter(t -> done.add(t.node().ref()))
        .findFirst()
        .map(t -> Turn.act(new Action.Check(now.element(t), on), "all are asked for"))
        .orElseGet(Turn::done);
  }
}
