package dev.hitlai.billing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Payment by card on a page of Stripe's: a checkout session for each payment. */
@Component
@Order(1)
class StripeCheckout implements PaymentProvider {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final BillingSettings.Stripe settings;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  StripeCheckout(BillingSettings settings, JsonMapper json) {
    this.settings = settings.stripe();
    this.json = json;
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
    return settings.isOn();
  }

  @Override
  public Begun begin(Order order) {
    var answer = post("/v1/checkout/sessions", session(order), order.paymentId().toString());
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
    form.put(
        "line_items[0][price_data][unit_amount]",
        order.amount().movePointRight(2).toBigIntegerExact().toString());
    form.put("line_items[0][price_data][product_data][name]", order.description());
    form.put("metadata[payment_id]", order.paymentId().toString());
    return form;
  }

  private JsonNode post(String path, Map<String, String> form, String idempotencyKey) {
    var request =
        HttpRequest.newBuilder(settings.api().resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + settings.secretKey())
            .header("Content-Type", "application/x-www-form-urlencoded")
            // The same payment asked for twice is one session.
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var body = json.readTree(response.body());
      if (response.statusCode() != 200) {
        String why = body.at("/error/message").asString("it answered " + response.statusCode());
        throw new PaymentFailed("Stripe refused the payment: " + why, null);
      }
      return body;
    } catch (IOException | JacksonException failure) {
      throw new PaymentFailed("Stripe can't be reached right now. Try again later.", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PaymentFailed("Interrupted while Stripe was asked.", interrupted);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
