package dev.hitlai.aitester.mind.skill;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The row, card or entry that something stands in. */
final class Rows {
  private static final double SAME_LINE = 8;

  private Rows() {}

  /**
   * The smallest thing around the anchor that holds something wanted besides it; null when nothing
   * around it does.
   */
  static @Nullable Thing around(Thing anchor, Sight now, Predicate<Thing> wanted) {
    for (var at = anchor; at != null; at = at.parent()) {
      var row = at;
      if (row.all().anyMatch(one -> one != anchor && one != row && wanted.test(one))) {
        return row;
      }
      if (row != anchor
          && row.area() > 0.8 * now.page().viewport().width() * now.page().viewport().height()) {
        break;
      }
    }
    return null;
  }

  /** Whether two things stand on the same line. */
  static boolean sameLine(Thing one, Thing other) {
    return Math.abs(one.centerY() - other.centerY())
        < Math.max(SAME_LINE, Math.min(one.box().height(), other.box().height()) / 2);
  }
}
