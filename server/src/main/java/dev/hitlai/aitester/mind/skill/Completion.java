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

  private @Nullable Action last;
  private boolean done;

  void note(Action action) {
    if (!(action instanceof Action.Await) && !(action instanceof Action.Scroll)) {
      last = action;
    }
  }

  /** The press that is still missing; empty when none is. */
  Optional<Turn.Act> turn(Sight now, String mission) {
    if (done || !isOpen(now) || UNWANTED.matcher(mission).find()) {
      return Optional.empty();
    }
    done = true;
    return Commit.find(now, mission)
        .map(
            button ->
                new Turn.Act(
                    new Action.Click(now.element(button)), "what was changed has to be sent"));
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
    return now.again(click.target().ref())
        .filter(t -> !t.role().equals("button") || Boolean.TRUE.equals(t.node().selected()))
        .filter(t -> !t.role().equals("link") && !t.role().equals("tab"))
        .isPresent();
  }
}
