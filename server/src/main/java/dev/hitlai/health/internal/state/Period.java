package dev.hitlai.health.internal.state;

import dev.hitlai.health.MonitorState;
import java.util.List;

/**
 * How long a monitor was in which state in a period: checks weigh as much as the time they speak
 * for, so that a failing monitor, which is checked more often, isn't counted double, and a gap is
 * unknown.
 *
 * @param outages that began in it
 * @param end what was known at its end, from which the next goes on
 */
public record Period(
    long upMs,
    long degradedMs,
    long downMs,
    long maintenanceMs,
    long unknownMs,
    int outages,
    Fold end) {

  /**
   * @param from epoch milliseconds, inclusive
   * @param until exclusive
   * @param before what was known before
   * @param samples those of the period, and some that follow it: an outage may be confirmed by
   *     them, and began before
   */
  public static Period of(
      long from, long until, Fold before, List<Sample> samples, Spans maintenance) {
    var counted = new Counting(from, until, before, maintenance);
    samples.forEach(counted::add);
    return counted.result();
  }

  /** A check with the state that it turned out to belong to. */
  private static final class Labelled {
    final long at;
    final long until;
    MonitorState state;

    Labelled(long at, long until, MonitorState state) {
      this.at = at;
      this.until = until;
      this.state = state;
    }
  }

  private static final class Counting {
    private final long from;
    private final long until;
    private final Spans maintenance;
    private final List<Labelled> labelled = new java.util.ArrayList<>();
    private Fold fold;
    private Fold end;
    private int outages;

    Counting(long from, long until, Fold before, Spans maintenance) {
      this.from = from;
      this.until = until;
      this.maintenance = maintenance;
      this.fold = before;
      this.end = before;
      if (before.seenUntil() > from) {
        labelled.add(new Labelled(before.lastAt(), before.seenUntil(), before.base()));
      }
    }

    void add(Sample sample) {
      if (maintenance.contains(sample.at())) {
        return;
      }
      var known = fold;
      if (maintenance.touches(known.lastAt(), sample.at())) {
        known = known.interrupted();
      }
      fold = known.with(sample);
      labelled.add(new Labelled(sample.at(), sample.until(), fold.base()));
      if (fold.base() != known.base()) {
        relabel(fold);
      }
      if (sample.at() < until) {
        end = fold;
      }
    }

    private void relabel(Fold turned) {
      for (int i = labelled.size() - 1; i >= 0 && labelled.get(i).at >= turned.baseSince(); i--) {
        labelled.get(i).state = turned.base();
      }
      boolean here = turned.baseSince() >= from && turned.baseSince() < until;
      if (turned.base() == MonitorState.DOWN && here) {
        outages++;
      }
    }

    Period result() {
      long[] spent = new long[MonitorState.values().length];
      for (int i = 0; i < labelled.size(); i++) {
        var one = labelled.get(i);
        long next = i + 1 < labelled.size() ? labelled.get(i + 1).at : Long.MAX_VALUE;
        long stops = maintenance.firstStart(one.at, Math.min(next, one.until));
        spent[one.state.ordinal()] += Math.max(0, Math.min(until, stops) - Math.max(from, one.at));
      }
      long maintained = maintenance.within(from, until);
      long degraded = spent[MonitorState.DEGRADED.ordinal()];
      long up = spent[MonitorState.UP.ordinal()] + degraded;
      long down = spent[MonitorState.DOWN.ordinal()];
      return new Period(
          up, degraded, down, maintained, until - from - up - down - maintained, outages, end);
    }
  }
}
