package dev.hitlai.health.internal.state;

import dev.hitlai.health.MonitorState;
import java.util.ArrayList;
import java.util.List;

/**
 * What people see of a monitor, check by check.
 *
 * @param since when the state began, epoch milliseconds
 * @param silenced down because of a parent
 */
public record Shown(Fold fold, MonitorState state, long since, boolean silenced) {

  /**
   * That something changed.
   *
   * @param effective when it began, epoch milliseconds
   */
  public record Change(MonitorState from, MonitorState to, long effective, boolean silenced) {}

  /** What is seen after a check, and what changed on the way there, oldest first. */
  public record Step(Shown next, List<Change> changes) {}

  /** Before the first check. */
  public static Shown fresh(long since) {
    return new Shown(Fold.START, MonitorState.UNKNOWN, since, false);
  }

  /**
   * Goes on by a check.
   *
   * @param parentFails whether something that the monitor depends on is down, or about to be
   */
  public Step after(Sample sample, Spans maintenance, boolean parentFails) {
    var changes = new Changes();
    if (maintenance.contains(sample.at())) {
      changes.to(MonitorState.MAINTENANCE, sample.at(), false);
      return changes.step(fold.interrupted());
    }
    var known = maintenance.touches(fold.lastAt(), sample.at()) ? fold.interrupted() : fold;
    boolean blind = known.seenUntil() > 0 && sample.at() > known.seenUntil();
    if (blind && state != MonitorState.MAINTENANCE) {
      changes.to(MonitorState.UNKNOWN, known.seenUntil(), false);
    }
    var next = known.with(sample);
    long effective = next.base() == known.base() ? sample.at() : next.baseSince();
    boolean down = next.base() == MonitorState.DOWN;
    boolean goesOn = changes.now == MonitorState.DOWN && silenced;
    boolean quiet = down && parentFails && (changes.now != MonitorState.DOWN || goesOn);
    if (goesOn && down && !parentFails && sample.verdict() != Verdict.DOWN) {
      // It may just be following its parent up; the next check tells.
      quiet = true;
    }
    changes.to(next.base(), effective, quiet);
    return changes.step(next);
  }

  private final class Changes {
    private final List<Change> list = new ArrayList<>();
    private MonitorState now = state;
    private long began = since;
    private boolean quiet = silenced;

    void to(MonitorState next, long effective, boolean silent) {
      if (next == now && silent == quiet) {
        return;
      }
      long at = next == now ? effective : Math.max(began, effective);
      list.add(new Change(now, next, at, silent));
      began = next == now ? began : at;
      now = next;
      quiet = silent;
    }

    Step step(Fold next) {
      return new Step(new Shown(next, now, began, quiet), List.copyOf(list));
    }
  }
}
