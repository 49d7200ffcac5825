package dev.hitlai.aitester.mind.skill;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Presses the same thing, or one after the other of several like ones, until the page says so. */
final class UntilJob implements Job {
  private static final int MOST_PRESSES = 35;

  private final Target target;
  private final Predicate<Sight> state;
  private final Set<String> pressed = new HashSet<>();
  private int presses;

  UntilJob(Target target, Predicate<Sight> state) {
    this.target = target;
    this.state = state;
  }

  @Override
  public Turn turn(Sight now) {
    if (state.test(now)) {
      return Turn.done();
    }
    return presses++ < MOST_PRESSES
        ? next(now)
            .map(t -> Turn.press(now, Handles.of(t, now), "it is not so far yet"))
            .orElseGet(() -> Turn.stuck("it does not come about"))
        : Turn.stuck("it does not come about");
  }

  @Override
  public boolean fits(Sight now) {
    return state.test(now) || one(now).isPresent() || !several(now).isEmpty();
  }

  private Optional<Thing> next(Sight now) {
    var several = several(now);
    return several.size() > 1
        ? several.stream().filter(t -> pressed.add(t.label() + t.node().ref())).findFirst()
        : one(now);
  }

  private Optional<Thing> one(Sight now) {
    return now.finder()
        .find(target, t -> t.isPressable() && !t.isField())
        .or(() -> now.finder().find(target));
  }

  /** "Boxes" are Box 1, Box 2 and Box 3, or the like things of which there are most. */
  private List<Thing> several(Sight now) {
    var words = (target.words() + " " + target.kind()).strip();
    if (!words.matches("(?i).*\\p{L}{2}s\\b.*|.*\\b(?:one|another|different|next)\\b.*")
        || one(now).filter(t -> Texts.same(t.label(), words)).isPresent()) {
      return List.of();
    }
    var noun = words.replaceFirst("(?i)^.*\\b(?:one|another|different|next|the|all)\\s+", "");
    var singular = noun.replaceFirst("(?i)(?<=x|ch|sh)es$|(?<=\\p{L}{2})s$", "");
    var named =
        Nesting.innermost(
            now.matching(
                    t ->
                        t.isPressable()
                            && !t.isField()
                            && t.label().length() < singular.length() + 25
                            && Texts.contains(t.label() + " " + t.node().hint(), singular))
                .toList());
    return named.size() > 1 ? named : Peers.largest(now);
  }
}
