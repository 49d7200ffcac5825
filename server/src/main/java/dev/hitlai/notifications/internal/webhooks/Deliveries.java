package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_DELIVERIES;
import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_ENDPOINTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.internal.AfterCommit;
import dev.hitlai.notifications.internal.jooq.tables.records.WebhookDeliveriesRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on its way to receivers, and what became of it. */
@Component
public class Deliveries {
  private final DSLContext sql;
  private final Messages messages;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Deliveries(DSLContext sql, Messages messages, Clock clock, ApplicationEventPublisher events) {
    this.sql = sql;
    this.messages = messages;
    this.clock = clock;
    this.events = events;
  }

  /** A delivery waits: an impatience, not a fact, since the job would find it by itself. */
  record DeliveryWaits() {}

  /**
   * One event to one receiver.
   *
   * @param status waiting, delivered or failed
   * @param responseStatus of the last attempt; null when no answer came
   * @param error why the last attempt failed; null when it didn't
   */
  public record Delivered(
      UUID id,
      String messageId,
      String event,
      String status,
      int attempts,
      @Nullable Integer responseStatus,
      @Nullable String responseExcerpt,
      @Nullable String error,
      @Nullable Integer durationMs,
      Instant createdAt,
      @Nullable Instant lastAttemptAt,
      @Nullable Instant nextAttemptAt,
      String body) {}

  /** To all receivers of a company that want the event; in the transaction of the fact. */
  public void enqueue(UUID companyId, Notice notice) {
    enqueue(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(companyId), notice);
  }

  /** To the receivers of all companies that want the event; in the transaction of the fact. */
  public void enqueueEverywhere(Notice notice) {
    enqueue(WEBHOOK_ENDPOINTS.COMPANY_ID.isNotNull(), notice);
  }

  private void enqueue(Condition whose, Notice notice) {
    if (!WebhookEvents.isOne(notice.event())) {
      return;
    }
    var now = clock.instant();
    sql.select(WEBHOOK_ENDPOINTS.ID, WEBHOOK_ENDPOINTS.CHANNEL, WEBHOOK_ENDPOINTS.COMPANY_ID)
        .from(WEBHOOK_ENDPOINTS)
        .where(whose)
        .and(WEBHOOK_ENDPOINTS.IS_ACTIVE)
        .and(WEBHOOK_ENDPOINTS.EVENTS.contains(new String[] {notice.event()}))
        .forEach(
            row ->
                put(
                    row.value3(),
                    row.value1(),
                    newMessageId(),
                    notice.event(),
                    row.value2().equals("slack")
                        ? messages.slack(notice.title(), notice.paragraphs(), notice.action())
                        : messages.webhook(notice.event(), now, notice.data()),
                    null));
  }

  /** A made-up event to one webhook, to try it out; also when it is switched off. */
  @Transactional
  public UUID test(CurrentUser by, UUID endpointId) {
    UUID company = by.requireCompany();
    requireEndpoint(company, endpointId);
    String body =
        messages.webhook(
            WebhookEvents.TEST,
            clock.instant(),
            Map.of("message", "If you can read this and the signature fits, the webhook works."));
    return put(company, endpointId, newMessageId(), WebhookEvents.TEST, body, by.userId());
  }

  /** A greeting to the company's Slack channel. */
  @Transactional
  public UUID testSlack(CurrentUser by) {
    UUID company = by.requireCompany();
    UUID endpoint =
        sql.select(WEBHOOK_ENDPOINTS.ID)
            .from(WEBHOOK_ENDPOINTS)
            .where(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(company))
            .and(WEBHOOK_ENDPOINTS.CHANNEL.eq("slack"))
            .fetchOptional(WEBHOOK_ENDPOINTS.ID)
            .orElseThrow(() -> ApiProblem.notFound("The company has no Slack channel."));
    String body =
        messages.slack(
            "HitlAI is connected",
            List.of("This channel hears of your tests from now on."),
            new Notice.Action("Open HitlAI", "/company/dashboard"));
    return put(company, endpoint, newMessageId(), WebhookEvents.TEST, body, by.userId());
  }

  /** Sends once more what was sent before, under the same message id. */
  @Transactional
  public UUID resend(CurrentUser by, UUID endpointId, UUID deliveryId) {
    UUID company = by.requireCompany();
    requireEndpoint(company, endpointId);
    var old =
        sql.selectFrom(WEBHOOK_DELIVERIES)
            .where(WEBHOOK_DELIVERIES.ID.eq(deliveryId))
            .and(of(company, endpointId))
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("No delivery of this webhook has this id."));
    return put(company, endpointId, old.getMessageId(), old.getEvent(), old.getBody(), by.userId());
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Delivered> list(UUID companyId, UUID endpointId, int limit, long offset) {
    return sql.selectFrom(WEBHOOK_DELIVERIES)
        .where(of(companyId, endpointId))
        .orderBy(WEBHOOK_DELIVERIES.CREATED_AT.desc(), WEBHOOK_DELIVERIES.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(Deliveries::read);
  }

  @Transactional(readOnly = true)
  public long count(UUID companyId, UUID endpointId) {
    return sql.fetchCount(WEBHOOK_DELIVERIES, of(companyId, endpointId));
  }

  private void requireEndpoint(UUID company, UUID endpointId) {
    boolean ours =
        sql.fetchExists(
            WEBHOOK_ENDPOINTS,
            WEBHOOK_ENDPOINTS
                .ID
                .eq(endpointId)
                .and(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(company))
                .and(WEBHOOK_ENDPOINTS.CHANNEL.eq("webhook")));
    if (!ours) {
      throw ApiProblem.notFound("No webhook has this id.");
    }
  }

  UUID put(
      @Nullable UUID company,
      UUID endpoint,
      String messageId,
      String event,
      String body,
      @Nullable UUID resentBy) {
    UUID id =
        sql.insertInto(WEBHOOK_DELIVERIES)
            .set(WEBHOOK_DELIVERIES.COMPANY_ID, company)
            .set(WEBHOOK_DELIVERIES.ENDPOINT_ID, endpoint)
            .set(WEBHOOK_DELIVERIES.MESSAGE_ID, messageId)
            .set(WEBHOOK_DELIVERIES.EVENT, event)
            .set(WEBHOOK_DELIVERIES.BODY, body)
            .set(WEBHOOK_DELIVERIES.RESENT_BY, resentBy)
            .set(WEBHOOK_DELIVERIES.NEXT_ATTEMPT_AT, clock.instant())
            .set(WEBHOOK_DELIVERIES.CREATED_AT, clock.instant())
            .returning(WEBHOOK_DELIVERIES.ID)
            .fetchSingle(WEBHOOK_DELIVERIES.ID);
    AfterCommit.run(DeliveryWaits.class, () -> events.publishEvent(new DeliveryWaits()));
    return id;
  }

  static String newMessageId() {
    return "msg_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static Condition of(UUID companyId, UUID endpointId) {
    return WEBHOOK_DELIVERIES
        .COMPANY_ID
        .eq(companyId)
        .and(WEBHOOK_DELIVERIES.ENDPOINT_ID.eq(endpointId));
  }

  private static Delivered read(WebhookDeliveriesRecord row) {
    return new Delivered(
        row.getId(),
        row.getMessageId(),
        row.getEvent(),
        row.getStatus(),
        row.getAttempts(),
        row.getResponseStatus(),
        row.getResponseExcerpt(),
        row.getError(),
        row.getDurationMs(),
        row.getCreatedAt(),
        row.getLastAttemptAt(),
        row.getStatus().equals("waiting") ? row.getNextAttemptAt() : null,
        row.getBody());
  }
}
