package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_DELIVERIES;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the log of deliveries in bounds. */
@Component
public class DeliveryHistory {
  private final DSLContext sql;
  private final WebhookSettings settings;
  private final Clock clock;

  DeliveryHistory(DSLContext sql, WebhookSettings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** Ends what waits for a receiver that is off, and forgets what is old. */
  @Transactional
  public void sweep() {
    Instant now = clock.instant();
    sql.update(WEBHOOK_DELIVERIES)
        .set(WEBHOOK_DELIVERIES.STATUS, "failed")
        .set(WEBHOOK_DELIVERIES.ERROR, "The receiver was switched off.")
        .where(WEBHOOK_DELIVERIES.STATUS.eq("waiting"))
        .and(WEBHOOK_DELIVERIES.CREATED_AT.lt(now.minus(RetryPlan.LONGEST.plusHours(1))))
        .execute();
    sql.deleteFrom(WEBHOOK_DELIVERIES)
        .where(WEBHOOK_DELIVERIES.CREATED_AT.lt(now.minus(Duration.ofDays(settings.keepDays()))))
        .execute();
  }
}
