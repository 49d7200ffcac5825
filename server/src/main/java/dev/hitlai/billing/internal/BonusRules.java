package dev.hitlai.billing.internal;

import dev.hitlai.billing.BonusKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bonuses a tester's history has earned. Months count by the calendar (UTC): "3 months" is a
 * quarter, "6 months" half a year, "12 months" a year, so that periods never overlap and each is
 * paid once.
 */
final class BonusRules {
  /** {@code quality-4.5}: the average of each month of the period is at least that. */
  private record QualityRule(int months, String stars, String amount) {}

  /** So many tests in the period. */
  private record VolumeRule(int months, int tests, String amount) {}

  private static final List<QualityRule> QUALITY =
      List.of(new QualityRule(3, "4.5", "200.00"), new QualityRule(6, "4.8", "500.00"));
  private static final List<VolumeRule> VOLUME =
      List.of(
          new VolumeRule(3, 100, "300.00"),
          new VolumeRule(6, 250, "1000.00"),
          new VolumeRule(12, 500, "2500.00"));

  private BonusRules() {}

  /**
   * A test that was accepted.
   *
   * @param stars 1 to 5; null when nobody rated it
   */
  record Test(LocalDate on, @Nullable Integer stars) {}

  /**
   * A bonus that is due.
   *
   * @param rule with {@code period} what it is paid once for
   */
  record Bonus(String rule, String period, BonusKind kind, BigDecimal amount, String reason) {}

  /** The first day that the rules look at. */
  static LocalDate earliest(LocalDate today) {
    return periodOf(today, 12).minusMonths(12).atDay(1);
  }

  static List<Bonus> due(List<Test> tests, LocalDate today) {
    var due = new ArrayList<Bonus>();
    for (QualityRule rule : QUALITY) {
      // A period has to be over: its last test may spoil the average.
      var start = periodOf(today, rule.months()).minusMonths(rule.months());
      if (isGoodEachMonth(tests, start, rule)) {
        due.add(
            new Bonus(
                "quality-" + rule.stars(),
                named(start, rule.months()),
                BonusKind.QUALITY,
                new BigDecimal(rule.amount()),
                "at least %s stars in each month of %s"
                    .formatted(rule.stars(), named(start, rule.months()))));
      }
    }
    for (VolumeRule rule : VOLUME) {
      // Paid as soon as reached; the period before is looked at too, in case a night was missed.
      var current = periodOf(today, rule.months());
      for (var start : List.of(current.minusMonths(rule.months()), current)) {
        if (in(tests, start, rule.months()).size() >= rule.tests()) {
          due.add(
              new Bonus(
                  "volume-" + rule.tests(),
                  named(start, rule.months()),
                  BonusKind.VOLUME,
                  new BigDecimal(rule.amount()),
                  "%d tests in %s".formatted(rule.tests(), named(start, rule.months()))));
        }
      }
    }
    return due;
  }

  /** A month without a rated test shows nothing, so it isn't a good one. */
  private static boolean isGoodEachMonth(List<Test> tests, YearMonth start, QualityRule rule) {
    for (int month = 0; month < rule.months(); month++) {
      var average =
          in(tests, start.plusMonths(month), 1).stream()
              .filter(test -> test.stars() != null)
              .mapToInt(test -> test.stars() == null ? 0 : test.stars())
              .average();
      if (average.isEmpty() || average.getAsDouble() < Double.parseDouble(rule.stars())) {
        return false;
      }
    }
    return true;
  }

  private static List<Test> in(List<Test> tests, YearMonth start, int months) {
    return tests.stream()
        .filter(test -> !test.on().isBefore(start.atDay(1)))
        .filter(test -> test.on().isBefore(start.plusMonths(months).atDay(1)))
        .toList();
  }

  /** The first month of the quarter, half-year or year that a day lies in. */
  private static YearMonth periodOf(LocalDate day, int months) {
    int first = (day.getMonthValue() - 1) / months * months + 1;
    return YearMonth.of(day.getYear(), first);
  }

  /** 2026-Q1, 2026-H2, 2026. */
  private static String named(YearMonth start, int months) {
    int which = (start.getMonthValue() - 1) / months + 1;
    return switch (months) {
      case 3 -> start.getYear() + "-Q" + which;
      case 6 -> start.getYear() + "-H" + which;
      default -> "" + start.getYear();
    };
  }
}
