package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/**
 * Lines with several fields each, under heads: the one that a wish names, and what a field in it is
 * called.
 */
final class Lines {
  private Lines() {}

  /** Those outside of such lines, and those in the only line that is named; else all. */
  static List<Slot> meant(Wish wish, List<Slot> slots) {
    var heads =
        slots.stream().map(one -> head(one.thing())).flatMap(Optional::stream).distinct().toList();
    var named = heads.stream().filter(head -> wish.at(head).isPresent()).toList();
    return heads.size() < 2 || named.size() != 1
        ? slots
        : slots.stream()
            .filter(
                one -> head(one.thing()).filter(head -> !head.equals(named.getFirst())).isEmpty())
            .toList();
  }

  /** What the line of a field is called; empty where it stands in no line of several fields. */
  private static Optional<String> head(Thing field) {
    var line = line(field);
    return line == null
        ? Optional.empty()
        : line.children().stream()
            .filter(t -> t.hasWords() && t.all().noneMatch(Thing::isField))
            .map(Thing::text)
            .filter(text -> text.length() < 50 && text.matches(".*\\p{L}.*"))
            .findFirst();
  }

  private static @org.jspecify.annotations.Nullable Thing line(Thing field) {
    var line = field.nearest(t -> t.tag().equals("tr") || t.role().equals("row"));
    return line != null && line.all().filter(Thing::isField).count() > 1 ? line : null;
  }

  /** The head of its column, where its line has several fields. */
  static Optional<String> column(Thing field, Sight now) {
    return line(field) == null
        ? Optional.empty()
        : now.matching(t -> t.tag().equals("th") || t.role().equals("columnheader"))
            .filter(t -> t.hasWords() && t.box().y() + t.box().height() <= field.box().y() + 2)
            .filter(
                t ->
                    t.box().x() < field.centerX()
                        && field.centerX() < t.box().x() + t.box().width())
            .map(Thing::text)
            .findFirst();
  }
}
