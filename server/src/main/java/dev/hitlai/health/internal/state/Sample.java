package dev.hitlai.health.internal.state;

/**
 * A check as far as states are concerned.
 *
 * @param at when it was due, epoch milliseconds
 * @param countsForMs for how long it speaks when no other follows
 * @param failuresNeeded failures in a row that make it down, as they were set then
 * @param successesNeeded successes in a row that end that
 */
public record Sample(
    long at, Verdict verdict, long countsForMs, int failuresNeeded, int successesNeeded) {
  public Sample {
    if (countsForMs <= 0 || failuresNeeded < 1 || successesNeeded < 1) {
      throw new IllegalArgumentException("A check speaks for some time, thresholds begin at 1.");
    }
  }

  long until() {
    return at + countsForMs;
  }
}
