package dev.hitlai.models.internal.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a breaker; each change makes a new one. It opens when five calls in a row failed, or
 * half of the last twenty (ten at least), stays open for 15 seconds, doubled each time a trial
 * fails, up to 10 minutes, and then lets one call through.
 *
 * @param outcomes of the last calls as bits, 1 for a failure, the latest lowest
 * @param calls how many of the bits count
 * @param openings in a row without a success between
 * @param retryAt when the next trial may be made; while half open, when the trial counts as lost
 */
public record Breaker(
    State state,
    long outcomes,
    int calls,
    int openings,
    @Nullable Instant openedAt,
    @Nullable Instant retryAt) {
  public static final Breaker CLOSED = new Breaker(State.CLOSED, 0, 0, 0, null, null);

  /** Calls that are looked back on. */
  static final int WINDOW = 20;

  static final int IN_A_ROW = 5;
  private static final int LEAST = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration TRIAL = Duration.ofMinutes(2);

  /** As the schema spells them, in lower case. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /** Whether a call may be made now. */
  public boolean admits(Instant now) {
    return state == State.CLOSED || (retryAt != null && !now.isBefore(retryAt));
  }

  /** An admitted call goes out. */
  public Breaker tried(Instant now) {
    return state == State.CLOSED
        ? this
        : new Breaker(State.HALF_OPEN, outcomes, calls, openings, openedAt, now.plus(TRIAL));
  }

  public Breaker succeeded() {
    return state == State.CLOSED
        ? new Breaker(State.CLOSED, shifted(0), counted(), 0, null, null)
        : CLOSED;
  }

  public Breaker failed(Instant now) {
    var seen = new Breaker(state, shifted(1), counted(), openings, openedAt, retryAt);
    boolean opens =
        state != State.CLOSED || seen.row() >= IN_A_ROW || seen.failures() * 2 >= seen.least();
    return opens ? seen.opened(now) : seen;
  }

  /** Opens it whatever was seen. */
  public Breaker opened(Instant now) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(openings, 6));
    return new Breaker(
        State.OPEN,
        outcomes,
        calls,
        openings + 1,
        now,
        now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
  }

  public int failures() {
    return Long.bitCount(outcomes & mask(calls));
  }

  /** Failures without a success since. */
  private int row() {
    return Math.min(calls, Long.numberOfTrailingZeros(~outcomes));
  }

  private int least() {
    return Math.max(LEAST, calls);
  }

  private long shifted(int bit) {
    return (outcomes << 1 | bit) & mask(WINDOW);
  }

  private int counted() {
    return Math.min(WINDOW, calls + 1);
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
