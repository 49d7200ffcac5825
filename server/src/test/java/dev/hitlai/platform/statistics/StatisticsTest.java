package dev.hitlai.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.platform.statistics.Agreement.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every statistic against examples that others worked out, to four decimals. */
class StatisticsTest {
  private static final org.assertj.core.data.Offset<Double> FOUR = within(0.00005);

  /**
   * Reliability data of four observers and twelve units: K. Krippendorff, "Computing Krippendorff's
   * Alpha-Reliability" (2011), section C; 0 stands for a missing word.
   */
  private static final int[][] KRIPPENDORFF = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
  };

  private static List<int[]> units() {
    var units = new ArrayList<int[]>();
    for (int unit = 0; unit < 12; unit++) {
      int at = unit;
      units.add(Arrays.stream(KRIPPENDORFF).mapToInt(row -> row[at]).filter(v -> v != 0).toArray());
    }
    return units;
  }

  @Test
  void alphaIsKrippendorffs() {
    assertThat(Agreement.alpha(units(), Scale.NOMINAL)).isCloseTo(0.7434, FOUR);
    assertThat(Agreement.alpha(units(), Scale.ORDINAL)).isCloseTo(0.8154, FOUR);
    assertThat(Agreement.alpha(units(), Scale.INTERVAL)).isCloseTo(0.8491, FOUR);
    var interval = Agreement.alphaWithInterval(units(), Scale.NOMINAL, 1);
    assertThat(interval.low()).isLessThan(0.7434).isGreaterThan(0.3);
    assertThat(interval.high()).isGreaterThan(0.7434).isLessThanOrEqualTo(1);
    assertThat(interval.n()).isEqualTo(11);
  }

  /** Fifty grant proposals, the example of the Wikipedia article "Cohen's kappa". */
  @Test
  void kappaIsCohens() {
    var pairs = new ArrayList<int[]>();
    add(pairs, 20, 1, 1);
    add(pairs, 5, 1, 0);
    add(pairs, 10, 0, 1);
    add(pairs, 15, 0, 0);
    assertThat(Agreement.kappa(pairs)).isCloseTo(0.4000, FOUR);
  }

  private static void add(List<int[]> pairs, int times, int one, int other) {
    for (int i = 0; i < times; i++) {
      pairs.add(new int[] {one, other});
    }
  }

  /** R. G. Newcombe, Statistics in Medicine 17 (1998), pages 857 and 873. */
  @Test
  void intervalsAreNewcombes() {
    assertThat(Proportions.wilson(81, 263).low()).isCloseTo(0.2553, FOUR);
    assertThat(Proportions.wilson(81, 263).high()).isCloseTo(0.3662, FOUR);
    assertThat(Proportions.wilson(15, 148).low()).isCloseTo(0.0624, FOUR);
    assertThat(Proportions.wilson(15, 148).high()).isCloseTo(0.1605, FOUR);
    var difference = Proportions.difference(56, 70, 48, 80);
    assertThat(difference.low()).isCloseTo(0.0524, FOUR);
    assertThat(difference.high()).isCloseTo(0.3339, FOUR);
  }

  /** Admissions at Berkeley by department, as R's {@code mantelhaen.test(UCBAdmissions)} has it. */
  @Test
  void strataAreMantelsAndHaenszels() {
    var berkeley =
        List.of(
            new MantelHaenszel.Table(512, 313, 89, 19),
            new MantelHaenszel.Table(353, 207, 17, 8),
            new MantelHaenszel.Table(120, 205, 202, 391),
            new MantelHaenszel.Table(138, 279, 131, 244),
            new MantelHaenszel.Table(53, 138, 94, 299),
            new MantelHaenszel.Table(22, 351, 24, 317));
    var result = MantelHaenszel.of(berkeley);
    assertThat(result.oddsRatio()).isCloseTo(0.9047, FOUR);
    assertThat(result.chiSquare()).isCloseTo(1.4269, FOUR);
    assertThat(result.p()).isCloseTo(0.2323, FOUR);
    assertThat(result.pooled()).isGreaterThan(0.14);
    assertThat(result.reverses()).isTrue();
  }

  /** The example of the Wikipedia article "Holm–Bonferroni method". */
  @Test
  void correctionIsHolms() {
    assertThat(Paired.holm(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  /** The example of scikit-learn's {@code roc_auc_score}. */
  @Test
  void areaUnderTheCurveIsThatOfOthers() {
    assertThat(
            Calibration.auc(
                new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
        .isCloseTo(0.7500, FOUR);
  }

  /** Darwin's fifteen pairs of maize: Fisher 1935 counts 1726 of 32768 sign patterns. */
  @Test
  void permutationIsFishers() {
    double[] maize = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    assertThat(Paired.permutation(maize, 200_000, 3)).isCloseTo(1726 / 32768.0, within(0.002));
    assertThat(Paired.permutation(new double[] {1, 2, 3}, 10, 1)).isEqualTo(0.25);
  }

  @Test
  void perfectProbabilitiesHaveNoCalibrationErrorAndWrongOnesHaveTheirGap() {
    var random = new SplittableRandom(5);
    double[] said = new double[20_000];
    boolean[] held = new boolean[said.length];
    for (int i = 0; i < said.length; i++) {
      said[i] = random.nextDouble();
      held[i] = random.nextDouble() < said[i];
    }
    assertThat(Calibration.error(said, held)).isLessThan(0.02);
    double[] boastful = Arrays.stream(said).map(p -> Math.min(1, p + 0.2)).toArray();
    assertThat(Calibration.error(boastful, held)).isBetween(0.15, 0.21);
    assertThat(Calibration.precisionAt(said, held, 0.95).estimate()).isBetween(0.95, 1.0);
    assertThat(Calibration.precisionRecall(said, held, 20).getLast().recall()).isEqualTo(1);
  }

  @Test
  void aTwentyPointGapNeedsAboutAHundredCasesAGroup() {
    assertThat(Proportions.needed(0.2)).isBetween(90, 100);
    assertThat(Proportions.chiSquareTail(3.841459)).isCloseTo(0.05, within(1e-6));
  }
}
