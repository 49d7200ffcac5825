package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The limits of a run, as kept in {@code test_config}. */
public record RunConfig(long budgetSeconds, int maxPages, int maxSteps, List<String> allowedHosts) {

  private static final Duration LONGEST = Duration.ofMinutes(30);

  public RunConfig {
    allowedHosts = List.copyOf(allowedHosts);
  }

  public static RunConfig of(Budget budget, List<String> allowedHosts) {
    return new RunConfig(
        budget.time().toSeconds(), budget.maxPages(), budget.maxSteps(), allowedHosts);
  }

  public Budget budget() {
    return new Budget(Duration.ofSeconds(budgetSeconds), maxPages, maxSteps);
  }

  /** The same with so many times the time, up to the longest a budget may be. */
  public RunConfig withTime(int factor) {
    long seconds = Math.min(budgetSeconds * factor, LONGEST.toSeconds());
    return new RunConfig(seconds, maxPages, maxSteps, allowedHosts);
  }

  public Set<String> hosts() {
    return Set.copyOf(allowedHosts);
  }
}
