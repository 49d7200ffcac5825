package dev.hitlai.health.internal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples for a promise of 99.9 %: one in a thousand may fail. */
class BurnRateTest {
  private static final double ALLOWED = 0.001;
  private static final Terms PAGE = rule(AlertSeverity.CRITICAL, 14.4, 5);
  private static final Terms TICKET = rule(AlertSeverity.WARNING, 1, 5);

  private static Terms rule(AlertSeverity severity, double threshold, int failures) {
    return new Terms(
        Metric.BURN_RATE, Comparison.GREATER_THAN, threshold, Duration.ZERO, failures, severity);
  }

  /** So many of so many requests of our users failed in each window. */
  private static Figures felt(Map<Duration, Sums> windows) {
    return window -> windows.getOrDefault(window, Sums.NONE);
  }

  private static Sums requests(long all, long failed) {
    return new Sums(0, 0, 0, 0, 1, all, failed, 0, 0);
  }

  private static Reading read(Terms terms, Map<Duration, Sums> windows) {
    return Reading.of(terms, felt(windows), Duration.ofMinutes(1), ALLOWED).orElseThrow();
  }

  @Test
  void pagesWhenTwoPercentOfTheMonthGoInAnHourAndStillGo() {
    var reading =
        read(
            PAGE,
            Map.of(
                Duration.ofHours(1), requests(100_000, 1_500),
                Duration.ofMinutes(5), requests(8_000, 160)));
    assertThat(reading.passed()).isTrue();
    assertThat(reading.value()).isCloseTo(15, within(0.001));
  }

  @Test
  void isQuietWhenItIsOverAlready() {
    assertThat(
            read(
                    PAGE,
                    Map.of(
                        Duration.ofHours(1), requests(100_000, 1_500),
                        Duration.ofMinutes(5), requests(8_000, 4)))
                .passed())
        .isFalse();
  }

  @Test
  void isQuietWhenFiveMinutesAreBadAndTheHourIsNot() {
    assertThat(
            read(
                    PAGE,
                    Map.of(
                        Duration.ofHours(1), requests(100_000, 1_400),
                        Duration.ofMinutes(5), requests(8_000, 800)))
                .passed())
        .isFalse();
  }

  @Test
  void pagesAtSixTimesOverSixHours() {
    var reading =
        read(
            PAGE,
            Map.of(
                Duration.ofHours(1), requests(100_000, 700),
                Duration.ofMinutes(5), requests(8_000, 56),
                Duration.ofHours(6), requests(600_000, 3_700),
                Duration.ofMinutes(30), requests(50_000, 350)));
    assertThat(reading.passed()).isTrue();
    assertThat(reading.value()).isCloseTo(6.167, within(0.001));
  }

  @Test
  void opensATicketAtTheAllowedRateOverThreeDays() {
    var windows =
        Map.of(
            Duration.ofDays(3), requests(1_000_000, 1_100),
            Duration.ofHours(6), requests(80_000, 90));
    assertThat(read(TICKET, windows).passed()).isTrue();
    assertThat(
            read(
                    TICKET,
                    Map.of(
                        Duration.ofDays(3), requests(1_000_000, 900),
                        Duration.ofHours(6), requests(80_000, 90)))
                .passed())
        .isFalse();
  }

  @Test
  void saysNothingOfAHandfulOfChecks() {
    var twoOfSixty = new Sums(60, 2, 58, 5_000, 0, 0, 0, 0, 0);
    var twoOfFive = new Sums(5, 2, 3, 300, 0, 0, 0, 0, 0);
    var windows = Map.of(Duration.ofHours(1), twoOfSixty, Duration.ofMinutes(5), twoOfFive);
    assertThat(read(PAGE, windows).passed()).isFalse();
    assertThat(read(rule(AlertSeverity.CRITICAL, 14.4, 2), windows).passed()).isTrue();
  }

  @Test
  void goesByTimeWhereHoursAreKnown() {
    var hours = new Sums(4_320, 40, 0, 0, 0, 0, 0, 259_200_000 - 600_000, 600_000);
    assertThat(BurnRate.of(hours, ALLOWED)).isCloseTo(2.315, within(0.001));
  }

  @Test
  void knowsNothingWithoutChecks() {
    assertThat(Reading.of(PAGE, window -> Sums.NONE, Duration.ofMinutes(1), ALLOWED)).isEmpty();
  }

  @Test
  void aBudgetNeverBurnsTooSlowly() {
    assertThatThrownBy(
            () ->
                new Terms(
                    Metric.BURN_RATE,
                    Comparison.LESS_THAN,
                    1,
                    Duration.ZERO,
                    1,
                    AlertSeverity.INFO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
