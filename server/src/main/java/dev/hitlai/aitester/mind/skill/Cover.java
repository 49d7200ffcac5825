package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** A page that lies under a single button, such as "START", until it is pressed. */
final class Cover {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)^\\W*(?:(?:tap|click|press)(?: here)? to )?(?:start|begin|play|go|ready|let['’]?s"
              + " go|get started|continue|enter|open|ok|okay|proceed)(?: (?:the"
              + " )?(?:task|game|test|now|here|over|round|again))?\\W*$");

  private Cover() {}

  /**
   * @param mission what it asks to press is no cover
   */
  static Optional<Thing> over(Sight now, String mission) {
    var usable =
        Nesting.innermost(
            now.matching(t -> t.isPressable() || t.isField())
                .filter(t -> t.hasWords() || t.isField())
                .toList());
    var named =
        now.matching(t -> NAMES.matcher(t.text()).matches() && (t.isLeaf() || t.isPressable()))
            .filter(t -> !Texts.contains(mission, t.text()))
            .toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    var cover = Nesting.innermost(named).getFirst();
    boolean alone = usable.stream().allMatch(t -> t.isIn(cover) || cover.isIn(t));
    boolean above =
        usable.stream()
            .filter(t -> !t.isIn(cover) && !cover.isIn(t))
            .allMatch(t -> covers(cover, t));
    return alone || above && !usable.isEmpty() ? Optional.of(cover) : Optional.empty();
  }

  private static boolean covers(Thing cover, Thing other) {
    var upper = cover.box();
    return upper.width() > 80
        && upper.height() > 80
        && other.centerX() > upper.x()
        && other.centerX() < upper.x() + upper.width()
        && other.centerY() > upper.y()
        && other.centerY() < upper.y() + upper.height();
  }
}
