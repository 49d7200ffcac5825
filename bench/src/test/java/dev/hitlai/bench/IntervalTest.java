package dev.hitlai.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void aShareLiesWithinItsIntervalAndThatWithinZeroAndOne() {
    for (int tries = 1; tries <= 60; tries++) {
      for (int successes = 0; successes <= tries; successes++) {
        var share = Interval.share(successes, tries);
        assertThat(share.estimate()).isBetween(share.low(), share.high());
        assertThat(share.low()).isGreaterThanOrEqualTo(-1e-12);
        assertThat(share.high()).isLessThanOrEqualTo(1 + 1e-12);
      }
    }
  }

  @Test
  void theIntervalOfAShareIsWilsons() {
    var share = Interval.share(40, 50);

    assertThat(share.low()).isCloseTo(0.6696, within(5e-4));
    assertThat(share.high()).isCloseTo(0.8876, within(5e-4));
  }

  @Test
  void aMeanLiesWithinItsBootstrapIntervalWhichHoldsTheTruthMostly() {
    int held = 0;
    for (int i = 0; i < 100; i++) {
      var random = new Random(i);
      var values = IntStream.range(0, 50).mapToDouble(_ -> random.nextGaussian()).toArray();
      var mean = Interval.bootstrap(List.of(values), IntervalTest::mean, i);
      assertThat(mean.estimate()).isBetween(mean.low(), mean.high());
      held += mean.low() <= 0 && mean.high() >= 0 ? 1 : 0;
    }
    assertThat(held).isGreaterThan(85);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    var values = List.of(new double[] {1, 2, 4, 8, 16});

    assertThat(Interval.bootstrap(values, IntervalTest::mean, 7))
        .isEqualTo(Interval.bootstrap(values, IntervalTest::mean, 7));
  }

  private static double mean(List<double[]> groups) {
    return Arrays.stream(groups.getFirst()).average().orElseThrow();
  }
}
