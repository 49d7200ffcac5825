package dev.hitlai.health.internal.subscriptions;

import dev.hitlai.health.internal.jooq.tables.records.ApiStatusSubscriptionsRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.notifications.Receivers;
import dev.hitlai.platform.PublicAddress;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks targets whether it was really them; what was wished waits until they say so. */
@Component
class Confirmations {
  /** What programs get to confirm. */
  static final String EVENT = "subscription.confirmation";

  private static final String PATH = "/status/subscriptions/confirm/";

  private final Notifications notifications;
  private final Receivers receivers;
  private final PublicAddress address;
  private final JsonMapper json;
  private final Clock clock;

  Confirmations(
      Notifications notifications,
      Receivers receivers,
      PublicAddress address,
      JsonMapper json,
      Clock clock) {
    this.notifications = notifications;
    this.receivers = receivers;
    this.address = address;
    this.json = json;
    this.clock = clock;
  }

  /** Stores the row. */
  void byMail(ApiStatusSubscriptionsRecord row, SubscriptionWish wish) {
    row.setPendingWish(JSONB.valueOf(json.writeValueAsString(wish)));
    String token = expect(row);
    notifications.tell(
        new Notice(
            "status.confirmation",
            "status.confirmation:" + Subscriptions.hash(token),
            NoticeKind.ACCOUNT,
            new Audience.Address(Objects.requireNonNull(row.getEmail()), ""),
            "Confirm your subscription to our status page",
            List.of(
                "Press the button to be told when something is down, slow or under maintenance.",
                "The button works for a week. If you didn't ask for it, do nothing: without it we"
                    + " send you nothing."),
            new Notice.Action("Confirm the subscription", PATH + token),
            Map.of()));
  }

  /** Stores the row. */
  void byWebhook(ApiStatusSubscriptionsRecord row) {
    String token = expect(row);
    var data = new LinkedHashMap<String, Object>();
    data.put("subscriptionId", row.getId());
    data.put("token", token);
    data.put("confirmUrl", address.of(PATH + token));
    data.put("confirmApi", address.of("/api/health/subscriptions/confirmation"));
    receivers.send(Objects.requireNonNull(row.getReceiverId()), EVENT, data);
  }

  private String expect(ApiStatusSubscriptionsRecord row) {
    String token = Secrets.token();
    row.setVerificationToken(Subscriptions.hash(token));
    row.setConfirmationSentAt(clock.instant());
    row.store();
    row.refresh();
    return token;
  }

  /** What waits for the confirmation, taken from the row. */
  Optional<SubscriptionWish> wishOf(ApiStatusSubscriptionsRecord row) {
    JSONB wish = row.getPendingWish();
    row.setPendingWish(null);
    return wish == null
        ? Optional.empty()
        : Optional.of(json.readValue(wish.data(), SubscriptionWish.class));
  }
}
