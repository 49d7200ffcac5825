package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whoever changes something on a page presses what makes it count, even if nobody says so.
 * Stateful, for one mission.
 */
final class Completion {
  private static final Pattern UNWANTED =
      Pattern.compile(
          "(?i)\\b(?:do not|don't|without|never|no need"
              + " to)\\b.{0,20}\\b(?:press|click|submit|send|sav|order|book|confirm|finish)");

  private static final Pattern SENDING =
      Pattern.compile(
          "(?i)\\b(?:send|post|write"
              + " to|message|reply|respond|answer|tell|ask|say|comment|text|chat)\\b");

  private java.util.Set<Integer> before = java.util.Set.of();
  private int later;
  private boolean consented;
  private @Nullable Action last;
  private boolean done;
  private final java.util.Set<String> pressed = new java.util.HashSet<>();

  void note(Action action) {
    if (action instanceof Action.Click click) {
      pressed.add(click.target().label());
    }
    if (!(action instanceof Action.Await) && !(action instanceof Action.Scroll)) {
      last = action;
    }
  }

  /** Something was put right: it has to be sent once more. */
  void reopen() {
    done = false;
  }

  /** The press that is still missing; empty when none is. */
  Optional<Turn.Act> turn(Sight now, String mission) {
    var consent = consent(now, mission);
    if (consent.isPresent()) {
      done = false;
      return consent;
    }
    if (done && later < 2 && last != null) {
      later++;
      var next =
          Commit.find(now, mission, t -> !before.contains(t.node().ref()))
              .filter(t -> isAsked(t, mission) || Commit.isEnd(t));
      before = now.refs();
      return next.map(
          t -> new Turn.Act(new Action.Click(now.element(t)), "the page asks once more"));
    }
    if (done || last == null || UNWANTED.matcher(mission).find()) {
      return Optional.empty();
    }
    done = true;
    before = now.refs();
    return Commit.find(now, mission)
        .filter(t -> isOpen(now) || isAsked(t, mission))
        .map(
            button ->
                new Turn.Act(
                    new Action.Click(now.element(button)), "what was changed has to be sent"))
        .or(() -> nameless(now, mission));
  }

  /** Nothing here is called so, but what was written has to be sent all the same. */
  private Optional<Turn.Act> nameless(Sight now, String mission) {
    return last instanceof Action.Type && SENDING.matcher(mission).find()
        ? SendJob.nameless(now).filter(Turn.Act.class::isInstance).map(Turn.Act.class::cast)
        : Optional.empty();
  }

  /** The page complains that its terms are not accepted, and nobody said that they shall not be. */
  private Optional<Turn.Act> consent(Sight now, String mission) {
    boolean complains =
        !consented
            && now.matching(t -> !t.isField() && Consent.isAsked(t.own(), mission))
                .anyMatch(t -> !t.tag().matches("label|button"));
    var box = complains ? Consent.box(now) : Optional.<Turn>empty();
    consented |= box.isPresent();
    return box.map(Turn.Act.class::cast);
  }

  /** "Reserve seats B2 and B3": the button that is called like the request itself. */
  private boolean isAsked(Thing button, String mission) {
    var first = Texts.plain(button.label()).split(" ")[0];
    return pressed.stream().noneMatch(label -> Texts.plain(label).startsWith(first))
        && Clauses.of(mission).texts().stream()
            .anyMatch(clause -> Texts.plain(clause).split(" ")[0].equals(first));
  }

  private boolean isOpen(Sight now) {
    return switch (last) {
      case Action.Type _, Action.Select _, Action.Check _, Action.Keys _, Action.Drag _ -> true;
      case Action.Click click -> isChoice(click, now);
      case null, default -> false;
    };
  }

  /** A card, tile or star stays where it is, and says that it was chosen. */
  private static boolean isChoice(Action.Click click, Sight now) {
    var again = now.again(click.target().ref());
    if (again.isEmpty()) {
      var label = click.target().label(); // taken from a list it now stands in a field
      return now.fields().stream().anyMatch(f -> f.takesText() && Texts.same(f.value(), label));
    }
    return again
        .filter(
            t ->
                !t.role().equals("button")
                    || Boolean.TRUE.equals(t.node().selected())
                    || Boolean.TRUE.equals(t.node().checked()))
        .filter(t -> !t.role().equals("link") && !t.role().equals("tab"))
        .isPresent();
  }
}
