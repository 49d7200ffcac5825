package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The numbers under a list that lead to its further pages. */
final class NumberedPages {
  private static final int MOST = 12;

  private final Set<String> seen = new HashSet<>();

  /** The next page that was not looked at. */
  Optional<Turn> next(Sight now) {
    var numbers = now.matching(NumberedPages::isNumber).toList();
    return numbers.size() < 2 || numbers.size() > MOST
        ? Optional.empty()
        : numbers.stream()
            .skip(1)
            .filter(t -> seen.add(t.own()))
            .findFirst()
            .map(t -> Turn.press(now, t, "it may be on another page"));
  }

  /** Among nothing but other numbers and arrows. */
  private static boolean isNumber(Thing thing) {
    var bar = thing.parent();
    return thing.isLeaf()
        && thing.own().matches("\\d{1,2}")
        && bar != null
        && bar.all().filter(t -> t.isLeaf() && t.own().matches("\\d{1,2}")).count() > 1
        && bar.all()
            .filter(Thing::isLeaf)
            .allMatch(t -> t.own().matches("\\d{1,2}|\\W{1,2}|(?i)next|previous|prev"));
  }
}
