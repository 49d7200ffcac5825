package dev.hitlai.health.internal.incidents;

import dev.hitlai.health.MonitorState;
import java.time.Duration;

/**
 * What a monitor's change means for incidents. Pure, so that patterns of faults can be played
 * through it.
 */
public enum OutageStep {
  /** A new incident. */
  OPENS,
  /** It fails again before its incident was over: the same incident. */
  RELAPSES,
  /** It is back; the incident is over when it stays so for a while. */
  RECOVERS,
  /** It only follows something that it depends on: part of that one's incident. */
  JOINS,
  /** What only followed is back. */
  LEAVES,
  NOTHING;

  private static final Duration SHORTEST_CALM = Duration.ofMinutes(3);
  private static final Duration LONGEST_CALM = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 10;

  /** How a monitor stands in the open incident of its own. */
  public enum Own {
    NONE,
    FAILING,
    RECOVERING
  }

  /**
   * @param silenced whether a parent is the cause
   */
  public static OutageStep of(Own own, MonitorState to, boolean silenced) {
    return switch (to) {
      case DOWN -> silenced && own == Own.NONE ? JOINS : failing(own);
      // Whatever is wrong under announced work belongs to the work.
      case UP, DEGRADED, MAINTENANCE -> own == Own.FAILING ? RECOVERS : LEAVES;
      // Not to see it is no sign of anything.
      case UNKNOWN -> NOTHING;
    };
  }

  private static OutageStep failing(Own own) {
    return switch (own) {
      case NONE -> OPENS;
      case RECOVERING -> RELAPSES;
      case FAILING -> NOTHING;
    };
  }

  /**
   * How long it must stay up for an incident to be over: three checks, at least 3 minutes, twice as
   * long after each relapse, at most half an hour. So what flaps is one incident.
   */
  public static Duration calm(Duration interval, int relapses) {
    Duration calm = interval.multipliedBy(3);
    calm = calm.compareTo(SHORTEST_CALM) < 0 ? SHORTEST_CALM : calm;
    calm = calm.multipliedBy(1L << Math.clamp(relapses, 0, MOST_DOUBLINGS));
    Duration longest =
        LONGEST_CALM.compareTo(interval.multipliedBy(3)) < 0
            ? interval.multipliedBy(3)
            : LONGEST_CALM;
    return calm.compareTo(longest) > 0 ? longest : calm;
  }
}
