package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Goes a way through menus: what only leads on is pointed at, and pressed when that opens nothing;
 * what the way ends at is pressed.
 */
final class MenuPathJob implements Job {
  private final List<Target> steps;
  private int at;
  private int tries;
  private final Job last;

  MenuPathJob(List<Target> steps) {
    this.steps = steps;
    last = new PressJob(steps.getLast());
  }

  @Override
  public boolean fits(Sight now) {
    return now.finder().find(steps.getFirst()).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    while (at < steps.size() - 1) {
      var here = now.finder().find(steps.get(at));
      boolean open = now.finder().find(steps.get(at + 1)).isPresent();
      var move = open || here.isEmpty() ? Optional.<Turn>empty() : open(here.get(), now);
      if (move.isPresent()) {
        return move.get();
      }
      at++;
      tries = 0;
    }
    return last.turn(now);
  }

  /** By pointing, with time to unfold, then by a press. */
  private Optional<Turn> open(Thing entry, Sight now) {
    if (tries == 0 && now.persona().touch()) {
      tries = 2;
    }
    return switch (tries++) {
      case 0 ->
          Optional.of(
              Turn.act(
                  new Action.Hover(now.element(entry)), "the menu may open under the pointer"));
      case 1, 3 ->
          Optional.of(Turn.act(new Action.Await(Duration.ofMillis(350)), "the menu is opening"));
      case 2 -> Optional.of(Turn.press(now, Handles.of(entry, now), "the way goes through it"));
      default -> Optional.empty();
    };
  }
}
