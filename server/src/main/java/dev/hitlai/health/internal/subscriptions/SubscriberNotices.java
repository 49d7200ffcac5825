package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.health.internal.incidents.IncidentSeverity;
import dev.hitlai.health.internal.jooq.tables.records.ApiStatusSubscriptionsRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells confirmed subscribers, so many in a transaction. Each is told a fact once, so that after a
 * crash the rest can be told by beginning anew. For a system's actor.
 */
@Component
class SubscriberNotices {
  private static final int AT_A_TIME = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final DSLContext sql;
  private final Notifications notifications;
  private final TransactionTemplate own;
  private final Clock clock;

  SubscriberNotices(
      DSLContext sql,
      Notifications notifications,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * What to tell whom.
   *
   * @param key the same fact has the same
   * @param wanted which toggle has to be on
   * @param severity null of maintenance, which no severity keeps away
   * @param monitorIds which ones it is about; empty means all
   */
  record Told(
      String event,
      String key,
      Condition wanted,
      @Nullable IncidentSeverity severity,
      Set<UUID> monitorIds,
      String title,
      List<String> paragraphs,
      Map<String, ?> data) {}

  void tell(Told told) {
    Optional<UUID> after = Optional.of(FIRST);
    while (after.isPresent()) {
      UUID last = after.get();
      after = Objects.requireNonNull(own.execute(_ -> tellSome(told, last)));
    }
  }

  /** The last one that was looked at; empty when there are no more. */
  private Optional<UUID> tellSome(Told told, UUID after) {
    var some =
        sql.selectFrom(API_STATUS_SUBSCRIPTIONS)
            .where(API_STATUS_SUBSCRIPTIONS.IS_ACTIVE)
            .and(API_STATUS_SUBSCRIPTIONS.VERIFIED)
            .and(API_STATUS_SUBSCRIPTIONS.PAUSED_AT.isNull())
            .and(told.wanted())
            .and(API_STATUS_SUBSCRIPTIONS.ID.gt(after))
            .orderBy(API_STATUS_SUBSCRIPTIONS.ID)
            .limit(AT_A_TIME)
            .fetch();
    some.stream().filter(row -> wants(row, told)).forEach(row -> tell(row, told));
    return some.size() < AT_A_TIME ? Optional.empty() : Optional.of(some.getLast().getId());
  }

  private static boolean wants(ApiStatusSubscriptionsRecord row, Told told) {
    var severity = told.severity();
    if (severity != null && !severity.isAtLeast(IncidentSeverity.of(row.getMinSeverity()))) {
      return false;
    }
    return row.getSubscribeToAll()
        || told.monitorIds().isEmpty()
        || Arrays.stream(row.getSubscribedEndpoints())
            .map(UUID::fromString)
            .anyMatch(told.monitorIds()::contains);
  }

  private void tell(ApiStatusSubscriptionsRecord row, Told told) {
    UUID receiver = row.getReceiverId();
    Audience audience =
        receiver != null
            ? new Audience.Receiver(receiver)
            : new Audience.Subscriber(
                Objects.requireNonNull(row.getEmail()),
                "/unsubscribe/status/" + row.getUnsubscribeToken(),
                "You get this because you subscribed to our status page.");
    notifications.tell(
        new Notice(
            told.event(),
            told.key(),
            NoticeKind.HEALTH,
            audience,
            told.title(),
            told.paragraphs(),
            new Notice.Action("See the status page", "/status"),
            told.data()));
    row.setLastToldAt(clock.instant());
    row.store();
  }
}
