package dev.hitlai.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.internal.BonusRules.Bonus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BonusRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 2);

  @Test
  void paysQualityForAGoodQuarterThatIsOver() {
    var tests = month(2026, 4, 1, 5);
    tests.addAll(month(2026, 5, 2, 4, 5));
    tests.addAll(month(2026, 6, 3, 5, 4));
    assertThat(due(tests)).containsExactly("quality-4.5 2026-Q2 200.00");
    assertThat(BonusRules.due(tests, LocalDate.of(2026, 6, 30)))
        .as("the quarter isn't over")
        .isEmpty();
  }

  @Test
  void paysBothQualityBonusesForAnExcellentHalfYear() {
    var tests = new ArrayList<BonusRules.Test>();
    for (int month = 1; month <= 6; month++) {
      tests.addAll(month(2026, month, 1, 5, 5, 5, 5, 4));
    }
    assertThat(due(tests))
        .containsExactly("quality-4.5 2026-Q2 200.00", "quality-4.8 2026-H1 500.00");
  }

  @Test
  void paysNoQualityForAMonthBelowTheMarkOrWithoutARating() {
    var below = month(2026, 4, 1, 5);
    below.addAll(month(2026, 5, 1, 4, 4, 5));
    below.addAll(month(2026, 6, 1, 5));
    assertThat(due(below)).isEmpty();
    var unrated = month(2026, 4, 1, 5);
    unrated.addAll(month(2026, 5, 1, (Integer) null));
    unrated.addAll(month(2026, 6, 1, 5));
    assertThat(due(unrated)).isEmpty();
  }

  @Test
  void paysVolumeAsSoonAsItIsReachedAndNotOneTestBefore() {
    assertThat(due(many(99, 2026, 7))).isEmpty();
    assertThat(due(many(100, 2026, 7))).containsExactly("volume-100 2026-Q3 300.00");
    assertThat(due(many(250, 2026, 7)))
        .containsExactly("volume-100 2026-Q3 300.00", "volume-250 2026-H2 1000.00");
    assertThat(due(many(500, 2026, 7)))
        .containsExactly(
            "volume-100 2026-Q3 300.00", "volume-250 2026-H2 1000.00", "volume-500 2026 2500.00");
  }

  @Test
  void doesNotAddUpTestsOfTwoPeriods() {
    var tests = many(60, 2026, 6);
    tests.addAll(many(60, 2026, 7));
    assertThat(due(tests)).isEmpty();
  }

  @Test
  void looksAtThePeriodBeforeInCaseANightWasMissed() {
    assertThat(due(many(100, 2026, 6))).containsExactly("volume-100 2026-Q2 300.00");
    assertThat(BonusRules.due(many(500, 2025, 12), TODAY))
        .extracting(Bonus::rule)
        .as("only the year is the one before")
        .containsExactly("volume-500");
  }

  private static List<String> due(List<BonusRules.Test> tests) {
    return BonusRules.due(tests, TODAY).stream()
        .map(bonus -> bonus.rule() + " " + bonus.period() + " " + bonus.amount())
        .toList();
  }

  private static List<BonusRules.Test> many(int count, int year, int month) {
    var tests = new ArrayList<BonusRules.Test>();
    for (int test = 0; test < count; test++) {
      tests.add(new BonusRules.Test(LocalDate.of(year, month, 1 + test % 28), null));
    }
    return tests;
  }

  private static List<BonusRules.Test> month(
      int year, int month, int day, @Nullable Integer... stars) {
    var tests = new ArrayList<BonusRules.Test>();
    for (Integer star : stars) {
      tests.add(new BonusRules.Test(LocalDate.of(year, month, day), star));
    }
    return tests;
  }
}
