package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A press has brought up something to press that the mission speaks of: a menu, a palette, a
 * question. Stateful, for one mission.
 */
final class FollowUp {
  private static final int MOST = 5;
  private static final int LONGEST_LABEL = 60;
  private static final double LEAST = 0.3;

  private final Set<String> pressed = new HashSet<>();
  private int count;

  Optional<Turn.Act> turn(String mission, Trail trail, Sight now) {
    if (count >= MOST || !(trail.last() instanceof Action.Click)) {
      return Optional.empty();
    }
    var errand = Errand.of(mission);
    var wanted = errand.concepts();
    var dialog = now.dialog();
    return Nesting.innermost(
            now.matching(t -> isUsable(t) && trail.isNew(t, now))
                .filter(t -> dialog == null || t.isIn(dialog))
                .toList())
        .stream()
        .filter(t -> !pressed.contains(t.label()) && score(t, mission, wanted) > LEAST)
        .max(Comparator.comparingDouble(t -> score(t, mission, wanted)))
        .map(
            t -> {
              count++;
              pressed.add(t.label());
              return new Turn.Act(
                  new Action.Click(now.element(t)), "this has come up, and is spoken of");
            });
  }

  private static boolean isUsable(Thing thing) {
    return !thing.isField()
        && !thing.node().disabled()
        && !thing.label().isBlank()
        && thing.label().length() < LONGEST_LABEL
        && (thing.isPressable() || isPicture(thing.own()));
  }

  /** How much of its name is spoken of; its first word, which says what it does, counts more. */
  private static double score(Thing thing, String mission, Set<String> wanted) {
    var own = thing.text().strip();
    if (isPicture(own)) {
      return mission.contains(own) ? 2 : 0;
    }
    var named = Words.concepts(thing.label());
    if (named.isEmpty()) {
      return 0;
    }
    double shared = named.stream().filter(wanted::contains).count();
    boolean first = wanted.containsAll(Words.concepts(Texts.plain(thing.label()).split(" ")[0]));
    return shared == 0 ? 0 : shared / named.size() + 0.1 * shared + (first ? 0.3 : 0);
  }

  private static boolean isPicture(String own) {
    return !own.isBlank() && own.length() <= 8 && own.codePoints().allMatch(FollowUp::isSymbol);
  }

  private static boolean isSymbol(int sign) {
    return sign > 0x2000 && !Character.isLetterOrDigit(sign);
  }
}
