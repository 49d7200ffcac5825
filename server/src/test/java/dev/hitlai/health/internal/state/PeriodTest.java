package dev.hitlai.health.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.internal.state.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Uptime against a computation that looks at every second and knows nothing of folds. */
class PeriodTest {
  private static final long SECOND = 1000;
  private static final int HOUR = 3600;

  @Test
  void equalsASecondBySecondCountOnTenThousandTimelines() {
    for (int seed = 0; seed < 10_000; seed++) {
      var timeline = Timeline.random(new Random(seed));
      var naive = Naive.of(timeline);
      var fold = Fold.START;
      for (int hour = 0; hour * HOUR < timeline.length; hour++) {
        long from = hour * HOUR * SECOND;
        long until = from + HOUR * SECOND;
        var period =
            Period.of(from, until, fold, timeline.from(from), Spans.of(timeline.maintenance));
        assertThat(period)
            .as("seed %d, hour %d", seed, hour)
            .isEqualTo(naive.hour(hour, period.end()));
        fold = period.end();
      }
    }
  }

  @Test
  void givesTheSameWhenAnHourIsCountedAgainAfterLateChecksCameIn() {
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      var timeline = Timeline.random(random);
      var late = new ArrayList<>(timeline.samples);
      late.removeIf(_ -> random.nextInt(10) == 0);
      Period.of(0, HOUR * SECOND, Fold.START, late, Spans.of(timeline.maintenance));
      var again =
          Period.of(0, HOUR * SECOND, Fold.START, timeline.samples, Spans.of(timeline.maintenance));
      assertThat(again).isEqualTo(Naive.of(timeline).hour(0, again.end()));
    }
  }

  @Test
  void startsAnOutageAtTheFirstFailureAlsoWhenTheNextHourConfirmsIt() {
    var samples = new ArrayList<Sample>();
    for (long at = 0; at < HOUR; at += 60) {
      samples.add(check(at, at == 3540 ? Verdict.DOWN : Verdict.UP));
    }
    samples.add(check(3600, Verdict.DOWN));
    var hour = Period.of(0, HOUR * SECOND, Fold.START, samples, Spans.NONE);
    assertThat(hour.downMs()).isEqualTo(60 * SECOND);
    assertThat(hour.upMs()).isEqualTo(3540 * SECOND);
    assertThat(hour.outages()).isOne();
    var next =
        Period.of(3600 * SECOND, 7200 * SECOND, hour.end(), samples.subList(60, 61), Spans.NONE);
    assertThat(next.outages()).isZero();
    assertThat(next.downMs()).isEqualTo(120 * SECOND);
    assertThat(next.unknownMs()).isEqualTo(3480 * SECOND);
  }

  @Test
  void doesNotLetAnHourOfBlindnessCountAsUp() {
    var hour = Period.of(0, HOUR * SECOND, Fold.START, List.of(check(0, Verdict.UP)), Spans.NONE);
    assertThat(hour.upMs()).isEqualTo(120 * SECOND);
    assertThat(hour.unknownMs()).isEqualTo(3480 * SECOND);
  }

  @Test
  void takesMaintenanceOutOfBothSidesAlsoWhenItIsEnteredAfterwards() {
    var samples = new ArrayList<Sample>();
    for (long at = 0; at < HOUR; at += 60) {
      samples.add(check(at, at >= 600 && at < 1200 ? Verdict.DOWN : Verdict.UP));
    }
    var before = Period.of(0, HOUR * SECOND, Fold.START, samples, Spans.NONE);
    assertThat(before.downMs()).isEqualTo(600 * SECOND);
    var window = Spans.of(List.of(new Span(600 * SECOND, 1200 * SECOND)));
    var after = Period.of(0, HOUR * SECOND, Fold.START, samples, window);
    assertThat(after.downMs()).isZero();
    assertThat(after.maintenanceMs()).isEqualTo(600 * SECOND);
    assertThat(after.upMs()).isEqualTo(3000 * SECOND);
  }

  private static Sample check(long second, Verdict verdict) {
    return new Sample(second * SECOND, verdict, 120 * SECOND, 2, 2);
  }

  /** Some hours of checks with failures in streaks, gaps and maintenance. */
  private record Timeline(
      int length, List<Sample> samples, List<Span> maintenance, boolean[] maintained) {
    Timeline(int length, List<Sample> samples, List<Span> maintenance) {
      this(length, samples, maintenance, new boolean[length + 4000]);
      for (var span : maintenance) {
        for (long at = span.from() / SECOND; at < span.until() / SECOND; at++) {
          maintained[(int) at] = true;
        }
      }
    }

    static Timeline random(Random random) {
      int length = HOUR * (1 + (random.nextInt(3) + 1) / 3);
      int interval = List.of(30, 60, 120, 300).get(random.nextInt(4));
      int failures = 1 + random.nextInt(4);
      int successes = 1 + random.nextInt(4);
      var samples = new ArrayList<Sample>();
      var mood = Verdict.UP;
      for (int at = random.nextInt(interval); at < length; at += interval) {
        if (random.nextInt(4) == 0) {
          mood = Verdict.values()[random.nextInt(3)];
        }
        if (random.nextInt(25) == 0) {
          at += interval * random.nextInt(8);
        }
        if (at < length) {
          samples.add(new Sample(at * SECOND, mood, 2L * interval * SECOND, failures, successes));
        }
        if (random.nextInt(6) == 0) {
          at -= interval / 2;
        }
      }
      var maintenance = new ArrayList<Span>();
      for (int i = random.nextInt(4); i > 0; i--) {
        long from = random.nextInt(length) * SECOND;
        maintenance.add(new Span(from, from + random.nextInt(1800) * SECOND));
      }
      return new Timeline(length, samples, maintenance);
    }

    List<Sample> from(long millis) {
      return samples.stream().filter(sample -> sample.at() >= millis).toList();
    }
  }

  /**
   * Says of each second what it was: first which check speaks for it, then, check by check with all
   * that came before and after, which state that one belonged to.
   */
  private record Naive(char[] seconds, List<Integer> outages) {
    static Naive of(Timeline timeline) {
      var counted =
          timeline.samples.stream()
              .filter(sample -> !maintained(timeline, sample.at() / SECOND))
              .toList();
      var outages = new ArrayList<Integer>();
      char[] states = states(timeline, counted, outages);
      var seconds = new char[timeline.length];
      int last = -1;
      for (int second = 0; second < timeline.length; second++) {
        while (last + 1 < states.length && counted.get(last + 1).at() <= second * SECOND) {
          last++;
        }
        seconds[second] =
            maintained(timeline, second)
                ? 'm'
                : last < 0 ? '?' : at(timeline, counted, states, last, second);
      }
      return new Naive(seconds, outages);
    }

    private static char at(
        Timeline timeline, List<Sample> counted, char[] states, int last, int second) {
      var sample = counted.get(last);
      boolean seen = second * SECOND < sample.at() + sample.countsForMs();
      for (long between = sample.at() / SECOND; seen && between <= second; between++) {
        seen = !maintained(timeline, between);
      }
      return seen ? states[last] : '?';
    }

    private static boolean maintained(Timeline timeline, long second) {
      return timeline.maintained[(int) second];
    }

    private static char[] states(Timeline timeline, List<Sample> counted, List<Integer> outages) {
      var states = new char[counted.size()];
      char now = '?';
      for (int i = 0; i < states.length; i++) {
        states[i] = now;
        char next = now;
        int since = i;
        int failed = back(timeline, counted, i, "d");
        int bad = back(timeline, counted, i, "ds");
        int good = back(timeline, counted, i, "u");
        int answered = back(timeline, counted, i, "us");
        int failures = counted.get(i).failuresNeeded();
        int successes = counted.get(i).successesNeeded();
        char verdict = letter(counted.get(i));
        if (now == '?' && verdict != 'd') {
          next = verdict;
        } else if (now != 'd' && failed >= failures) {
          next = 'd';
          since = i - failed + 1;
        } else if (now == 'u' && bad >= failures) {
          next = 's';
          since = i - bad + 1;
        } else if (now == 's' && good >= successes) {
          next = 'u';
          since = i - good + 1;
        } else if (now == 'd' && answered >= successes) {
          next = verdict;
          since = i - answered + 1;
        }
        if (next != now) {
          for (int j = since; j <= i; j++) {
            states[j] = next;
          }
          if (next == 'd') {
            outages.add((int) (counted.get(since).at() / SECOND));
          }
          now = next;
        }
      }
      return states;
    }

    /** How many checks up to this one are of the sort, without a gap or maintenance between. */
    private static int back(Timeline timeline, List<Sample> counted, int last, String sort) {
      int count = 0;
      for (int i = last; i >= 0 && sort.indexOf(letter(counted.get(i))) >= 0; i--) {
        count++;
        if (i > 0 && torn(timeline, counted, i)) {
          break;
        }
      }
      return count;
    }

    private static boolean torn(Timeline timeline, List<Sample> counted, int i) {
      var before = counted.get(i - 1);
      boolean gap = counted.get(i).at() > before.at() + before.countsForMs();
      for (long s = before.at() / SECOND; s < counted.get(i).at() / SECOND; s++) {
        gap |= maintained(timeline, s);
      }
      return gap;
    }

    private static char letter(Sample sample) {
      return switch (sample.verdict()) {
        case UP -> 'u';
        case DEGRADED -> 's';
        case DOWN -> 'd';
      };
    }

    Period hour(int hour, Fold end) {
      var counts = new long[128];
      for (int second = hour * HOUR; second < (hour + 1) * HOUR; second++) {
        counts[seconds[second]] += SECOND;
      }
      int began =
          (int) outages.stream().filter(at -> at >= hour * HOUR && at < (hour + 1) * HOUR).count();
      return new Period(
          counts['u'] + counts['s'],
          counts['s'],
          counts['d'],
          counts['m'],
          counts['?'],
          began,
          end);
    }
  }
}
