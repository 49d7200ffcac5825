package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_DELIVERIES;
import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_ENDPOINTS;

import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.Receivers.Channel;
import dev.hitlai.notifications.Receivers.Made;
import dev.hitlai.notifications.Receivers.Purpose;
import dev.hitlai.notifications.Receivers.State;
import dev.hitlai.platform.Vault;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receivers that belong to no company: of alert rules and of subscriptions. */
@Component
public class DirectReceivers {
  private final DSLContext sql;
  private final Vault vault;
  private final ReceiverPolicy policy;
  private final Messages messages;
  private final Deliveries deliveries;
  private final Clock clock;

  DirectReceivers(
      DSLContext sql,
      Vault vault,
      ReceiverPolicy policy,
      Messages messages,
      Deliveries deliveries,
      Clock clock) {
    this.sql = sql;
    this.vault = vault;
    this.policy = policy;
    this.messages = messages;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  public Made make(Purpose purpose, Channel channel, String url) {
    boolean slack = channel == Channel.SLACK;
    URI address = slack ? policy.acceptSlack(url) : policy.accept(url);
    String secret = slack ? address.toString() : StandardSignature.secret();
    var row = sql.newRecord(WEBHOOK_ENDPOINTS);
    row.setPurpose(purpose.code());
    row.setChannel(channel.code());
    row.setUrl(slack ? Endpoints.beginning(address.toString()) : address.toString());
    row.setSealedSecret(vault.seal(Endpoints.USE, secret));
    row.setEvents(new String[0]);
    row.setCreatedAt(clock.instant());
    row.store();
    return new Made(row.getId(), slack ? "" : secret);
  }

  public void remove(UUID id) {
    sql.deleteFrom(WEBHOOK_ENDPOINTS).where(direct(id)).execute();
  }

  public void switchOn(UUID id) {
    sql.update(WEBHOOK_ENDPOINTS)
        .set(WEBHOOK_ENDPOINTS.IS_ACTIVE, true)
        .setNull(WEBHOOK_ENDPOINTS.DISABLED_REASON)
        .setNull(WEBHOOK_ENDPOINTS.FAILING_SINCE)
        .where(direct(id))
        .execute();
  }

  public Optional<State> state(UUID id) {
    return sql.selectFrom(WEBHOOK_ENDPOINTS)
        .where(direct(id))
        .fetchOptional(
            row ->
                new State(
                    row.getUrl(),
                    row.getIsActive(),
                    row.getDisabledReason(),
                    row.getFailingSince(),
                    row.getLastDeliveredAt(),
                    lastError(id)));
  }

  private @Nullable String lastError(UUID id) {
    return sql.select(WEBHOOK_DELIVERIES.ERROR)
        .from(WEBHOOK_DELIVERIES)
        .where(WEBHOOK_DELIVERIES.ENDPOINT_ID.eq(id))
        .and(WEBHOOK_DELIVERIES.LAST_ATTEMPT_AT.isNotNull())
        .orderBy(WEBHOOK_DELIVERIES.LAST_ATTEMPT_AT.desc())
        .limit(1)
        .fetchOne(WEBHOOK_DELIVERIES.ERROR);
  }

  public void send(UUID id, String event, Map<String, ?> data) {
    sendBody(id, event, messages.webhook(event, clock.instant(), data));
  }

  public void sendSlack(
      UUID id,
      String event,
      String title,
      List<String> paragraphs,
      Notice.@Nullable Action action) {
    sendBody(id, event, messages.slack(title, paragraphs, action));
  }

  /** As the receiver understands it. */
  public void send(UUID id, Notice notice) {
    String channel =
        sql.select(WEBHOOK_ENDPOINTS.CHANNEL)
            .from(WEBHOOK_ENDPOINTS)
            .where(direct(id))
            .fetchOne(WEBHOOK_ENDPOINTS.CHANNEL);
    if ("slack".equals(channel)) {
      sendSlack(id, notice.event(), notice.title(), notice.paragraphs(), notice.action());
    } else if (channel != null) {
      send(id, notice.event(), notice.data());
    }
  }

  public void sendBody(UUID id, String event, String body) {
    if (sql.fetchExists(WEBHOOK_ENDPOINTS, direct(id).and(WEBHOOK_ENDPOINTS.IS_ACTIVE))) {
      deliveries.put(null, id, Deliveries.newMessageId(), event, body, null);
    }
  }

  private static Condition direct(UUID id) {
    return WEBHOOK_ENDPOINTS.ID.eq(id).and(WEBHOOK_ENDPOINTS.COMPANY_ID.isNull());
  }
}
