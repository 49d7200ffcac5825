package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import java.time.Duration;
import java.util.Optional;

/** What ends a mission from outside: a request to stop, the time, the number of steps. */
record Limits(Budget budget, Relay relay) {

  /** An end, with one sentence that says why. */
  record Stop(MissionOutcome outcome, String explanation) {}

  /** The first limit that is reached; a request to stop comes before the others. */
  Optional<Stop> reached(int steps, Duration timeLeft) {
    if (relay.cancelled()) {
      return Optional.of(
          new Stop(MissionOutcome.CANCELLED, relay.whyStopped() + " after " + steps + " steps."));
    }
    if (!timeLeft.isPositive()) {
      var all = budget.time().toSeconds();
      return outOfBudget("The time of " + all + " s was used up after " + steps + " steps.");
    }
    if (steps >= budget.maxSteps()) {
      return outOfBudget("All " + budget.maxSteps() + " steps were used up.");
    }
    return Optional.empty();
  }

  private static Optional<Stop> outOfBudget(String explanation) {
    return Optional.of(new Stop(MissionOutcome.OUT_OF_BUDGET, explanation));
  }
}
