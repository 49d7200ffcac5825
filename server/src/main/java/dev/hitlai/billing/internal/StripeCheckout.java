package dev.hitlai.billing.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Payment by card on a page of Stripe's: a checkout session for each payment. */
@Component
@Order(1)
class StripeCheckout implements PaymentProvider {
  private final StripeApi api;

  StripeCheckout(StripeApi api) {
    this.api = api;
  }

  @Override
  public String code() {
    return "stripe";
  }

  @Override
  public String label() {
    return "Pay by card";
  }

  @Override
  public boolean isOffered() {
    return api.isOn();
  }

  @Override
  public Begun begin(Order order) {
    var answer = api.post("/v1/checkout/sessions", session(order), order.paymentId().toString());
    String id = answer.path("id").asString("");
    String url = answer.path("url").asString("");
    // The customer is sent there: nothing but an address of the web.
    if (id.isEmpty() || !url.matches("https?://\\S+")) {
      throw new PaymentFailed("Stripe answered without a page to pay on. Try again later.", null);
    }
    return new Begun(id, url);
  }

  private static Map<String, String> session(Order order) {
    var form = new LinkedHashMap<String, String>();
    form.put("mode", "payment");
    form.put("client_reference_id", order.paymentId().toString());
    form.put("success_url", order.backUrl());
    form.put("cancel_url", order.backUrl());
    form.put("line_items[0][quantity]", "1");
    form.put("line_items[0][price_data][currency]", "usd");
    form.put("line_items[0][price_data][unit_amount]", cents(order.amount()));
    form.put("line_items[0][price_data][product_data][name]", order.description());
    form.put("metadata[payment_id]", order.paymentId().toString());
    // Charges carry it too: a refund that is told of before the payment is finds the way.
    form.put("payment_intent_data[metadata][payment_id]", order.paymentId().toString());
    return form;
  }

  @Override
  public Returned giveBack(Return order) {
    String intent =
        order.providerPayment() == null
            ? intentOf(String.valueOf(order.reference()))
            : order.providerPayment();
    var form = new LinkedHashMap<String, String>();
    form.put("payment_intent", intent);
    form.put("amount", cents(order.amount()));
    form.put("reason", "requested_by_customer");
    form.put("metadata[refund_id]", order.refundId().toString());
    form.put("metadata[payment_id]", order.paymentId().toString());
    var answer = api.post("/v1/refunds", form, order.refundId().toString());
    return new Returned(
        answer.path("id").asString(null),
        StripeRefunds.status(answer.path("status").asString("")),
        answer.path("failure_reason").asString(null));
  }

  /** Of a payment that came before payment intents were noted. */
  private String intentOf(String session) {
    String intent = api.get("/v1/checkout/sessions/" + session).path("payment_intent").asString("");
    if (intent.isEmpty()) {
      throw new PaymentFailed("Stripe knows of no money for this payment.", null);
    }
    return intent;
  }

  private static String cents(BigDecimal amount) {
    return amount.movePointRight(2).toBigIntegerExact().toString();
  }
}
