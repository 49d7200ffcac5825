package dev.hitlai.aitester.mind.skill;

import java.util.List;

/** The entries of the list that something is an entry of. */
final class ItemList {
  private ItemList() {}

  /** Siblings of the same kind, in the order in which they are drawn. */
  static List<Thing> around(Thing entry) {
    for (var at = entry; at.parent() != null; at = at.parent()) {
      var item = at;
      var siblings =
          at.parent().children().stream()
              .filter(t -> t.tag().equals(item.tag()) && t.hasWords() && !isSign(t))
              .toList();
      if (siblings.size() > 1) {
        return siblings.stream()
            .sorted(
                java.util.Comparator.comparingDouble((Thing t) -> Math.round(t.centerY() / 8))
                    .thenComparingDouble(Thing::centerX))
            .toList();
      }
    }
    return List.of();
  }

  /** A grip or a mark beside an entry is none itself. */
  private static boolean isSign(Thing thing) {
    return thing.isLeaf() && thing.text().matches("[^\\p{L}\\p{N}]{1,3}");
  }

  static int indexOf(Thing entry, List<Thing> list) {
    for (int i = 0; i < list.size(); i++) {
      if (entry.isIn(list.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
