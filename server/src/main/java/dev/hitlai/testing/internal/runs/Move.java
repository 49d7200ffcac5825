package dev.hitlai.testing.internal.runs;

import dev.hitlai.testing.RunStatus;

/** A legal change of a run's status; an illegal one cannot be made. */
public record Move(RunStatus from, RunStatus to) {
  public static final Move BEGIN = new Move(RunStatus.PENDING, RunStatus.RUNNING);
  public static final Move PAUSE = new Move(RunStatus.RUNNING, RunStatus.HITL_PAUSED);

  public Move {
    if (!from.next().contains(to)) {
      throw new IllegalMove(from, to);
    }
  }

  /** The bug of moving a run where it can't go. */
  public static final class IllegalMove extends IllegalStateException {
    IllegalMove(RunStatus from, RunStatus to) {
      super("A test run cannot go from " + from.code() + " to " + to.code() + ".");
    }
  }
}
