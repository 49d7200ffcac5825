package dev.hitlai.unlock.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** When something is reached if the next days go like the last 30. */
public final class Pace {
  /** What counts as the pace. */
  static final Duration WINDOW = Duration.ofDays(30);

  private static final BigDecimal DAYS = BigDecimal.valueOf(WINDOW.toDays());

  /** Beyond this an estimate says nothing; a hundred years. */
  private static final int LONGEST = 36_500;

  private Pace() {}

  /**
   * Days until so much more is there, 0 when nothing is missing; empty when nothing was gained in
   * the last 30 days, or so little that it would take longer than anybody plans.
   */
  static Optional<Integer> days(BigDecimal missing, BigDecimal gained) {
    if (missing.signum() <= 0) {
      return Optional.of(0);
    }
    if (gained.signum() <= 0) {
      return Optional.empty();
    }
    var days = missing.multiply(DAYS).divide(gained, 0, RoundingMode.CEILING);
    return days.compareTo(BigDecimal.valueOf(LONGEST)) > 0
        ? Optional.empty()
        : Optional.of(days.intValueExact());
  }

  static Optional<LocalDate> date(LocalDate today, long missing, long gained) {
    return days(BigDecimal.valueOf(missing), BigDecimal.valueOf(gained)).map(today::plusDays);
  }
}
