package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/**
 * "Size M", "the colour Olive", "size: M", "Olive colour": one of a group that is named as well.
 */
final class GroupedChoice {
  private GroupedChoice() {}

  /** What the words name, should its group be named in them and shown as its head. */
  static Optional<Thing> of(String item, Sight now) {
    var words = item.split("[ :=]+");
    for (int gap = 1; gap < words.length; gap++) {
      var first = String.join(" ", List.of(words).subList(0, gap));
      var second = String.join(" ", List.of(words).subList(gap, words.length));
      var found = within(first, second, now).or(() -> within(second, first, now));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Thing> within(String group, String value, Sight now) {
    return now.matching(t -> isHead(t, group))
        .flatMap(head -> near(head, value).stream())
        .findFirst();
  }

  private static boolean isHead(Thing thing, String group) {
    return !thing.isPressable()
        && (Texts.same(thing.own().replaceFirst("\\s*[:*]+$", ""), group)
            || Texts.same(thing.node().name(), group) && !thing.isLeaf());
  }

  /** One of several side by side in the smallest part of the page that holds the head, too. */
  private static Optional<Thing> near(Thing head, String value) {
    for (var part :
        java.util.stream.Stream.concat(java.util.stream.Stream.of(head), head.around().limit(2))
            .toList()) {
      var found =
          Nesting.innermost(
              part.all()
                  .filter(t -> t.isPressable() && !t.takesText() && !t.tag().equals("select"))
                  .filter(t -> isCalled(t, value))
                  .toList());
      if (!found.isEmpty()) {
        return found.size() == 1 || found.stream().anyMatch(Thing::isField)
            ? found.stream().filter(t -> found.size() == 1 || t.isField()).findFirst()
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(Thing thing, String value) {
    return Texts.same(thing.text(), value) || Texts.same(thing.label(), value);
  }
}
