package dev.hitlai.health.internal.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands with one monitor.
 *
 * @param pendingSince since when the threshold is passed; null while it isn't
 * @param clearSince while it fires, since when the threshold is no longer passed
 * @param lastAt when it was last looked at
 */
public record AlertState(
    @Nullable Instant pendingSince, @Nullable Instant clearSince, boolean firing, Instant lastAt) {

  /** A value at the threshold goes back and forth; that is one alarm. */
  static final Duration CALM = Duration.ofMinutes(2);

  /** Who didn't look for so long can't say that it went on. */
  private static final Duration BLIND = Duration.ofMinutes(3);

  /** What a look changed. */
  public enum Turn {
    NONE,
    FIRED,
    RESOLVED,
    /** It ends because of maintenance or a parent that is down; nobody is told. */
    HUSHED
  }

  public record Step(AlertState next, Turn turn) {}

  public static AlertState calm(Instant at) {
    return new AlertState(null, null, false, at);
  }

  /** Whether there is nothing to remember. */
  boolean isCalm() {
    return !firing && pendingSince == null;
  }

  /**
   * Looks once more.
   *
   * @param silenced in maintenance, or under a parent that is down
   */
  public Step after(Optional<Reading> reading, boolean silenced, Instant at, Duration hold) {
    if (silenced) {
      return new Step(calm(at), firing ? Turn.HUSHED : Turn.NONE);
    }
    if (reading.isEmpty()) {
      return new Step(new AlertState(null, null, firing, at), Turn.NONE);
    }
    return firing ? whileFiring(reading.get(), at) : whileCalm(reading.get(), at, hold);
  }

  private Step whileFiring(Reading reading, Instant at) {
    if (reading.passed()) {
      return new Step(new AlertState(pendingSince, null, true, at), Turn.NONE);
    }
    Instant since = clearSince == null ? at : clearSince;
    return Duration.between(since, at).compareTo(CALM) >= 0
        ? new Step(calm(at), Turn.RESOLVED)
        : new Step(new AlertState(pendingSince, since, true, at), Turn.NONE);
  }

  private Step whileCalm(Reading reading, Instant at, Duration hold) {
    if (!reading.passed()) {
      return new Step(calm(at), Turn.NONE);
    }
    boolean wentOn = pendingSince != null && Duration.between(lastAt, at).compareTo(BLIND) <= 0;
    Instant since = wentOn && pendingSince != null ? pendingSince : at;
    boolean longEnough = Duration.between(since, at).compareTo(hold) >= 0;
    boolean fires = longEnough && reading.fresh();
    return new Step(new AlertState(since, null, fires, at), fires ? Turn.FIRED : Turn.NONE);
  }
}
