package dev.hitlai.aitester.mind.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands where a row and a column of the page meet. */
final class Cells {
  private Cells() {}

  /** The box, button or word for the column in the row that some words head. */
  static Optional<Thing> crossing(String row, String column, Sight now) {
    return heads(row, now).stream()
        .map(head -> inRow(head, column, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<Thing> heads(String words, Sight now) {
    return now.matching(
            t -> !t.isField() && (Texts.same(t.own(), words) || Texts.same(t.text(), words)))
        .sorted(Comparator.comparingInt(Thing::order).reversed())
        .toList();
  }

  private static Optional<Thing> inRow(Thing head, String column, Sight now) {
    Predicate<Thing> choice =
        t -> t.role().matches("checkbox|radio|button|option") || t.isPressable() && !t.isField();
    var row = now.matching(choice).filter(t -> t != head && beside(head, t)).toList();
    if (row.size() < 2) {
      return Optional.empty();
    }
    return row.stream()
        .filter(
            t ->
                Texts.same(t.label(), column)
                    || Texts.same(Units.nameOf(t), column) && !isColumnName(row, column))
        .findFirst()
        .or(
            () ->
                heads(column, now).stream()
                    .filter(top -> top.centerY() < head.centerY())
                    .flatMap(top -> row.stream().filter(t -> below(top, t)))
                    .findFirst());
  }

  /** The same name for all of a row tells none of them. */
  private static boolean isColumnName(List<Thing> row, String column) {
    return row.stream().filter(t -> Texts.same(Units.nameOf(t), column)).count() > 1;
  }

  private static boolean beside(Thing head, Thing other) {
    return Rows.sameLine(head, other) && other.centerX() > head.centerX();
  }

  private static boolean below(Thing top, Thing cell) {
    return Math.abs(top.centerX() - cell.centerX()) < Math.max(12, top.box().width() / 2);
  }

  /** What stands below the letter of a column and beside the number of a row. */
  static Optional<Thing> under(String column, String row, Sight now) {
    return heads(row, now).stream()
        .flatMap(
            side ->
                heads(column, now).stream()
                    .filter(top -> top.centerY() < side.centerY() && top.centerX() > side.centerX())
                    .flatMap(
                        top ->
                            now.matching(
                                    t -> t.tag().equals("td") || t.role().matches("gridcell|cell"))
                                .filter(t -> Rows.sameLine(side, t) && below(top, t))))
        .findFirst();
  }

  /** A seat by its full name, else by the letter or number before its row. */
  static Optional<Thing> seat(String row, String column, Sight now) {
    var name =
        "(?i)(?:.*\\W)?(?:row )?"
            + row
            + "[ ,-]*(?:seat |place |no\\.? |number )?"
            + column
            + "(?:\\W.*)?";
    var named =
        now.matching(t -> t.isPressable() && t.label().length() < 40)
            .filter(t -> t.node().name().matches(name) || t.text().matches(name))
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    return heads(row, now).stream()
        .flatMap(
            head ->
                now.matching(t -> t.isPressable() && Texts.same(t.text(), column))
                    .filter(t -> t != head && Rows.sameLine(head, t)))
        .findFirst()
        .or(
            () ->
                heads(row, now).stream()
                    .flatMap(
                        head -> heads(column, now).stream().flatMap(top -> meeting(head, top, now)))
                    .findFirst())
        .or(
            () ->
                now.matching(t -> t.isLeaf() && Texts.same(t.own(), row + column))
                    .findFirst()
                    .map(written -> under(written, now)));
  }

  /** What is drawn under its name, which may take no press itself. */
  private static Thing under(Thing name, Sight now) {
    return now.matching(
            t ->
                t != name
                    && !t.hasWords()
                    && t.isLeaf()
                    && t.tag().matches("rect|circle|path|polygon|ellipse"))
        .filter(
            t -> t.box().x() <= name.centerX() && name.centerX() <= t.box().x() + t.box().width())
        .filter(
            t -> t.box().y() <= name.centerY() && name.centerY() <= t.box().y() + t.box().height())
        .min(Comparator.comparingDouble(Thing::area))
        .orElse(name);
  }

  private static java.util.stream.Stream<Thing> meeting(Thing head, Thing top, Sight now) {
    return now.matching(t -> t.isPressable() || t.role().matches("gridcell|cell"))
        .filter(t -> t != head && t != top && Rows.sameLine(head, t) && below(top, t));
  }

  /** A sign beside the words, or in the line that they begin. */
  private static boolean isSign(Thing thing, Thing around, Thing head) {
    return thing.isIn(around) && thing != head && (around == head || !thing.isIn(head));
  }

  /** The nth of the like signs in the part of the page that belongs to some words. */
  static Optional<Thing> nth(String words, int count, Sight now) {
    for (var head : heads(words, now)) {
      for (var part = head; part != null; part = part.parent()) {
        var around = part;
        var signs =
            Peers.groups(now).stream()
                .map(group -> group.stream().filter(t -> isSign(t, around, head)).toList())
                .filter(group -> group.size() >= 3)
                .findFirst();
        if (signs.isPresent()) {
          var named =
              signs.get().stream()
                  .filter(t -> t.label().matches("(?i)" + count + "(?: .*)?"))
                  .findFirst();
          var all = signs.get();
          return named.or(
              () ->
                  count >= 1 && count <= all.size()
                      ? Optional.of(all.get(count - 1))
                      : Optional.empty());
        }
      }
    }
    return Optional.empty();
  }
}
