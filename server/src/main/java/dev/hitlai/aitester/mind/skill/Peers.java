package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Like things that stand together: the squares of a board, the buttons of two rows, bars. */
final class Peers {
  private Peers() {}

  /** The most numerous kind of thing that can be pressed, in document order. */
  static List<Thing> largest(Sight now) {
    return groups(now).stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  /** All groups of at least two. */
  static List<List<Thing>> groups(Sight now) {
    var groups = new LinkedHashMap<String, List<Thing>>();
    var candidates =
        Nesting.innermost(
            now.matching(t -> isOne(t) && !t.takesText() && !t.tag().equals("select")).toList());
    for (var thing : candidates) {
      groups.computeIfAbsent(kind(thing), key -> new java.util.ArrayList<>()).add(thing);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static boolean isOne(Thing thing) {
    return thing.isPressable()
        || thing.role().matches("option|gridcell|cell|listitem")
        || thing.isLeaf() && !thing.paint().shape().isEmpty() && !thing.isField();
  }

  /** Things of one kind, in the same part of the page or in sister parts of it. */
  private static String kind(Thing thing) {
    var cell = thing;
    while (cell.parent() != null && alone(cell)) {
      cell = cell.parent();
    }
    var place = cell.parent();
    if (place != null && rowLike(place)) {
      place = place.parent();
    }
    return thing.tag()
        + thing.role()
        + thing.paint().shape().isEmpty()
        + (place == null ? "" : String.valueOf(place.node().ref()));
  }

  /** A button that fills its cell stands for the cell. */
  private static boolean alone(Thing thing) {
    var parent = thing.parent();
    return parent != null && parent.children().size() == 1 && !parent.tag().equals("body");
  }

  private static boolean rowLike(Thing parent) {
    var above = parent.parent();
    return above != null
        && above.children().stream()
                .filter(t -> t.tag().equals(parent.tag()) && t.role().equals(parent.role()))
                .count()
            > 1;
  }

  /** In the order in which one reads them, a list for each row. */
  static List<List<Thing>> rows(List<Thing> things) {
    Map<Long, List<Thing>> rows = new java.util.TreeMap<>();
    var sorted = things.stream().sorted(Comparator.comparingDouble(Thing::centerY)).toList();
    double last = Double.NEGATIVE_INFINITY;
    long index = -1;
    for (var thing : sorted) {
      if (thing.centerY() - last > Math.max(6, thing.box().height() / 2)) {
        index++;
        last = thing.centerY();
      }
      rows.computeIfAbsent(index, key -> new java.util.ArrayList<>()).add(thing);
    }
    rows.values().forEach(row -> row.sort(Comparator.comparingDouble(Thing::centerX)));
    return List.copyOf(rows.values());
  }
}
