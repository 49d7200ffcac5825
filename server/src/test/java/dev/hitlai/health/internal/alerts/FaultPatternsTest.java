package dev.hitlai.health.internal.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.internal.incidents.OutageStep;
import dev.hitlai.health.internal.incidents.OutageStep.Own;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Shown;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Spans.Span;
import dev.hitlai.health.internal.state.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Plays labelled patterns of faults through what decides: the state of monitors, the incidents that
 * follow, and the rules that ship with the platform. Times are a check a minute.
 */
class FaultPatternsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final double PROMISED = 0.001;
  private static final int QUIET_MINUTES = 120;

  private static final List<Terms> RULES =
      List.of(
          terms(Metric.ERROR_RATE, 10, 5, 3, AlertSeverity.WARNING),
          terms(Metric.RESPONSE_TIME, 3000, 5, 3, AlertSeverity.WARNING),
          terms(Metric.BURN_RATE, 14.4, 0, 5, AlertSeverity.CRITICAL));

  private static Terms terms(
      Metric metric, double threshold, int minutes, int failures, AlertSeverity severity) {
    return new Terms(
        metric,
        Comparison.GREATER_THAN,
        threshold,
        Duration.ofMinutes(minutes),
        failures,
        severity);
  }

  /**
   * One check.
   *
   * @param ms null when it failed
   */
  private record Check(@Nullable Double ms) {
    static final Check FAILED = new Check(null);

    static Check took(double ms) {
      return new Check(ms);
    }
  }

  /**
   * @param alarming whether somebody has to be told
   * @param incidents how many incidents it is; -1 when the label doesn't say
   */
  private record Labelled(
      String pattern, boolean alarming, int incidents, List<Check> checks, Spans maintenance) {}

  /** What came of a pattern. */
  private record Played(int incidents, int alarms) {
    boolean told() {
      return incidents + alarms > 0;
    }
  }

  @Test
  void everyFaultIsToldAndHardlyAnythingElse() {
    var cases = cases();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
    int told = 0;
    int rightlyTold = 0;
    int faults = 0;
    var missed = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    for (int i = 0; i < cases.size(); i++) {
      var one = cases.get(i);
      boolean heard = play(one).told();
      told += heard ? 1 : 0;
      faults += one.alarming() ? 1 : 0;
      rightlyTold += heard && one.alarming() ? 1 : 0;
      if (one.alarming() && !heard) {
        missed.add(one.pattern() + " " + i);
      }
      if (!one.alarming() && heard) {
        wrong.add(one.pattern() + " " + i);
      }
    }
    assertThat(missed).as("faults that nobody was told of").isEmpty();
    assertThat(rightlyTold).isEqualTo(faults);
    assertThat((double) rightlyTold / told)
        .as("precision; told without a fault: %s", wrong)
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void anOutageIsOneIncidentHoweverItGoes() {
    for (var one : cases()) {
      if (one.incidents() >= 0) {
        assertThat(play(one).incidents()).as(one.pattern()).isEqualTo(one.incidents());
      }
    }
  }

  @Test
  void aParentWithThreeHundredChildrenIsOneIncident() {
    var checks = new ArrayList<Check>();
    quiet(checks, 10, new Random(1));
    IntStream.range(0, 8).forEach(_ -> checks.add(Check.FAILED));
    quiet(checks, 20, new Random(1));
    int incidents = play(new Labelled("parent", true, 1, checks, Spans.NONE)).incidents();
    for (int child = 0; child < 300; child++) {
      incidents += playChild(checks).incidents();
    }
    assertThat(incidents).isOne();
  }

  /** Some of each pattern, their moments and lengths by a seed. */
  private static List<Labelled> cases() {
    var random = new Random(20260301);
    var cases = new ArrayList<Labelled>();
    for (int i = 0; i < 40; i++) {
      cases.add(outage(random));
      cases.add(flap(random));
      cases.add(slowRamp(random));
      cases.add(partial(random));
      cases.add(recoverAndFail(random));
      cases.add(briefBlip(random));
      cases.add(calm(random));
      cases.add(slowMoment(random));
      cases.add(inMaintenance(random));
      cases.add(fewStrayFailures(random));
    }
    return cases;
  }

  private static Labelled outage(Random random) {
    return with("outage", true, 1, random, checks -> fail(checks, 2 + random.nextInt(30)));
  }

  private static Labelled flap(Random random) {
    return with(
        "flap",
        true,
        1,
        random,
        checks -> {
          for (int turn = 0; turn < 3 + random.nextInt(6); turn++) {
            fail(checks, 2 + random.nextInt(2));
            quiet(checks, 2, random);
          }
        });
  }

  private static Labelled slowRamp(Random random) {
    return with(
        "slow ramp",
        true,
        0,
        random,
        checks -> {
          int minutes = 20 + random.nextInt(20);
          for (int i = 0; i < minutes; i++) {
            checks.add(Check.took(200 + 5800.0 * i / minutes));
          }
          for (int i = 0; i < 8; i++) {
            checks.add(Check.took(6000 + random.nextInt(500)));
          }
        });
  }

  /** A third to a half of the checks fail; not always two in a row. */
  private static Labelled partial(Random random) {
    return with(
        "partial",
        true,
        -1,
        random,
        checks -> {
          int every = 2 + random.nextInt(2);
          for (int i = 0; i < 30; i++) {
            checks.add(i % every == 0 ? Check.FAILED : Check.took(180 + random.nextInt(60)));
          }
        });
  }

  /** Back for an hour, then down again: that is another outage. */
  private static Labelled recoverAndFail(Random random) {
    return with(
        "recover and fail",
        true,
        2,
        random,
        checks -> {
          fail(checks, 3 + random.nextInt(10));
          quiet(checks, 60 + random.nextInt(30), random);
          fail(checks, 3 + random.nextInt(10));
        });
  }

  private static Labelled briefBlip(Random random) {
    return with("brief blip", false, 0, random, checks -> fail(checks, 1));
  }

  private static Labelled calm(Random random) {
    return with("calm", false, 0, random, checks -> quiet(checks, 30, random));
  }

  /** Slow for less than the rule's five minutes. */
  private static Labelled slowMoment(Random random) {
    return with(
        "slow moment",
        false,
        0,
        random,
        checks -> {
          for (int i = 0; i < 1 + random.nextInt(2); i++) {
            checks.add(Check.took(4000 + random.nextInt(2000)));
          }
        });
  }

  private static Labelled inMaintenance(Random random) {
    var checks = new ArrayList<Check>();
    quiet(checks, QUIET_MINUTES, random);
    int from = checks.size();
    fail(checks, 10 + random.nextInt(30));
    int until = checks.size();
    quiet(checks, QUIET_MINUTES, random);
    var work = Spans.of(List.of(new Span(at(from - 1), at(until))));
    return new Labelled("in maintenance", false, 0, checks, work);
  }

  /** One failure now and then, far apart. */
  private static Labelled fewStrayFailures(Random random) {
    return with(
        "stray failures",
        false,
        0,
        random,
        checks -> {
          for (int i = 0; i < 3; i++) {
            fail(checks, 1);
            quiet(checks, 25 + random.nextInt(20), random);
          }
        });
  }

  private static Labelled with(
      String pattern,
      boolean alarming,
      int incidents,
      Random random,
      java.util.function.Consumer<List<Check>> fault) {
    var checks = new ArrayList<Check>();
    quiet(checks, QUIET_MINUTES + random.nextInt(60), random);
    fault.accept(checks);
    quiet(checks, QUIET_MINUTES, random);
    return new Labelled(pattern, alarming, incidents, checks, Spans.NONE);
  }

  private static void quiet(List<Check> checks, int count, Random random) {
    for (int i = 0; i < count; i++) {
      checks.add(Check.took(120 + random.nextInt(120)));
    }
  }

  private static void fail(List<Check> checks, int count) {
    for (int i = 0; i < count; i++) {
      checks.add(Check.FAILED);
    }
  }

  private static long at(int minute) {
    return START.plus(INTERVAL.multipliedBy(minute)).toEpochMilli();
  }

  private static Played play(Labelled one) {
    return new Played(incidents(one.checks(), one.maintenance(), false), alarms(one));
  }

  private static Played playChild(List<Check> checks) {
    return new Played(incidents(checks, Spans.NONE, true), 0);
  }

  /** As {@code Outages} does it: a recovery counts when it holds. */
  private static int incidents(List<Check> checks, Spans maintenance, boolean belowAParent) {
    var shown = Shown.fresh(at(0));
    int incidents = 0;
    int relapses = 0;
    long overAt = Long.MAX_VALUE;
    Own own = Own.NONE;
    for (int i = 0; i < checks.size(); i++) {
      long now = at(i);
      if (own == Own.RECOVERING && now >= overAt) {
        own = Own.NONE;
        relapses = 0;
      }
      boolean failed = checks.get(i).ms() == null;
      var step = shown.after(sample(i, failed), maintenance, belowAParent && failed);
      shown = step.next();
      for (var change : step.changes()) {
        switch (OutageStep.of(own, change.to(), change.silenced())) {
          case OPENS -> {
            incidents++;
            own = Own.FAILING;
          }
          case RELAPSES -> {
            relapses++;
            own = Own.FAILING;
          }
          case RECOVERS -> {
            own = Own.RECOVERING;
            overAt = now + OutageStep.calm(INTERVAL, relapses).toMillis();
          }
          case JOINS, LEAVES, NOTHING -> {}
        }
      }
    }
    assertThat(shown.state()).isNotEqualTo(MonitorState.DOWN);
    return incidents;
  }

  private static Sample sample(int minute, boolean failed) {
    return new Sample(
        at(minute),
        failed ? Verdict.DOWN : Verdict.UP,
        INTERVAL.multipliedBy(2).toMillis() + 5000,
        2,
        2);
  }

  private static int alarms(Labelled one) {
    var sums = new Sums[one.checks().size() + 1];
    sums[sums.length - 1] = Sums.NONE;
    for (int i = 0; i < one.checks().size(); i++) {
      Double ms = one.checks().get(i).ms();
      sums[i] =
          one.maintenance().contains(at(i))
              ? Sums.NONE
              : new Sums(
                  1, ms == null ? 1 : 0, ms == null ? 0 : 1, ms == null ? 0 : ms, 0, 0, 0, 0, 0);
    }
    var figures = new PastFigures(START, sums);
    int alarms = 0;
    for (var rule : RULES) {
      var state = AlertState.calm(START);
      for (int i = 1; i < sums.length; i++) {
        Instant now = START.plus(INTERVAL.multipliedBy(i));
        var reading = Reading.of(rule, figures.at(now), INTERVAL, PROMISED);
        var step = state.after(reading, one.maintenance().contains(at(i - 1)), now, rule.hold());
        state = step.next();
        alarms += step.turn() == AlertState.Turn.FIRED ? 1 : 0;
      }
    }
    return alarms;
  }
}
