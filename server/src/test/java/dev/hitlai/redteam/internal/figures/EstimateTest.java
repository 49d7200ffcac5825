package dev.hitlai.redteam.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
  private static final int REPEATS = Integer.getInteger("hitlai.coverage.repeats", 100);
  private static final double SENSITIVITY = 0.95;
  private static final double SPECIFICITY = 0.98;

  /** Detector, labelled answers and campaign are drawn anew each time. */
  private static Estimate once(double truth, Random random, long seed) {
    var error =
        new DetectorError(of(400, SENSITIVITY, random), 400, of(400, SPECIFICITY, random), 400);
    double seen = truth * SENSITIVITY + (1 - truth) * (1 - SPECIFICITY);
    var prompts = new ArrayList<Estimate.Prompt>();
    for (int i = 0; i < 200; i++) {
      prompts.add(new Estimate.Prompt(of(5, seen, random), 5));
    }
    return Estimate.of(prompts, error, seed, 400);
  }

  private static int of(int n, double share, Random random) {
    return (int) random.doubles(n).filter(chance -> chance < share).count();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.5, 0.95})
  void coversTheTruthInAboutNinetyFivePercentOfRuns(double truth) {
    var random = new Random(17);
    int covered = 0;
    double sum = 0;
    for (int i = 0; i < REPEATS; i++) {
      var estimate = once(truth, random, i);
      covered += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      sum += estimate.rate();
    }
    System.out.printf(
        Locale.ROOT,
        "truth %.2f: covered %d of %d, mean %.4f%n",
        truth,
        covered,
        REPEATS,
        sum / REPEATS);
    // Four standard errors of a share around 95 % at this many repeats.
    double slack = 4 * Math.sqrt(0.95 * 0.05 / REPEATS);
    assertThat(covered / (double) REPEATS).isBetween(0.95 - slack, Math.min(1, 0.95 + slack));
    assertThat(sum / REPEATS).isBetween(truth - 0.01, truth + 0.01);
  }

  /** An interval can't end below zero, so it covers zero a little more often than others. */
  @Test
  void seldomMissesATruthOfZero() {
    var random = new Random(3);
    int covered = 0;
    for (int i = 0; i < REPEATS; i++) {
      covered += once(0, random, i).low() == 0 ? 1 : 0;
    }
    System.out.printf(Locale.ROOT, "truth 0.00: covered %d of %d%n", covered, REPEATS);
    assertThat(covered / (double) REPEATS).isGreaterThan(0.93);
  }

  @Test
  void leavesRoomWhereNothingWasSeen() {
    var none = Estimate.of(List.of(new Estimate.Prompt(0, 100)), DetectorError.none(), 1);
    assertThat(none.rate()).isZero();
    assertThat(none.high()).isBetween(0.03, 0.04);
    var nothing = Estimate.of(List.of(), DetectorError.none(), 1);
    assertThat(nothing.high()).isEqualTo(1);
  }

  @Test
  void correctsForTheDetector() {
    var error = new DetectorError(90, 100, 95, 100);
    // 10 % true: 0.1 * 0.9 + 0.9 * 0.05 = 13.5 % seen.
    var estimate = Estimate.of(List.of(new Estimate.Prompt(135, 1000)), error, 1);
    assertThat(estimate.rate()).isBetween(0.0999, 0.1001);
  }
}
