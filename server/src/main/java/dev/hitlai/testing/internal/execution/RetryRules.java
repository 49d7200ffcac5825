package dev.hitlai.testing.internal.execution;

import java.time.Duration;

/**
 * Whether a failed attempt is tried again: a broken connection three times altogether with growing
 * pauses, a time-out once more with twice the time, a dead server twice more, anything else never.
 *
 * @param firstPause before the second try after a network error; the next one waits four times as
 *     long
 */
public record RetryRules(Duration firstPause) {
  static final int NETWORK_TRIES = 3;
  static final int TIMEOUT_TRIES = 2;
  static final int CRASH_TRIES = 3;

  /** What follows an attempt that failed. */
  public sealed interface Verdict {
    /** Try again after a pause, with {@code timeFactor} times the time. */
    record Again(Duration pause, int timeFactor) implements Verdict {}

    /** The run has failed. */
    record Enough() implements Verdict {}
  }

  /**
   * @param attempt which attempt failed, from 1
   */
  public Verdict after(Failure failure, int attempt) {
    return switch (failure.kind()) {
      case NETWORK_ERROR ->
          attempt < NETWORK_TRIES ? new Verdict.Again(pause(attempt), 1) : new Verdict.Enough();
      case TIMEOUT ->
          attempt < TIMEOUT_TRIES ? new Verdict.Again(Duration.ZERO, 2) : new Verdict.Enough();
      case UNREACHABLE,
          INVALID_ADDRESS,
          AUTHENTICATION,
          NOT_A_PAGE,
          HTTP_ERROR,
          REDIRECT_LOOP,
          BROWSER_MISSING,
          AI_STOPPED,
          CRASHED,
          UNKNOWN ->
          new Verdict.Enough();
    };
  }

  /** Whether a run whose server died is begun once more. */
  public boolean resumes(int attemptsSoFar) {
    return attemptsSoFar < CRASH_TRIES;
  }

  private Duration pause(int attempt) {
    return firstPause.multipliedBy(1L << (2 * (attempt - 1)));
  }
}
