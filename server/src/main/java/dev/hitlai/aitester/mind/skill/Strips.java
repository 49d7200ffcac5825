package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.page.Scene.Paint;
import java.util.HashMap;
import java.util.List;

/**
 * Tabs that nothing calls tabs: a few short heads side by side, one of which looks other than the
 * rest because its part of the page is the one that is shown.
 */
final class Strips {
  private static final int LEAST = 2;
  private static final int MOST = 9;
  private static final int LONGEST_HEAD = 30;

  private Strips() {}

  /** A head of a part that is not the one that is shown. */
  static boolean isOther(Thing thing) {
    if (!isHead(thing)) {
      return false;
    }
    var strip = strip(thing);
    if (strip.size() < LEAST || strip.size() > MOST) {
      return false;
    }
    var looks = new HashMap<String, Integer>();
    strip.forEach(head -> looks.merge(look(head), 1, Integer::sum));
    boolean oneStandsOut =
        looks.size() == 2 && (looks.containsValue(1) && strip.size() > LEAST || areTabs(strip));
    return oneStandsOut
        && (strip.size() == LEAST ? !isLoud(thing) : looks.getOrDefault(look(thing), 0) > 1);
  }

  private static boolean isHead(Thing thing) {
    return thing.isPressable()
        && thing.hasWords()
        && thing.text().length() < LONGEST_HEAD
        && !thing.text().matches("\\d{1,3}") // which are pages
        && !thing.isField()
        && !thing.role().matches("option|checkbox|radio|switch|gridcell|cell")
        && !leadsAway(thing);
  }

  private static boolean leadsAway(Thing thing) {
    var control = thing.control();
    return control != null
        && control.link() != null
        && !control.link().href().matches("(?i).*#.*|javascript:.*");
  }

  /** Its sisters, or those of the cell that it fills. */
  private static List<Thing> strip(Thing head) {
    var cell = head;
    while (cell.parent() != null && cell.parent().children().size() == 1) {
      cell = cell.parent();
    }
    var row = cell.parent();
    return row == null
        ? List.of()
        : row.children().stream()
            .flatMap(sister -> sister.all().filter(Strips::isHead).limit(1))
            .filter(one -> Rows.sameLine(one, head) && one.tag().equals(head.tag()))
            .toList();
  }

  /**
   * Of two it can only be told by what they are: one link or block, not a button beside another.
   */
  private static boolean areTabs(List<Thing> strip) {
    return strip.stream().noneMatch(head -> head.role().equals("button"));
  }

  private static boolean isLoud(Thing head) {
    return head.paint().bold() || Boolean.TRUE.equals(head.node().selected());
  }

  private static String look(Thing head) {
    Paint paint = head.paint();
    return paint.fill() + paint.color() + paint.bold() + paint.style();
  }
}
