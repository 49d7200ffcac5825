package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the values of a wish to their fields, uncovering those that are hidden and going on to the
 * next page while some have no place yet.
 */
final class FillJob implements Job {
  private static final int MOST_MOVES = 60;
  private static final int MOST_OPENINGS = 5;
  private static final int MOST_WAITS = 2;
  private static final int MOST_PAGES = 6;

  private final Wish wish;
  private final Clauses rest;
  private final Set<Mention> left;
  private final Set<Mention> taken = new HashSet<>();
  private final Placing placing = new Placing();
  private final Set<Integer> opened = new HashSet<>();
  private int moves;
  private int acts;
  private int waits;
  private int pages;
  private boolean sent;
  private boolean stepped;
  private @org.jspecify.annotations.Nullable Job taking;

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
    if (taking != null) {
      return taking.turn(now);
    }
    var going = placing.underWay(now);
    if (going.isPresent()) {
      return going.get();
    }
    var matching = Matching.of(wish, Slots.of(now));
    left.retainAll(matching.left());
    left.removeAll(taken);
    var context = Context.closed(matching, now).filter(t -> opened.add(t.node().ref()));
    if (context.isPresent()) {
      return Turn.press(now, context.get(), "what is written goes to the one that is open");
    }
    var turn = placing.next(wish, matching, now);
    if (turn.isPresent()) {
      acts++;
      waits = 0;
      return turn.get();
    }
    return left.isEmpty() ? end(now) : lookFurther(now);
  }

  /** Some value has no place yet: it may come late, be hidden, or be asked for on the next page. */
  private Turn lookFurther(Sight now) {
    if (acts > 0 && waits++ < MOST_WAITS) {
      return Turn.act(new Action.Await(Duration.ofMillis(250)), "another field may come");
    }
    var slot =
        left.stream().anyMatch(one -> one.kind() == Mention.Kind.TIME)
            ? new SlotSkill().read(wish.clauses(), now).map(Skill.Assignment::job)
            : Optional.<Job>empty();
    if (slot.isPresent()) {
      left.clear();
      taking = slot.get();
      return turn(now);
    }
    var list = list(now);
    if (list.isPresent()) {
      return list.get();
    }
    var opener =
        opened.size() < MOST_OPENINGS ? Openers.next(now, wish, opened) : Optional.<Thing>empty();
    if (opener.isPresent()) {
      opened.add(opener.get().node().ref());
      return Turn.press(now, opener.get(), "what is still missing may be behind it");
    }
    var step = Commit.find(now, wish.words()).filter(Commit::isStep);
    if (step.isPresent() && (acts > 0 || placing.isIdle() && !stepped)) {
      acts = 0;
      stepped = true; // what was filled in by other words may fill this page
      return Turn.press(now, step.get(), "the rest may be asked for on the next page");
    }
    return placing.isIdle() ? Turn.stuck("nothing here asks for " + missing()) : end(now);
  }

  /** A list of one's own making: it is opened, and what is asked for is taken from it. */
  private Optional<Turn> list(Sight now) {
    var option =
        left.stream()
            .flatMap(
                one ->
                    now.matching(t -> t.role().equals("option") && Texts.same(t.text(), one.text()))
                        .map(t -> Map.entry(one, t)))
            .findFirst();
    if (option.isPresent()) {
      left.remove(option.get().getKey());
      taken.add(option.get().getKey());
      return Optional.of(Turn.press(now, option.get().getValue(), "it is offered"));
    }
    return now.matching(
            t -> t.role().equals("combobox") && !t.takesText() && !t.tag().equals("select"))
        .filter(t -> !Boolean.TRUE.equals(t.node().expanded()) && opened.add(t.node().ref()))
        .findFirst()
        .map(t -> Turn.press(now, t, "the list has to be opened"));
  }

  private String missing() {
    return "“" + String.join("”, “", left.stream().map(Mention::text).sorted().toList()) + "”";
  }

  /** Where the wish itself names the button and nothing after it does, the button is pressed. */
  private Turn end(Sight now) {
    var button =
        rest.isEmpty()
            ? Commit.find(now, wish.words())
            : isLater(now)
                ? Commit.find(now, wish.words()).filter(Commit::isStep)
                : Optional.<Thing>empty();
    boolean step = button.filter(Commit::isStep).isPresent();
    boolean last = pages > 0 && acts == 0 && button.filter(Commit::isEnd).isPresent();
    if ((step && acts > 0 || last) && pages < MOST_PAGES) {
      pages = last ? MOST_PAGES : pages + 1;
      acts = 0;
      return Turn.press(now, button.orElseThrow(), "the next page may ask for more");
    }
    sent = true;
    if (rest.isEmpty() || placing.isIdle()) {
      return Turn.done();
    }
    return Commit.named(wish.words(), now)
        .filter(named -> isLater(now)) // else the rest goes before it
        .filter(named -> !rest.rest().toLowerCase(java.util.Locale.ROOT).contains(first(named)))
        .map(named -> Turn.press(now, named, "what was filled in has to be sent"))
        .orElseGet(Turn::done);
  }

  /** What follows can't be done on this page yet. */
  private boolean isLater(Sight now) {
    var next = rest;
    while (next.texts().size() > 1 && PreludeSkill.isPrelude(next.first())) {
      next = next.after(1);
    }
    return Skills.read(next, now).filter(one -> one.job().fits(now)).isEmpty();
  }

  private static String first(Thing button) {
    return List.of(Texts.plain(button.label()).split(" ")).getFirst();
  }
}
