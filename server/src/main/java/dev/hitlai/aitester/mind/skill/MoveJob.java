package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moves an entry of a list to another position: with its buttons, else by dragging. */
final class MoveJob implements Job {
  private static final int MOST_MOVES = 15;

  private static final Pattern GRIP =
      Pattern.compile("(?i)[⠿⣿⋮≡☰⁝⁞↕⇅∷]|\\b(?:drag|grip|grab|handle|move|reorder)\\b");

  private final String who;
  private final int position;
  private final int by;
  private int goal;
  private int moves;
  private int lastIndex = -1;

  private MoveJob(String who, int position, int by) {
    this.who = who;
    this.position = position;
    this.by = by;
  }

  /**
   * @param position 1 for the first, -1 for the last
   */
  static MoveJob to(String who, int position) {
    return new MoveJob(who, position, 0);
  }

  /** Right before or after another one; empty when the two stand in no common list. */
  static Optional<Job> beside(String who, String other, boolean after, Sight now) {
    var entry = now.finder().find(Target.named(who), Thing::hasWords);
    var anchor = now.finder().find(Target.named(other), Thing::hasWords);
    var list = entry.map(ItemList::around).orElse(List.of());
    if (anchor.isEmpty() || list.size() < 2) {
      return Optional.empty();
    }
    int from = ItemList.indexOf(entry.orElseThrow(), list);
    int at = ItemList.indexOf(anchor.get(), list);
    int goal = (after ? at + 1 : at) - (from < at ? 1 : 0);
    return from < 0 || at < 0 || from == at
        ? Optional.empty()
        : Optional.of(new MoveJob(who, goal + 1, 0));
  }

  static MoveJob by(String who, String direction) {
    return new MoveJob(who, 0, direction.matches("(?i)up|left") ? -1 : 1);
  }

  @Override
  public Turn turn(Sight now) {
    var entry = now.finder().find(Target.named(who), Thing::hasWords);
    var list = entry.map(ItemList::around).orElse(List.of());
    if (entry.isEmpty() || list.size() < 2 || moves++ > MOST_MOVES) {
      return Turn.stuck("“" + who + "” is in no list");
    }
    int index = ItemList.indexOf(entry.get(), list);
    if (moves == 1) {
      goal = by != 0 ? index + by : position < 0 ? list.size() - 1 : position - 1;
    }
    if (index == goal) {
      return Turn.done();
    }
    boolean stands = index == lastIndex;
    lastIndex = index;
    return step(list.get(index), index < goal, now)
        .filter(turn -> !stands)
        .orElseGet(() -> drag(list, index, now));
  }

  /** The part of an entry that is there to take hold of it, else all of it. */
  private static Thing grip(Thing item) {
    return item.all()
        .filter(t -> t != item && t.isLeaf() && t.text().length() < 4 && !t.isField())
        .filter(t -> GRIP.matcher(t.text() + " " + t.node().name() + " " + t.node().hint()).find())
        .findFirst()
        .orElse(item);
  }

  private static Optional<Turn> step(Thing item, boolean down, Sight now) {
    var wanted = down ? "down" : "up";
    return item.all()
        .filter(t -> t != item && t.isLeaf() && !t.isField())
        .filter(
            t ->
                Texts.contains(t.label() + " " + t.node().name() + " " + t.node().hint(), wanted)
                    || t.text().matches(down ? "[▼↓▾⬇]" : "[▲↑▴⬆]"))
        .findFirst()
        .map(t -> Turn.press(now, t, "it has to go " + wanted));
  }

  private Turn drag(List<Thing> list, int index, Sight now) {
    var target = list.get(Math.clamp(goal, 0, list.size() - 1));
    boolean upright = Math.abs(list.getFirst().centerX() - list.getLast().centerX()) < 10;
    double beyond = index < goal ? 0.8 : 0.2;
    return Turn.act(
        new Action.Drag(
            now.element(grip(list.get(index))),
            now.element(target),
            upright ? 0.5 : beyond,
            upright ? beyond : 0.5),
        "it has to go to position " + (goal + 1));
  }
}
