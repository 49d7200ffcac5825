package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the mission gives and nobody has brought to its place yet, though the page has one: looked
 * for once more before something is sent, and at the end. Stateful, for one mission.
 */
final class Unheeded {
  private static final int MOST = 12;
  private static final Pattern EXACTLY =
      Pattern.compile(
          "(?i)\\b(?:no others?|nothing (?:else|more)|none (?:else|of the (?:others|rest))|nobody"
              + " else|only (?:these|those)|not (?:any|the) others?|all (?:the )?others?"
              + " (?:off|unticked|out)|everything else (?:off|unticked|out))\\b");

  private final Placing placing = new Placing();
  private int count;

  /**
   * The next of it; empty when all is seen to.
   *
   * @param told the part of the mission that is under way or done
   */
  Optional<Turn.Act> turn(Clauses told, Trail trail, Sight now) {
    if (count >= MOST || told.isEmpty()) {
      return Optional.empty();
    }
    var turn = placing.underWay(now).or(() -> next(told, trail, now));
    count += turn.isPresent() ? 1 : 0;
    return turn.filter(Turn.Act.class::isInstance).map(Turn.Act.class::cast);
  }

  /** A list whose option the mission names: what is shown below may hang on it. */
  Optional<Turn.Act> list(Clauses told, Trail trail, Sight now) {
    if (count >= MOST || told.isEmpty()) {
      return Optional.empty();
    }
    var wish = Wish.of(told, told.texts().size());
    var lists =
        Slots.of(now).stream()
            .filter(slot -> slot.thing().tag().equals("select") && !isTouched(slot, trail))
            .toList();
    var named =
        Matching.of(wish, lists)
            .only(one -> isFree(one, wish, trail) && isWritten(one.value(), wish.words()));
    var turn = placing.next(wish, named, now);
    count += turn.isPresent() ? 1 : 0;
    return turn.filter(Turn.Act.class::isInstance).map(Turn.Act.class::cast);
  }

  /** In the same letters, and not as the first word, which is a verb. */
  private static boolean isWritten(String option, String words) {
    int at = words.indexOf(option);
    return option.matches(".*\\p{L}{3}.*")
        && at > 0
        && !words.substring(0, at).matches("(?s).*[.]\\s*");
  }

  private Optional<Turn> next(Clauses told, Trail trail, Sight now) {
    var wish = Wish.of(told, told.texts().size());
    var slots =
        Slots.of(now).stream()
            .filter(slot -> !isTouched(slot, trail))
            .collect(java.util.stream.Collectors.toList());
    var free = Matching.of(wish, slots).only(one -> isFree(one, wish, trail));
    return placing.next(wish, free, now).or(() -> others(wish, slots, trail, now));
  }

  /** "And nothing else": what is ticked and not spoken of is unticked. */
  private static Optional<Turn> others(Wish wish, List<Slot> slots, Trail trail, Sight now) {
    var said = Words.concepts(wish.words());
    return EXACTLY.matcher(wish.words()).find()
        ? slots.stream()
            .filter(slot -> slot.kind() == Slot.Kind.BOX)
            .filter(slot -> Boolean.TRUE.equals(slot.thing().node().checked()))
            .filter(slot -> !said.containsAll(Words.concepts(slot.name())))
            .filter(slot -> !trail.speaksOf(slot.name()))
            .findFirst()
            .map(
                slot ->
                    Turn.act(
                        new Action.Check(now.element(slot.thing()), false),
                        "nothing but what is named is wanted"))
        : Optional.empty();
  }

  private static boolean isSaid(String option, Wish wish) {
    var named = Words.concepts(option);
    return wish.at(option).isPresent()
        || !named.isEmpty() && Words.concepts(wish.words()).containsAll(named);
  }

  private static boolean isTouched(Slot slot, Trail trail) {
    return trail.hasTouched(slot.ref())
        || slot.choices().stream().anyMatch(one -> trail.hasTouched(one.node().ref()))
        || slot.kind() == Slot.Kind.TEXT && !slot.thing().value().isBlank();
  }

  /** Its very words are said, and were not used for anything yet. */
  private static boolean isFree(Matching.Placed placed, Wish wish, Trail trail) {
    var value = placed.value();
    return switch (placed.slot().kind()) {
      case BOX -> value.equals("true") && !trail.speaksOf(placed.slot().name());
      case OPTIONS -> isSaid(value, wish) && !trail.speaksOf(value);
      default -> !trail.speaksOf(value);
    };
  }
}
