package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.internal.jooq.tables.records.ApiStatusSubscriptionsRecord;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Receivers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions as administrators see them. */
@Component
public class SubscriptionAdmin {
  private final SubscriptionRows rows;
  private final Receivers receivers;
  private final Audit audit;
  private final Clock clock;

  SubscriptionAdmin(SubscriptionRows rows, Receivers receivers, Audit audit, Clock clock) {
    this.rows = rows;
    this.receivers = receivers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which ones a list shows. */
  public enum Shown {
    ALL,
    /** Confirmed, not ended, not paused. */
    TOLD,
    UNCONFIRMED,
    PAUSED,
    ENDED
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Subscription> list(Shown shown, int limit, long offset) {
    return rows.list(which(shown), limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(Shown shown) {
    return rows.count(which(shown));
  }

  private static Condition which(Shown shown) {
    var active = API_STATUS_SUBSCRIPTIONS.IS_ACTIVE.isTrue();
    var verified = API_STATUS_SUBSCRIPTIONS.VERIFIED.isTrue();
    var paused = API_STATUS_SUBSCRIPTIONS.PAUSED_AT.isNotNull();
    return switch (shown) {
      case ALL -> DSL.noCondition();
      case TOLD -> active.and(verified).and(paused.not());
      case UNCONFIRMED -> active.and(verified.not());
      case PAUSED -> active.and(verified).and(paused);
      case ENDED -> active.not();
    };
  }

  /** Stops telling somebody for a while. */
  @Transactional
  public Subscription pause(CurrentUser by, UUID id) {
    var row = locked(id);
    row.setPausedAt(clock.instant());
    row.setPausedReason("Paused by an administrator.");
    row.store();
    audit.note(by, "subscription.paused", "status_subscription", id);
    return SubscriptionRows.read(row);
  }

  /** Goes on telling somebody, for example when their mailbox works again. */
  @Transactional
  public Subscription resume(CurrentUser by, UUID id) {
    var row = locked(id);
    row.setPausedAt(null);
    row.setPausedReason(null);
    row.store();
    if (row.getReceiverId() != null) {
      receivers.switchOn(row.getReceiverId());
    }
    audit.note(by, "subscription.resumed", "status_subscription", id);
    return SubscriptionRows.read(row);
  }

  @Transactional
  public void delete(CurrentUser by, UUID id) {
    var row = locked(id);
    if (row.getReceiverId() != null) {
      receivers.remove(row.getReceiverId());
    }
    row.delete();
    audit.note(by, "subscription.deleted", "status_subscription", id);
  }

  private ApiStatusSubscriptionsRecord locked(UUID id) {
    return rows.locked(API_STATUS_SUBSCRIPTIONS.ID.eq(id))
        .orElseThrow(() -> ApiProblem.notFound("No subscription has this id."));
  }
}
