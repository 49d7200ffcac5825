package dev.hitlai.notifications.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RetryPlanTest {
  private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00Z");

  /** Whatever the delivery, it is tried about a dozen times, ever later, and ends within a day. */
  @Property(tries = 200)
  void triesEverLaterForNearlyADayAndThenEnds(@ForAll long high, @ForAll long low) {
    var delivery = new UUID(high, low);
    Instant now = CREATED;
    Duration before = Duration.ZERO;
    int attempts = 1;
    var next = RetryPlan.after(attempts, delivery, CREATED, now);
    while (next.isPresent()) {
      var pause = Duration.between(now, next.get());
      assertThat(pause).isGreaterThan(before);
      before = pause;
      now = next.get();
      attempts++;
      next = RetryPlan.after(attempts, delivery, CREATED, now);
    }
    assertThat(attempts).isEqualTo(11);
    assertThat(Duration.between(CREATED, now))
        .isBetween(Duration.ofHours(20), Duration.ofHours(24));
  }
}
