package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/**
 * Whom or what something is written to: the person, room or note of a list that has to be opened
 * before anything is written, as what is written goes to the one that is open.
 */
final class Context {
  private Context() {}

  /** What is named, is one of a list, and does not stand open yet. */
  static Optional<Thing> closed(Matching matching, Sight now) {
    boolean writes =
        matching.placed().stream()
            .anyMatch(
                one ->
                    one.slot().kind() == Slot.Kind.TEXT
                        && one.value().contains(" ")
                        && now.fields().stream().filter(Thing::takesText).count() <= 2);
    return writes
        ? matching.left().stream()
            .filter(one -> one.kind() == Mention.Kind.NAME || one.kind() == Mention.Kind.QUOTED)
            .flatMap(one -> named(one.text(), now).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Thing> named(String name, Sight now) {
    var shown =
        Nesting.innermost(now.matching(t -> Texts.same(t.text(), name) && !t.isField()).toList());
    return shown.size() == 1 && isListed(shown.getFirst())
        ? Optional.of(shown.getFirst())
        : Optional.empty();
  }

  private static boolean isListed(Thing thing) {
    var item = thing;
    while (item.parent() != null && item.parent().children().size() == 1) {
      item = item.parent();
    }
    var tag = item.tag();
    return thing.isPressable()
        && !Boolean.TRUE.equals(thing.node().selected())
        && !thing.role().matches("option|radio|checkbox|heading")
        && item.parent() != null
        && siblings(item).stream().filter(t -> t.tag().equals(tag)).count() > 1;
  }

  private static List<Thing> siblings(Thing item) {
    var parent = item.parent();
    return parent == null ? List.of() : parent.children();
  }
}
