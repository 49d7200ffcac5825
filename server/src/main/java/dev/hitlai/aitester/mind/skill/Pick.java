package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an entry of a list is taken: pressed, or marked where there is a box for it. */
final class Pick {
  private static final Pattern BACK =
      Pattern.compile(
          "(?i)\\W*(?:back|cancel|close|previous|prev|return|home|reset|undo|start"
              + " (?:again|over)|log ?out|sign ?out)\\b.{0,20}|[←‹«×✕].{0,20}");

  private Pick() {}

  /** Leads back or takes something back. */
  static boolean isBack(Thing thing) {
    return BACK.matcher(thing.label()).matches();
  }

  /** A single thing, and nothing that takes values in it or is marked already. */
  static boolean isOne(Entry entry) {
    var inside = entry.part().all().filter(t -> t != entry.part()).toList();
    return !isBack(handle(entry))
        && !isColumn(entry.part())
        && inside.stream()
            .noneMatch(
                t ->
                    t.isField()
                        && (!t.role().matches("checkbox|radio")
                            || Boolean.TRUE.equals(t.node().checked())))
        && inside.stream().noneMatch(t -> t.own().matches("[+−–-]"))
        && (entry.part().isPressable()
            || inside.stream().filter(t -> t.isPressable() && t.own().length() > 2).count() < 4);
  }

  /** A list by itself rather than an entry of one. */
  private static boolean isColumn(Thing part) {
    var leaves =
        part.children().stream()
            .filter(
                t ->
                    t.isLeaf()
                        && t.hasWords()
                        && !t.tag().matches("td|th|span|b|strong|p|small|em|i"))
            .toList();
    return leaves.size() > 2
        && !part.isPressable()
        && leaves.stream().map(t -> Math.round(t.centerY())).distinct().count() == leaves.size();
  }

  /** Ticks its box; empty when it has none that is free. */
  static Optional<Turn> mark(Entry entry, Sight now) {
    return entry
        .part()
        .all()
        .filter(t -> t.role().matches("checkbox|radio") && t.isField())
        .filter(t -> !Boolean.TRUE.equals(t.node().checked()))
        .findFirst()
        .map(t -> Turn.act(new Action.Check(now.element(t), true), "this one is meant"));
  }

  /** What is pressed to take it. */
  static Thing handle(Entry entry) {
    var part = entry.part();
    if (part.isPressable() && !part.tag().equals("tr")) {
      return part;
    }
    var inside = part.all().filter(t -> t.isPressable() && !t.isField() && t.hasWords()).toList();
    return inside.size() == 1 || !inside.isEmpty() && inside.getFirst().role().equals("link")
        ? inside.getFirst()
        : leaf(part);
  }

  private static Thing leaf(Thing part) {
    return part.all().filter(t -> t.isLeaf() && t.hasWords()).findFirst().orElse(part);
  }
}
