package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pointer tells: that it rested long before a decision, or went to and fro. */
final class Pointers implements Detector {
  private static final int STEP = 3;
  private static final int SHORT_WAY = 30;
  private static final long LONGEST_REST = 60_000;

  /** A place of the pointer in time. */
  private record Spot(@Nullable UUID page, long at, int x, int y) {}

  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var spots = new ArrayList<Spot>();
    for (Movement movement : story.movements()) {
      if (!movement.touch()) {
        for (int i = 0; i + 2 < movement.points().length; i += STEP) {
          int[] p = movement.points();
          spots.add(new Spot(movement.pageId(), movement.start() + p[i + 2], p[i], p[i + 1]));
        }
      }
    }
    var signals = new ArrayList<Signal>();
    hesitations(story, spots, settings, signals);
    thrashing(spots, settings, signals);
    return signals;
  }

  private static void hesitations(
      Story story, List<Spot> spots, SignalSettings settings, List<Signal> signals) {
    int at = 0;
    for (var click : story.clicks()) {
      if (click.is(Story.Flags.TOUCH | Story.Flags.KEYBOARD | Story.Flags.SCRIPTED)
          || !click.is(Story.Flags.LINK | Story.Flags.CONTROL)) {
        continue;
      }
      while (at < spots.size() && spots.get(at).at() < click.at() - 100) {
        at++;
      }
      if (at == 0) {
        continue;
      }
      Spot before = spots.get(at - 1);
      long rest = click.at() - before.at();
      boolean busy =
          story.keys().stream().anyMatch(k -> k.at() > before.at() && k.at() < click.at())
              || story.scrolls().stream()
                  .anyMatch(s -> s.at() > before.at() && s.at() < click.at());
      boolean there =
          Math.hypot(before.x() - click.viewX(), before.y() - click.viewY()) <= 2 * SHORT_WAY;
      if (there && !busy && rest > settings.hesitation().toMillis() && rest < LONGEST_REST) {
        signals.add(
            Signal.ofClicks(
                SignalKind.HESITATION,
                List.of(click),
                "unclear_choice",
                "The pointer rested on %s for %.1f s before it was pressed."
                    .formatted(click.name(), rest / 1000.0)));
      }
    }
  }

  private static void thrashing(List<Spot> spots, SignalSettings settings, List<Signal> signals) {
    var turns = new ArrayList<Spot>();
    int lastX = 0;
    int lastY = 0;
    long silentUntil = 0;
    for (int i = 1; i < spots.size(); i++) {
      Spot from = spots.get(i - 1);
      Spot to = spots.get(i);
      int dx = to.x() - from.x();
      int dy = to.y() - from.y();
      if (Math.hypot(dx, dy) < SHORT_WAY) {
        continue;
      }
      if ((long) dx * lastX + (long) dy * lastY < 0) {
        turns.add(to);
      }
      lastX = dx;
      lastY = dy;
      turns.removeIf(turn -> turn.at() < to.at() - settings.thrashWithin().toMillis());
      if (turns.size() >= settings.thrashTurns() && to.at() > silentUntil) {
        silentUntil = to.at() + 5000;
        signals.add(
            Signal.ofPage(
                SignalKind.THRASHING_CURSOR,
                to.page(),
                turns.getFirst().at(),
                to.at(),
                "waiting_or_lost",
                "The pointer turned %d times within %.1f s."
                    .formatted(turns.size(), (to.at() - turns.getFirst().at()) / 1000.0)));
      }
    }
  }
}
