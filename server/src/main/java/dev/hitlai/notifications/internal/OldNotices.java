package dev.hitlai.notifications.internal;

import dev.hitlai.notifications.internal.centre.Centre;
import dev.hitlai.notifications.internal.mail.Outbox;
import dev.hitlai.notifications.internal.webhooks.DeliveryHistory;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what nobody looks for any more. */
@Component
public class OldNotices {
  private static final Duration KEPT = Duration.ofDays(365);

  private final ToldNotices told;
  private final Centre centre;
  private final Outbox outbox;
  private final DeliveryHistory deliveries;

  OldNotices(ToldNotices told, Centre centre, Outbox outbox, DeliveryHistory deliveries) {
    this.told = told;
    this.centre = centre;
    this.outbox = outbox;
    this.deliveries = deliveries;
  }

  @Transactional
  public void sweep() {
    told.forget(KEPT);
    centre.forget(KEPT);
    outbox.forget();
    deliveries.sweep();
  }
}
