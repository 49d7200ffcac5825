package dev.hitlai.notifications.internal.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a delivery is tried again: soon at first, then ever later, for 24 hours. */
final class RetryPlan {
  static final Duration LONGEST = Duration.ofHours(24);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(6),
          Duration.ofHours(10));

  private static final int SPREAD_PERCENT = 10;

  private RetryPlan() {}

  /**
   * The next attempt; empty when there is none within 24 hours of the first.
   *
   * @param attempts made so far, at least one
   * @param delivery spreads retries of many deliveries that failed at once: up to a tenth sooner,
   *     the same for the same delivery
   */
  static Optional<Instant> after(int attempts, UUID delivery, Instant created, Instant now) {
    if (attempts > PAUSES.size()) {
      return Optional.empty();
    }
    long millis = PAUSES.get(attempts - 1).toMillis();
    long sooner = Math.floorMod(delivery.hashCode() * 31L + attempts, SPREAD_PERCENT + 1L);
    var next = now.plusMillis(millis - millis * sooner / 100);
    return next.isAfter(created.plus(LONGEST)) ? Optional.empty() : Optional.of(next);
  }
}
