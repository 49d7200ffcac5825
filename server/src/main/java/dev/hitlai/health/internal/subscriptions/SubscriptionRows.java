package dev.hitlai.health.internal.subscriptions;

import static dev.hitlai.health.internal.jooq.Tables.API_STATUS_SUBSCRIPTIONS;

import dev.hitlai.health.internal.incidents.IncidentSeverity;
import dev.hitlai.health.internal.jooq.tables.records.ApiStatusSubscriptionsRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads subscriptions. */
@Component
class SubscriptionRows {
  private final DSLContext sql;

  SubscriptionRows(DSLContext sql) {
    this.sql = sql;
  }

  /** The latest first. */
  List<Subscription> list(Condition which, int limit, long offset) {
    return sql.selectFrom(API_STATUS_SUBSCRIPTIONS)
        .where(which)
        .orderBy(API_STATUS_SUBSCRIPTIONS.CREATED_AT.desc(), API_STATUS_SUBSCRIPTIONS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(SubscriptionRows::read);
  }

  int count(Condition which) {
    return sql.fetchCount(API_STATUS_SUBSCRIPTIONS, which);
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<ApiStatusSubscriptionsRecord> locked(Condition which) {
    return sql.selectFrom(API_STATUS_SUBSCRIPTIONS).where(which).forUpdate().fetchOptional();
  }

  static Subscription read(ApiStatusSubscriptionsRecord row) {
    return new Subscription(
        row.getId(),
        row.getEmail(),
        row.getWebhookUrl(),
        row.getSubscribeToAll()
            ? List.of()
            : Arrays.stream(row.getSubscribedEndpoints()).map(UUID::fromString).toList(),
        row.getNotifyOnIncidents(),
        row.getNotifyOnMaintenance(),
        row.getNotifyOnResolution(),
        IncidentSeverity.of(row.getMinSeverity()),
        row.getIsActive(),
        row.getVerified(),
        row.getVerifiedAt(),
        row.getPausedAt(),
        row.getPausedReason(),
        row.getLastToldAt(),
        row.getCreatedAt());
  }
}
