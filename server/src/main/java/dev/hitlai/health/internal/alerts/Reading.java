package dev.hitlai.health.internal.alerts;

import java.time.Duration;
import java.util.Optional;

/**
 * The value of a rule's metric at a moment.
 *
 * @param passed whether it is on the alarming side of the threshold
 * @param fresh whether what makes it so still happens; an alarm begins with nothing less
 */
public record Reading(double value, boolean passed, boolean fresh) {
  private static final double PERCENT = 100;

  /**
   * Empty when nothing is known.
   *
   * @param interval between two checks of the monitor
   * @param allowedShare what may fail by what was promised, 0 to 1
   */
  public static Optional<Reading> of(
      Terms terms, Figures figures, Duration interval, double allowedShare) {
    return switch (terms.metric()) {
      case RESPONSE_TIME -> responseTime(terms, figures.over(terms.recent(interval)));
      case ERROR_RATE ->
          errorRate(terms, figures.over(terms.rate(interval)), figures.over(terms.fresh(interval)));
      case UPTIME -> uptime(terms, figures.over(Duration.ofHours(24)));
      case REQUEST_COUNT -> requests(terms, figures.over(Duration.ofMinutes(5)));
      case BURN_RATE -> burnRate(terms, figures, allowedShare);
    };
  }

  private static Optional<Reading> responseTime(Terms terms, Sums sums) {
    return sums.answered() == 0
        ? Optional.empty()
        : Optional.of(simple(terms, sums.spentMs() / sums.answered()));
  }

  private static Optional<Reading> errorRate(Terms terms, Sums sums, Sums latest) {
    if (sums.isEmpty()) {
      return Optional.empty();
    }
    double rate = PERCENT * sums.failedShare();
    boolean passed = terms.comparison().holds(rate, terms.threshold());
    if (terms.comparison() != Comparison.GREATER_THAN) {
      return Optional.of(new Reading(rate, passed, true));
    }
    boolean enough = sums.failures() >= terms.minFailures();
    return Optional.of(new Reading(rate, passed && enough, latest.failures() > 0));
  }

  private static Optional<Reading> uptime(Terms terms, Sums sums) {
    return sums.isEmpty()
        ? Optional.empty()
        : Optional.of(simple(terms, PERCENT * (1 - sums.failedShare())));
  }

  private static Optional<Reading> requests(Terms terms, Sums sums) {
    return sums.trafficRows() == 0 ? Optional.empty() : Optional.of(simple(terms, sums.requests()));
  }

  private static Optional<Reading> burnRate(Terms terms, Figures figures, double allowedShare) {
    Reading highest = null;
    for (var pair : BurnRate.of(terms)) {
      var longer = figures.over(pair.longer());
      var shorter = figures.over(pair.shorter());
      if (longer.isEmpty()) {
        continue;
      }
      double rate = BurnRate.of(longer, allowedShare);
      boolean passed =
          longer.failures() >= terms.minFailures()
              && rate > pair.factor()
              && BurnRate.of(shorter, allowedShare) > pair.factor();
      var reading = new Reading(rate, passed, true);
      if (highest == null || passed && !highest.passed()) {
        highest = reading;
      }
    }
    return Optional.ofNullable(highest);
  }

  private static Reading simple(Terms terms, double value) {
    return new Reading(value, terms.comparison().holds(value, terms.threshold()), true);
  }
}
