package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page that lies under a single button, such as "START", until it is pressed. */
final class Cover {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)^\\W*(?:(?:tap|click|press)(?: here)? to )?(?:start|begin|play|go|ready|let['’]?s"
              + " go|get started|continue|enter|open|ok|okay|proceed|i am ready|i'm"
              + " ready|show|reveal)(?: (?:the"
              + " )?(?:task|game|test|now|here|over|round|again|page|puzzle))?\\W*$");
  private static final double MOST = 0.7;

  private Cover() {}

  /**
   * @param mission what it asks to press is no cover, unless all else lies under it
   */
  static Optional<Thing> over(Sight now, String mission) {
    var usable =
        Nesting.innermost(
            now.matching(t -> t.isPressable() || t.isField())
                .filter(t -> t.hasWords() || t.isField())
                .toList());
    var named =
        Nesting.innermost(
            now.matching(t -> NAMES.matcher(t.text()).matches() && (t.isLeaf() || t.isPressable()))
                .toList());
    return named.stream()
        .filter(cover -> isOver(cover, usable, mission))
        .findFirst()
        .or(() -> onlyFree(usable));
  }

  private static boolean isOver(Thing cover, List<Thing> usable, String mission) {
    var others = usable.stream().filter(t -> !t.isIn(cover) && !cover.isIn(t)).toList();
    if (others.isEmpty()) {
      return !Texts.contains(mission, cover.text());
    }
    long under = others.stream().filter(t -> covers(cover, t) || isHidden(t)).count();
    boolean asked = Texts.contains(mission, cover.text());
    return under == others.size() || under > MOST * others.size() && !isHidden(cover) && !asked;
  }

  /** All but one control of several lie under something: whatever that one is called. */
  private static Optional<Thing> onlyFree(List<Thing> usable) {
    var free = usable.stream().filter(t -> !isHidden(t)).toList();
    return free.size() == 1 && usable.size() > 3 && !free.getFirst().isField()
        ? Optional.of(free.getFirst())
        : Optional.empty();
  }

  private static boolean isHidden(Thing thing) {
    var control = thing.control();
    return control != null && control.look().occluded() && !isScrolledAway(thing);
  }

  /** Out of sight in a list that scrolls by itself, under nothing. */
  private static boolean isScrolledAway(Thing thing) {
    return thing
        .around()
        .filter(t -> t.node().unscrolled() > 0)
        .map(Thing::box)
        .anyMatch(box -> thing.centerY() < box.y() || thing.centerY() > box.y() + box.height());
  }

  private static boolean covers(Thing cover, Thing other) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(cover), cover.around())
        .takeWhile(t -> !other.isIn(t))
        .anyMatch(t -> lies(t, other));
  }

  private static boolean lies(Thing over, Thing other) {
    var upper = over.box();
    return upper.width() > 80
        && upper.height() > 80
        && other.centerX() > upper.x()
        && other.centerX() < upper.x() + upper.width()
        && other.centerY() > upper.y()
        && other.centerY() < upper.y() + upper.height();
  }
}
