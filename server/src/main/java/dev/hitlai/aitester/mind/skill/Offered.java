package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of what is offered is meant where it is told by its look or its figures. */
final class Offered {
  /** Times of day are compared elsewhere. */
  private static final Pattern CLOCK =
      Pattern.compile("(?i)\\d[:.]\\d\\d\\b|\\b(?:before|after|until|noon)\\b|\\d ?[ap]m\\b");

  private Offered() {}

  /** The first by its figures of those that are as the words say: "the cheapest direct one". */
  static Optional<Thing> best(String item, Sight now) {
    var limits = Limits.in(item);
    if (limits.extreme().isEmpty() || CLOCK.matcher(item).find()) {
      return Optional.empty();
    }
    var choice = new EntryChoice(Errand.of("select the " + item));
    return Entry.listings(now).stream()
        .filter(list -> list.size() > 2 && limits.applies(list))
        .flatMap(list -> choice.of(list).stream())
        .map(Entry::part)
        .findFirst();
  }

  /** A colour without words: "the blue cover" is the blue one of several like things. */
  static Optional<Thing> swatch(String item, Sight now) {
    var color = Colors.in(item);
    return color.isEmpty()
        ? Optional.empty()
        : Peers.groups(now).stream()
            .filter(group -> group.stream().noneMatch(Thing::hasWords))
            .flatMap(List::stream)
            .filter(t -> Colors.name(t.paint().fill()).equals(color.get()))
            .findFirst();
  }
}
