package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_DELIVERIES;
import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_ENDPOINTS;

import dev.hitlai.platform.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out what is due and takes back how it went; for a system's actor. */
@Component
class DeliveryQueue {
  /** Longer than any delivery takes; then another server may try. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final int GONE = 410;
  private static final int LONGEST_ERROR = 500;

  private final DSLContext sql;
  private final Vault vault;
  private final WebhookSettings settings;
  private final Clock clock;

  DeliveryQueue(DSLContext sql, Vault vault, WebhookSettings settings, Clock clock) {
    this.sql = sql;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A delivery that a worker has taken.
   *
   * @param slack whether the secret is the address instead of what signs
   * @param attempts with this one
   */
  record Claimed(
      UUID id,
      UUID endpointId,
      boolean slack,
      String url,
      String secret,
      String messageId,
      String event,
      String body,
      int attempts,
      Instant createdAt) {}

  /**
   * How an attempt went.
   *
   * @param status null when no answer came
   * @param error null when it got through
   */
  record Outcome(
      @Nullable Integer status, @Nullable String excerpt, @Nullable String error, Duration took) {}

  /**
   * What was switched off, and why.
   *
   * @param companyId null of a receiver that another module writes to
   */
  record SwitchedOff(
      @Nullable UUID companyId, UUID endpointId, String url, String reason, Instant since) {}

  /**
   * Takes what waits longest, of a receiver that nobody delivers to right now. The receiver's row
   * is what is locked and changed, so that of two workers one sees it taken.
   *
   * @param proven only of receivers whose last delivery didn't fail
   */
  @Transactional
  public Optional<Claimed> claim(boolean proven) {
    Instant now = clock.instant();
    var due =
        sql.select(WEBHOOK_DELIVERIES.asterisk(), WEBHOOK_ENDPOINTS.asterisk())
            .from(WEBHOOK_DELIVERIES)
            .join(WEBHOOK_ENDPOINTS)
            .on(WEBHOOK_ENDPOINTS.ID.eq(WEBHOOK_DELIVERIES.ENDPOINT_ID))
            .where(WEBHOOK_DELIVERIES.STATUS.eq("waiting"))
            .and(WEBHOOK_DELIVERIES.NEXT_ATTEMPT_AT.le(now))
            .and(proven ? WEBHOOK_ENDPOINTS.FAILING_SINCE.isNull() : DSL.noCondition())
            // What somebody asks for goes out even where nothing else does.
            .and(WEBHOOK_ENDPOINTS.IS_ACTIVE.isTrue().or(WEBHOOK_DELIVERIES.RESENT_BY.isNotNull()))
            .and(
                WEBHOOK_ENDPOINTS
                    .CLAIMED_UNTIL
                    .isNull()
                    .or(WEBHOOK_ENDPOINTS.CLAIMED_UNTIL.le(now)))
            .orderBy(WEBHOOK_DELIVERIES.NEXT_ATTEMPT_AT, WEBHOOK_DELIVERIES.ID)
            .limit(1)
            .forUpdate()
            .of(WEBHOOK_ENDPOINTS)
            .skipLocked()
            .fetchOptional();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    var delivery = due.get().into(WEBHOOK_DELIVERIES);
    var endpoint = due.get().into(WEBHOOK_ENDPOINTS);
    sql.update(WEBHOOK_ENDPOINTS)
        .set(WEBHOOK_ENDPOINTS.CLAIMED_UNTIL, now.plus(CLAIM))
        .where(WEBHOOK_ENDPOINTS.ID.eq(endpoint.getId()))
        .execute();
    boolean slack = endpoint.getChannel().equals("slack");
    String secret = vault.open(Endpoints.USE, endpoint.getSealedSecret());
    return Optional.of(
        new Claimed(
            delivery.getId(),
            endpoint.getId(),
            slack,
            slack ? secret : endpoint.getUrl(),
            secret,
            delivery.getMessageId(),
            delivery.getEvent(),
            delivery.getBody(),
            delivery.getAttempts() + 1,
            delivery.getCreatedAt()));
  }

