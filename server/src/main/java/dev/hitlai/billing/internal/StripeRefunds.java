package dev.hitlai.billing.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.billing.internal.PaymentProvider.PaymentFailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe tells of money that goes back: refunds of ours, refunds made at Stripe itself, and
 * payments that a bank takes back in a dispute. Events are read as facts about single refunds, by
 * their ids and how far they are, so that neither repetition nor order matters.
 */
@Component
class StripeRefunds {
  private static final String STRIPE = "stripe";

  private final StripeApi api;
  private final Receipts receipts;
  private final RefundProgress progress;

  StripeRefunds(StripeApi api, Receipts receipts, RefundProgress progress) {
    this.api = api;
    this.receipts = receipts;
    this.progress = progress;
  }

  /**
   * One refund as Stripe knows it.
   *
   * @param own its id with us, when we began it
   */
  private record Fact(
      String id, BigDecimal amount, RefundStatus status, @Nullable UUID own, String reason) {}

  /**
   * What an event says.
   *
   * @param payment ours, as far as the event knows
   * @param intent what Stripe calls the money
   */
  record Told(@Nullable UUID payment, String intent, List<Fact> facts) {
    Told {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Reads an event; asks Stripe for what it doesn't say, so outside of any transaction.
   *
   * @return null when it is of another kind
   * @throws ApiProblem UNAVAILABLE when Stripe has to be asked and can't be; it will tell again
   */
  @Nullable Told read(JsonNode event) {
    var object = event.at("/data/object");
    try {
      return switch (event.path("type").asString("")) {
        case "charge.refunded" -> told(object, refundsOf(object));
        case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
            told(object, List.of(refund(object)));
        case "charge.dispute.funds_withdrawn" ->
            told(object, List.of(dispute(object, RefundStatus.PAID)));
        case "charge.dispute.funds_reinstated" ->
            told(object, List.of(dispute(object, RefundStatus.FAILED)));
        default -> null;
      };
    } catch (PaymentFailed failure) {
      throw new ApiProblem(ErrorCode.UNAVAILABLE, String.valueOf(failure.getMessage()));
    }
  }

  private Told told(JsonNode object, List<Fact> facts) {
    String intent = object.path("payment_intent").asString("");
    var payment = id(object.at("/metadata/payment_id"));
    return new Told(payment == null ? paymentOf(intent) : payment, intent, facts);
  }

  /** Of money that came before charges carried the payment's id. */
  private @Nullable UUID paymentOf(String intent) {
    return intent.matches("\\w{1,255}")
        ? id(
            api.get("/v1/checkout/sessions?limit=1&payment_intent=" + intent)
                .at("/data/0/client_reference_id"))
        : null;
  }

  /** A charge tells the sum of its refunds, and the refunds themselves only in old versions. */
  private List<Fact> refundsOf(JsonNode charge) {
    var listed = charge.path("refunds");
    String id = charge.path("id").asString("");
    var refunds =
        listed.path("data").isEmpty() || listed.path("has_more").asBoolean(false)
            ? id.matches("\\w{1,255}")
                ? api.get("/v1/refunds?limit=100&charge=" + id).path("data")
                : listed.path("data")
            : listed.path("data");
    var facts = new ArrayList<Fact>();
    refunds.forEach(refund -> facts.add(refund(refund)));
    return facts;
  }

  private static Fact refund(JsonNode refund) {
    return new Fact(
        refund.path("id").asString(""),
        amount(refund),
        status(refund.path("status").asString("")),
        id(refund.at("/metadata/refund_id")),
        "Given back at Stripe");
  }

  private static Fact dispute(JsonNode dispute, RefundStatus status) {
    return new Fact(
        dispute.path("id").asString(""),
        amount(dispute),
        status,
        null,
        "Taken back by the bank: " + dispute.path("reason").asString("disputed").replace('_', ' '));
  }

  /** Below zero when it isn't in US dollars. */
  private static BigDecimal amount(JsonNode object) {
    return object.path("currency").asString("").equals("usd")
        ? BigDecimal.valueOf(object.path("amount").asLong(-1), 2)
        : BigDecimal.ONE.negate();
  }

  static RefundStatus status(String stripe) {
    return switch (stripe) {
      case "succeeded" -> RefundStatus.PAID;
      case "failed", "canceled" -> RefundStatus.FAILED;
      default -> RefundStatus.PENDING;
    };
  }

  /** Takes it in; inside the transaction of the event. */
  StripeEvents.Result apply(Told told) {
    UUID payment = receipts.byProviderPayment(STRIPE, told.intent());
    if (payment == null) {
      payment = told.payment();
    }
    if (payment == null || receipts.amountOf(payment) == null) {
      return StripeEvents.Result.refused(null, "No payment of ours has this money.");
    }
    // What goes back has come, also when we haven't been told of that yet.
    boolean changed = receipts.received(payment);
    if (!told.intent().isEmpty()) {
      receipts.named(payment, told.intent());
    }
    for (Fact fact : told.facts()) {
      if (fact.id().isEmpty() || fact.amount().signum() <= 0) {
        return StripeEvents.Result.refused(payment, "The refund has no amount in US dollars.");
      }
      var known = progress.find(STRIPE, fact.id(), fact.own());
      if (known != null) {
        changed |= progress.moveOn(known, fact.status(), fact.id(), null);
      } else if (progress.foreign(
          payment, fact.id(), fact.amount(), fact.status(), fact.reason())) {
        changed = true;
      } else {
        return StripeEvents.Result.refused(
            payment, "More was given back than came: " + fact.amount() + " usd.");
      }
    }
    return StripeEvents.Result.of(changed, payment);
  }

  private static @Nullable UUID id(JsonNode text) {
    try {
      return UUID.fromString(text.asString(""));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
