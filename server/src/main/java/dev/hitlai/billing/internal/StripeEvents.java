package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.PAYMENT_EVENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears from Stripe how payments went. An event counts once, by its id; the order in which events
 * come doesn't matter, because money that came stays and only a pending payment can fail. What goes
 * back is {@link StripeRefunds}' business.
 */
@Component
public class StripeEvents {
  private static final int LONGEST_ID = 255;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Receipts payments;
  private final StripeRefunds refunds;
  private final BillingSettings.Stripe settings;
  private final JsonMapper json;
  private final Clock clock;

  StripeEvents(
      DSLContext sql,
      TransactionTemplate transactions,
      Receipts payments,
      StripeRefunds refunds,
      BillingSettings settings,
      JsonMapper json,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.payments = payments;
    this.refunds = refunds;
    this.settings = settings.stripe();
    this.json = json;
    this.clock = clock;
  }

  /** What came of an event. */
  public enum Outcome {
    APPLIED,
    /** Nothing to do: of a kind we don't follow, or it changes nothing any more. */
    IGNORED,
    /** It doesn't fit the payment it names; noted for an administrator. */
    REFUSED,
    /** Seen before. */
    REPEATED
  }

  record Result(Outcome outcome, @Nullable UUID paymentId, @Nullable String note) {
    static Result of(boolean changed, UUID paymentId) {
      return new Result(changed ? Outcome.APPLIED : Outcome.IGNORED, paymentId, null);
    }

    static Result refused(@Nullable UUID paymentId, String note) {
      return new Result(Outcome.REFUSED, paymentId, note);
    }
  }

  /**
   * @throws ApiProblem when Stripe isn't set up, the signature isn't good or the body is no event
   */
  public Outcome take(@Nullable String signature, byte[] body) {
    if (!settings.isOn()) {
      throw ApiProblem.notFound("Payment by card isn't set up here.");
    }
    if (!StripeSignature.isGood(
        signature, body, settings.webhookSecret(), clock.instant(), settings.tolerance())) {
      throw ApiProblem.invalid("Stripe-Signature", "isn't a fresh signature of this body");
    }
    JsonNode event = read(body);
    var refund = refunds.read(event);
    return Tenancy.as(
        Actor.system("stripe-webhook"),
        () -> {
          Outcome outcome = transactions.execute(status -> once(event, refund));
          return outcome == null ? Outcome.IGNORED : outcome;
        });
  }

  private JsonNode read(byte[] body) {
    try {
      var event = json.readTree(body);
      String id = event.path("id").asString("");
      if (id.isEmpty() || id.length() > LONGEST_ID || event.path("type").asString("").isEmpty()) {
        throw ApiProblem.invalid("id", "is missing, or the type is");
      }
      return event;
    } catch (JacksonException notJson) {
      throw ApiProblem.invalid("body", "isn't JSON");
    }
  }

  private Outcome once(JsonNode event, StripeRefunds.@Nullable Told refund) {
    String id = event.path("id").asString();
    // Two deliveries of one event at once: the second waits here and then finds it done.
    sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "stripe:" + id);
    if (sql.fetchExists(PAYMENT_EVENTS, PAYMENT_EVENTS.EVENT_ID.eq(id))) {
      return Outcome.REPEATED;
    }
    Result result = refund == null ? apply(event) : refunds.apply(refund);
    sql.insertInto(PAYMENT_EVENTS)
        .set(PAYMENT_EVENTS.PROVIDER, "stripe")
        .set(PAYMENT_EVENTS.EVENT_ID, id)
        .set(PAYMENT_EVENTS.EVENT_TYPE, event.path("type").asString())
        .set(PAYMENT_EVENTS.PAYMENT_ID, result.paymentId())
        .set(PAYMENT_EVENTS.OUTCOME, result.outcome().name().toLowerCase(java.util.Locale.ROOT))
        .set(PAYMENT_EVENTS.NOTE, result.note())
        .set(
            PAYMENT_EVENTS.OCCURRED_AT,
            Instant.ofEpochSecond(event.path("created").asLong(clock.instant().getEpochSecond())))
        .execute();
    return result.outcome();
  }

  private Result apply(JsonNode event) {
    var session = event.at("/data/object");
    return switch (event.path("type").asString()) {
      case "checkout.session.completed" ->
          session.path("payment_status").asString("").equals("paid")
              ? paid(session)
              : new Result(Outcome.IGNORED, null, "The money is still on its way.");
      case "checkout.session.async_payment_succeeded" -> paid(session);
      case "checkout.session.async_payment_failed", "checkout.session.expired" -> failed(session);
      default -> new Result(Outcome.IGNORED, null, null);
    };
  }

  private Result paid(JsonNode session) {
    UUID paymentId = paymentId(session);
    var expected = paymentId == null ? null : payments.amountOf(paymentId);
    if (paymentId == null || expected == null) {
      return Result.refused(null, "No payment of ours has this reference.");
    }
    var amount = BigDecimal.valueOf(session.path("amount_total").asLong(-1), 2);
    if (!session.path("currency").asString("").equals("usd") || amount.compareTo(expected) != 0) {
      return Result.refused(
          paymentId,
          "Paid were %s %s instead of %s usd."
              .formatted(amount, session.path("currency").asString("?"), expected));
    }
    boolean changed = payments.received(paymentId);
    String intent = session.path("payment_intent").asString("");
    if (!intent.isEmpty()) {
      payments.named(paymentId, intent);
    }
    return Result.of(changed, paymentId);
  }

  private Result failed(JsonNode session) {
    UUID paymentId = paymentId(session);
    boolean changed = paymentId != null && payments.failed(paymentId);
    return new Result(
        changed ? Outcome.APPLIED : Outcome.IGNORED,
        paymentId == null || payments.amountOf(paymentId) == null ? null : paymentId,
        null);
  }

  private static @Nullable UUID paymentId(JsonNode session) {
    try {
      return UUID.fromString(session.path("client_reference_id").asString(""));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