  /** Writes down how it went; says when the receiver is switched off for it. */
  @Transactional
  public Optional<SwitchedOff> settle(Claimed delivery, Outcome outcome) {
    Instant now = clock.instant();
    boolean through = outcome.error() == null;
    // Whoever tries something out waits for the answer and presses again.
    Optional<Instant> next =
        through || delivery.event().equals(WebhookEvents.TEST)
            ? Optional.empty()
            : RetryPlan.after(delivery.attempts(), delivery.id(), delivery.createdAt(), now);
    String status = through ? "delivered" : next.isPresent() ? "waiting" : "failed";
    lockReceiver(delivery.endpointId());
    sql.update(WEBHOOK_DELIVERIES)
        .set(WEBHOOK_DELIVERIES.STATUS, status)
        .set(WEBHOOK_DELIVERIES.ATTEMPTS, delivery.attempts())
        .set(WEBHOOK_DELIVERIES.LAST_ATTEMPT_AT, now)
        .set(WEBHOOK_DELIVERIES.NEXT_ATTEMPT_AT, next.orElse(now))
        .set(WEBHOOK_DELIVERIES.RESPONSE_STATUS, outcome.status())
        .set(WEBHOOK_DELIVERIES.RESPONSE_EXCERPT, outcome.excerpt())
        .set(WEBHOOK_DELIVERIES.ERROR, cut(outcome.error()))
        .set(WEBHOOK_DELIVERIES.DURATION_MS, (int) Math.max(0, outcome.took().toMillis()))
        .where(WEBHOOK_DELIVERIES.ID.eq(delivery.id()))
        .execute();
    return through ? gotThrough(delivery, now) : failed(delivery, outcome, now);
  }

  /**
   * The receiver before its delivery, as deleting it does: in another order they would deadlock.
   */
  private void lockReceiver(UUID endpointId) {
    sql.select(WEBHOOK_ENDPOINTS.ID)
        .from(WEBHOOK_ENDPOINTS)
        .where(WEBHOOK_ENDPOINTS.ID.eq(endpointId))
        .forUpdate()
        .fetch();
  }

  private Optional<SwitchedOff> gotThrough(Claimed delivery, Instant now) {
    sql.update(WEBHOOK_ENDPOINTS)
        .setNull(WEBHOOK_ENDPOINTS.CLAIMED_UNTIL)
        .setNull(WEBHOOK_ENDPOINTS.FAILING_SINCE)
        .set(WEBHOOK_ENDPOINTS.LAST_DELIVERED_AT, now)
        .where(WEBHOOK_ENDPOINTS.ID.eq(delivery.endpointId()))
        .execute();
    return Optional.empty();
  }

  private Optional<SwitchedOff> failed(Claimed delivery, Outcome outcome, Instant now) {
    var endpoint =
        sql.selectFrom(WEBHOOK_ENDPOINTS)
            .where(WEBHOOK_ENDPOINTS.ID.eq(delivery.endpointId()))
            .fetchOne();
    if (endpoint == null) {
      return Optional.empty();
    }
    Instant since = endpoint.getFailingSince() == null ? now : endpoint.getFailingSince();
    endpoint.setClaimedUntil(null);
    endpoint.setFailingSince(since);
    String reason = reasonToStop(outcome, Duration.between(since, now));
    if (reason == null || !endpoint.getIsActive()) {
      endpoint.store();
      return Optional.empty();
    }
    endpoint.setIsActive(false);
    endpoint.setDisabledReason(reason);
    endpoint.store();
    return Optional.of(
        new SwitchedOff(
            endpoint.getCompanyId(), endpoint.getId(), endpoint.getUrl(), reason, since));
  }

  private @Nullable String reasonToStop(Outcome outcome, Duration failing) {
    if (outcome.status() != null && outcome.status() == GONE) {
      return "The receiver answered 410: it wants no more.";
    }
    return failing.compareTo(settings.switchOffAfter()) >= 0
        ? "Nothing got through for " + Math.max(1, failing.toDays()) + " days."
        : null;
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(LONGEST_ERROR, text.length()));
  }
}
