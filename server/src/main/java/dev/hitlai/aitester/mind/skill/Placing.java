package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings values to the places that they were matched with, one move at a time. */
final class Placing {
  private static final int MOST_TRIES = 2;

  private final Map<String, Integer> tries = new HashMap<>();
  private @Nullable Job setting;
  private Set<Integer> before = Set.of();
  private String offered = "";
  private int offerWaits;

  /** Nothing was set yet. */
  boolean isIdle() {
    return tries.isEmpty();
  }

  /** The next move of what takes several: a stepper on its way, a suggestion to take. */
  Optional<Turn> underWay(Sight now) {
    var going = setting == null ? Turn.done() : setting.turn(now);
    if (going instanceof Turn.Act) {
      return Optional.of(going);
    }
    setting = null;
    return offer(now);
  }

  /** Sets the first of them that is not yet as it should be. */
  Optional<Turn> next(Wish wish, Matching matching, Sight now) {
    for (var placed : matching.placed()) {
      var turn = set(placed, wish, now);
      if (turn.isPresent()) {
        now.notes().fill(true);
        return turn;
      }
    }
    return Optional.empty();
  }

  /** What was typed is offered below the field, at once or in a moment, and has to be taken. */
  private Optional<Turn> offer(Sight now) {
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    var found =
        now.matching(
                t ->
                    t.role().equals("option") && !before.contains(t.node().ref())
                        || t.role().equals("option") && t.isLeaf())
            .filter(t -> Texts.same(t.text(), offered) || Texts.contains(t.text(), offered))
            .findFirst();
    boolean late = found.isEmpty() && offerWaits++ < 4;
    var reason = "it is offered";
    var turn =
        late
            ? Optional.of(
                Turn.act(new Action.Await(Duration.ofMillis(200)), "something may be offered"))
            : found.map(t -> Turn.press(now, t, reason));
    if (!late) {
      offered = "";
      offerWaits = 0;
    }
    return turn;
  }

  private Optional<Turn> set(Matching.Placed placed, Wish wish, Sight now) {
    var slot = placed.slot();
    if (slot.kind() == Slot.Kind.TEXT && written(placed, wish, now).equals(slot.thing().value())) {
      return Optional.empty();
    }
    var key = slot.ref() + "|" + slot.label() + "|" + placed.value();
    if (isSet(placed) || tries.merge(key, 1, Integer::sum) > most(slot)) {
      return Optional.empty();
    }
    var element = now.element(slot.thing());
    var reason = "\"" + placed.value() + "\" belongs in \"" + slot.name() + "\"";
    return switch (slot.kind()) {
      case BOX ->
          Optional.of(
              Turn.act(new Action.Check(element, Boolean.parseBoolean(placed.value())), reason));
      case OPTIONS ->
          slot.choices().isEmpty()
              ? Optional.of(Turn.act(new Action.Select(element, placed.value()), reason))
              : choice(slot, placed.value())
                  .map(
                      box ->
                          box.isField()
                              ? Turn.act(new Action.Check(now.element(box), true), reason)
                              : Turn.press(now, box, reason));
      case NUMBER -> number(placed, now);
      case DATE, TIME -> Optional.of(Turn.act(new Action.Type(element, placed.value()), reason));
      case TEXT -> {
        if (slot.offersItself()) {
          var job = new SuggestionJob(slot.ref(), placed.value(), Words.concepts(wish.words()));
          setting = job;
          yield Optional.of(job.turn(now));
        }
        before = now.refs();
        offered = slot.thing().role().equals("combobox") ? written(placed, wish, now) : "";
        yield Optional.of(Turn.act(new Action.Type(element, written(placed, wish, now)), reason));
      }
    };
  }

  /** What stands in a field for a password is not to be seen. */
  private static int most(Slot slot) {
    return slot.type().equals("password") ? 1 : MOST_TRIES;
  }

  private Optional<Turn> number(Matching.Placed placed, Sight now) {
    var job = new SetNumberJob(Double.parseDouble(placed.value()), placed.slot().ref());
    var turn = job.turn(now);
    if (turn instanceof Turn.Act) {
      setting = job;
      return Optional.of(turn);
    }
    return Optional.empty();
  }

  /** A date in the form that its field asks for. */
  private static String written(Matching.Placed placed, Wish wish, Sight now) {
    var mention =
        wish.mentions().stream().filter(one -> one.text().equals(placed.value())).findFirst();
    boolean dated = mention.filter(one -> one.kind() == Mention.Kind.DATE).isPresent();
    if (!dated) {
      return placed.value();
    }
    var asWritten = wish.words().substring(mention.get().start(), mention.get().end());
    return DateText.wanted(java.time.LocalDate.parse(placed.value()), placed.slot().thing(), now)
        .orElse(asWritten);
  }

  private static Optional<Thing> choice(Slot slot, String option) {
    int index = slot.options().indexOf(option);
    return index < 0 ? Optional.empty() : Optional.of(slot.choices().get(index));
  }

  /** A single button for several values shows the one that holds. */
  private static boolean isChosen(Slot slot, Thing box, String value) {
    boolean single = slot.choices().stream().distinct().count() == 1;
    return Boolean.TRUE.equals(box.node().checked())
        || Boolean.TRUE.equals(box.node().selected())
        || single && !box.isField() && Texts.same(box.text(), value);
  }

  private static boolean isSet(Matching.Placed placed) {
    var slot = placed.slot();
    var thing = slot.thing();
    return switch (slot.kind()) {
      case BOX ->
          String.valueOf(Boolean.TRUE.equals(thing.node().checked())).equals(placed.value());
      case OPTIONS ->
          slot.choices().isEmpty()
              ? placed.value().equals(thing.value())
              : choice(slot, placed.value())
                  .filter(box -> isChosen(slot, box, placed.value()))
                  .isPresent();
      case NUMBER -> {
        var shown = thing.value().isBlank() ? thing.own() : thing.value();
        yield Math.abs(Texts.amount(shown) - Double.parseDouble(placed.value())) < 0.001;
      }
      default -> placed.value().equals(thing.value());
    };
  }
}
