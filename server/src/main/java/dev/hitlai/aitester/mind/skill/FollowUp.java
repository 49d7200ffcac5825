package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A press has brought up something to press that the mission speaks of: a menu, a palette, a
 * question. Stateful, for one mission.
 */
final class FollowUp {
  private static final int MOST = 5;
  private static final int LONGEST_LABEL = 60;
  private static final double LEAST = 0.3;

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?i)\\b(shortest|longest)\\b.{0,30}\\b(?:names?|suggest\\w*|propos\\w*|offer\\w*|words?|ones?)\\b");

  private final Set<String> pressed = new HashSet<>();
  private int count;

  Optional<Turn.Act> turn(String mission, Trail trail, Sight now) {
    var dialog = now.dialog();
    if (count >= MOST) {
      return Optional.empty();
    }
    if (dialog != null && filled(trail)) {
      return affirmed(dialog, mission, now);
    }
    if (!(trail.last() instanceof Action.Click)) {
      return Optional.empty();
    }
    var errand = Errand.of(mission);
    var wanted = errand.concepts();
    var fresh =
        Nesting.innermost(
            now.matching(t -> isUsable(t) && trail.isNew(t, now))
                .filter(t -> dialog == null || t.isIn(dialog))
                .toList());
    var byLength = byLength(fresh, mission);
    if (byLength.isPresent() && pressed.add(byLength.get().label())) {
      count++;
      return byLength.map(
          t ->
              new Turn.Act(
                  new Action.Click(now.element(t)), "of what is offered this one is meant"));
    }
    return fresh.stream()
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

  /** "The shortest of the names it suggests". */
  private static Optional<Thing> byLength(List<Thing> fresh, String mission) {
    var asked = LENGTH.matcher(mission);
    boolean alike =
        fresh.size() > 1 && fresh.stream().allMatch(t -> t.tag().equals(fresh.getFirst().tag()));
    if (!alike || !asked.find()) {
      return Optional.empty();
    }
    var order = Comparator.comparingInt((Thing t) -> t.text().length());
    return asked.group(1).equalsIgnoreCase("shortest")
        ? fresh.stream().min(order)
        : fresh.stream().max(order);
  }

  private static boolean filled(Trail trail) {
    return trail.last() instanceof Action.Check
        || trail.last() instanceof Action.Select
        || trail.last() instanceof Action.Type;
  }

  /** What is filled in there has to be confirmed: by what is spoken of, else the only button. */
  private Optional<Turn.Act> affirmed(Thing dialog, String mission, Sight now) {
    var wanted = Errand.of(mission).concepts();
    var buttons =
        Nesting.innermost(
            dialog
                .all()
                .filter(t -> t.isPressable() && isUsable(t) && !Answers.isRefusal(t))
                .toList());
    return buttons.stream()
        .filter(
            t -> buttons.size() == 1 || score(t, mission, wanted) > LEAST || Commit.isNamedSo(t))
        .max(Comparator.comparingDouble(t -> score(t, mission, wanted)))
        .map(
            t -> {
              count++;
              return new Turn.Act(new Action.Click(now.element(t)), "it has to be confirmed here");
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
