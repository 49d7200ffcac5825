package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the values of a wish to their fields, uncovering those that are hidden and going on to the
 * next page while some have no place yet.
 */
final class FillJob implements Job {
  private static final int MOST_MOVES = 60;
  private static final int MOST_TRIES = 2;
  private static final int MOST_OPENINGS = 5;
  private static final int MOST_WAITS = 2;
  private static final int MOST_PAGES = 6;

  private final Wish wish;
  private final Clauses rest;
  private final Set<Mention> left;
  private final Map<String, Integer> tries = new HashMap<>();
  private final Set<Integer> opened = new HashSet<>();
  private @Nullable Job setting;
  private int moves;
  private int acts;
  private int waits;
  private int pages;
  private Set<Integer> before = Set.of();
  private String offered = "";
  private int offerWaits;
  private boolean sent;

  /**
   * @param rest what follows, which may say what is pressed in the end
   */
  FillJob(Wish wish, Clauses rest) {
    this.wish = wish;
    this.rest = rest;
    left = new HashSet<>(wish.mentions());
    left.removeIf(one -> one.isDoubtful(wish.words()));
  }

  @Override
  public Turn turn(Sight now) {
    if (sent || moves++ >= MOST_MOVES) {
      return Turn.done();
    }
    var going = setting == null ? Turn.done() : setting.turn(now);
    if (going instanceof Turn.Act) {
      return going;
    }
    setting = null;
    var offer = offer(now);
    if (offer.isPresent()) {
      return offer.get();
    }
    var matching = Matching.of(wish, Slots.of(now));
    left.retainAll(matching.left());
    for (var placed : matching.placed()) {
      var turn = set(placed, now);
      if (turn.isPresent()) {
        acts++;
        waits = 0;
        now.notes().fill(true);
        return turn.get();
      }
    }
    return left.isEmpty() ? end(now) : lookFurther(now);
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

  private Optional<Turn> set(Matching.Placed placed, Sight now) {
    var slot = placed.slot();
    if (slot.kind() == Slot.Kind.TEXT && written(placed, now).equals(slot.thing().value())) {
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
                  .map(box -> Turn.act(new Action.Check(now.element(box), true), reason));
      case NUMBER -> number(placed, now);
      case DATE, TIME -> Optional.of(Turn.act(new Action.Type(element, placed.value()), reason));
      case TEXT -> {
        before = now.refs();
        offered = slot.thing().role().equals("combobox") ? written(placed, now) : "";
        yield Optional.of(Turn.act(new Action.Type(element, written(placed, now)), reason));
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
  private String written(Matching.Placed placed, Sight now) {
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
                  .filter(box -> Boolean.TRUE.equals(box.node().checked()))
                  .isPresent();
      case NUMBER -> {
        var shown = thing.value().isBlank() ? thing.own() : thing.value();
        yield Math.abs(Texts.amount(shown) - Double.parseDouble(placed.value())) < 0.001;
      }
      default -> placed.value().equals(thing.value());
    };
  }

  /** Some value has no place yet: it may come late, be hidden, or be asked for on the next page. */
  private Turn lookFurther(Sight now) {
    if (acts > 0 && waits++ < MOST_WAITS) {
      return Turn.act(new Action.Await(Duration.ofMillis(250)), "another field may come");
    }
    var opener =
        opened.size() < MOST_OPENINGS ? Openers.next(now, wish, opened) : Optional.<Thing>empty();
    if (opener.isPresent()) {
      opened.add(opener.get().node().ref());
      return Turn.press(now, opener.get(), "what is still missing may be behind it");
    }
    var step = Commit.find(now, wish.words()).filter(Commit::isStep);
    if (step.isPresent() && acts > 0) {
      acts = 0;
      return Turn.press(now, step.get(), "the rest may be asked for on the next page");
    }
    return tries.isEmpty() ? Turn.stuck("nothing here asks for " + missing()) : end(now);
  }

  private String missing() {
    return "“" + String.join("”, “", left.stream().map(Mention::text).sorted().toList()) + "”";
  }

  /** Where the wish itself names the button and nothing after it does, the button is pressed. */
  private Turn end(Sight now) {
    var button = rest.isEmpty() ? Commit.find(now, wish.words()) : Optional.<Thing>empty();
    boolean step = button.filter(Commit::isStep).isPresent();
    boolean last = pages > 0 && acts == 0 && button.filter(Commit::isEnd).isPresent();
    if ((step && acts > 0 || last) && pages < MOST_PAGES) {
      pages = last ? MOST_PAGES : pages + 1;
      acts = 0;
      return Turn.press(now, button.orElseThrow(), "the next page may ask for more");
    }
    sent = true;
    if (rest.isEmpty() || tries.isEmpty()) {
      return Turn.done();
    }
    return Commit.named(wish.words(), now)
        .filter(named -> !rest.rest().toLowerCase(java.util.Locale.ROOT).contains(first(named)))
        .map(named -> Turn.press(now, named, "what was filled in has to be sent"))
        .orElseGet(Turn::done);
  }

  private static String first(Thing button) {
    return List.of(Texts.plain(button.label()).split(" ")).getFirst();
  }
}
