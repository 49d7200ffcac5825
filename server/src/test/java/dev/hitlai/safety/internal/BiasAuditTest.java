package dev.hitlai.safety.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.safety.internal.BiasAudit.Kind;
import dev.hitlai.safety.internal.BiasAudit.Measure;
import dev.hitlai.safety.internal.BiasAudit.Observation;
import dev.hitlai.safety.internal.BiasAudit.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The audit on data whose bias is known. */
class BiasAuditTest {
  /** So many audits of four kinds are simulated; the limits below leave room for their chance. */
  private static final int AUDITS = 150;

  private static final int PAGES = 100;

  /**
   * Pages are hard or easy for everybody; on top, one group of one kind gets less.
   *
   * @param gap of the second group of age, as a share
   */
  private static List<Observation> simulate(SplittableRandom random, double gap) {
    var observations = new ArrayList<Observation>();
    record Dimension(Kind kind, String name, String one, String other) {}
    var dimensions =
        List.of(
            new Dimension(Kind.DEMOGRAPHIC, "age", "over 60", "under 35"),
            new Dimension(Kind.PLATFORM, "device", "mobile", "web"),
            new Dimension(Kind.LANGUAGE, "language", "de", "en"),
            new Dimension(Kind.TEMPORAL, "week", "before", "this week"));
    for (int page = 0; page < PAGES; page++) {
      // The same page is hard or easy for everybody, which is what pairing makes use of.
      double chance = random.nextBoolean() ? 0.25 : 0.95;
      for (var dimension : dimensions) {
        double less = dimension.kind() == Kind.DEMOGRAPHIC ? gap : 0;
        boolean first = random.nextDouble() < chance - less;
        boolean second = random.nextDouble() < chance;
        add(observations, dimension.kind(), dimension.name(), dimension.one(), page, first);
        add(observations, dimension.kind(), dimension.name(), dimension.other(), page, second);
      }
    }
    return observations;
  }

  private static void add(
      List<Observation> to, Kind kind, String dimension, String group, int page, boolean found) {
    to.add(
        new Observation(
            kind,
            dimension,
            Measure.DETECTION,
            group,
            "site-" + page % 10,
            "page-" + page,
            found ? 1 : 0));
  }

  @Test
  void dataWithoutBiasRaiseAnAlarmInOneAuditOfTwentyAtMost() {
    var random = new SplittableRandom(11);
    int alarms = 0;
    for (int i = 0; i < AUDITS; i++) {
      boolean alarm =
          BiasAudit.audit(simulate(random, 0), i).stream()
              .anyMatch(one -> one.verdict() == Verdict.BIAS);
      alarms += alarm ? 1 : 0;
    }
    // 5 % of 150 and two standard errors.
    assertThat(alarms).isLessThanOrEqualTo(13);
  }

  @Test
  void aGapOfTwentyPointsWithAHundredPagesIsFoundFourTimesOfFive() {
    var random = new SplittableRandom(12);
    int found = 0;
    for (int i = 0; i < AUDITS; i++) {
      boolean alarm =
          BiasAudit.audit(simulate(random, 0.2), i).stream()
              .anyMatch(one -> one.verdict() == Verdict.BIAS && one.kind() == Kind.DEMOGRAPHIC);
      found += alarm ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (0.8 * AUDITS));
  }

  @Test
  void twelveCasesAreNoBiasButANumberOfHowManyAreNeeded() {
    var few =
        simulate(new SplittableRandom(1), 0.5).stream()
            .filter(one -> Integer.parseInt(one.unit().substring(5)) < 12)
            .toList();
    assertThat(BiasAudit.audit(few, 1))
        .isNotEmpty()
        .allMatch(one -> one.verdict() == Verdict.TOO_FEW)
        .allMatch(one -> one.needed() > 60);
  }

  @Test
  void whatReversesWithinSitesIsConfounding() {
    var observations = new ArrayList<Observation>();
    var random = new SplittableRandom(2);
    // Within each site the first group gets more; on the pages of both it seems to get less,
    // because
    // it is seen mostly on the hard site there.
    for (int page = 0; page < 400; page++) {
      boolean hard = page % 2 == 0;
      int first = hard ? 9 : 1;
      int second = hard ? 1 : 9;
      for (int i = 0; i < first; i++) {
        boolean found = random.nextDouble() < (hard ? 0.3 : 0.9);
        observations.add(one("a", hard, page / 2, found));
      }
      for (int i = 0; i < second; i++) {
        boolean found = random.nextDouble() < (hard ? 0.15 : 0.75);
        observations.add(one("b", hard, page / 2, found));
      }
    }
    assertThat(BiasAudit.audit(observations, 1))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.CONFOUNDED);
              assertThat(result.difference().estimate()).isNegative();
              assertThat(result.within()).isPositive();
            });
  }

  private static Observation one(String group, boolean hard, int unit, boolean found) {
    return new Observation(
        Kind.PLATFORM,
        "device",
        Measure.DETECTION,
        group,
        hard ? "hard" : "easy",
        "unit-" + unit,
        found ? 1 : 0);
  }
}
