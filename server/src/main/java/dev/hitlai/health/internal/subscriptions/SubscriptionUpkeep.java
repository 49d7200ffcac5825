package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.notifications.MailRefused;
import dev.hitlai.notifications.ReceiverSwitchedOff;
import dev.hitlai.notifications.Receivers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses subscriptions whose target takes nothing, and forgets what was never confirmed. */
@Component
public class SubscriptionUpkeep {
  private static final Duration ENDED_KEPT = Duration.ofDays(30);

  private final DSLContext sql;
  private final Receivers receivers;
  private final Clock clock;

  SubscriptionUpkeep(DSLContext sql, Receivers receivers, Clock clock) {
    this.sql = sql;
    this.receivers = receivers;
    this.clock = clock;
  }

  /** In the transaction that gives the mail up. */
  @EventListener
  void on(MailRefused refused) {
    pause(
        API_STATUS_SUBSCRIPTIONS.EMAIL.eq(refused.address()),
        "Mail to it was refused: " + refused.why());
  }

  /** In the transaction that switches the receiver off. */
  @EventListener
  void on(ReceiverSwitchedOff off) {
    pause(API_STATUS_SUBSCRIPTIONS.RECEIVER_ID.eq(off.receiverId()), off.reason());
  }

  private void pause(Condition which, String why) {
    sql.update(API_STATUS_SUBSCRIPTIONS)
        .set(API_STATUS_SUBSCRIPTIONS.PAUSED_AT, clock.instant())
        .set(API_STATUS_SUBSCRIPTIONS.PAUSED_REASON, why.substring(0, Math.min(500, why.length())))
        .where(which)
        .and(API_STATUS_SUBSCRIPTIONS.PAUSED_AT.isNull())
        .execute();
  }

  /** Whoever didn't confirm, or ended it, wants us to forget them. */
  @Transactional
  public void sweep() {
    Instant now = clock.instant();
    sql
        .deleteFrom(API_STATUS_SUBSCRIPTIONS)
        .where(
            API_STATUS_SUBSCRIPTIONS
                .VERIFIED
                .isFalse()
                .and(
                    API_STATUS_SUBSCRIPTIONS.CONFIRMATION_SENT_AT.lt(
                        now.minus(Subscriptions.CONFIRMABLE)))
                .or(API_STATUS_SUBSCRIPTIONS.UNSUBSCRIBED_AT.lt(now.minus(ENDED_KEPT))))
        .returning(API_STATUS_SUBSCRIPTIONS.RECEIVER_ID)
        .fetch(API_STATUS_SUBSCRIPTIONS.RECEIVER_ID)
        .stream()
        .filter(java.util.Objects::nonNull)
        .forEach(receivers::remove);
  }
}
