package dev.hitlai.billing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.billing.internal.PaymentProvider.PaymentFailed;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's HTTP. Failures are {@link PaymentFailed}: with a cause when Stripe can't be reached or
 * is in trouble, so that trying again is worth it, without one when it refused.
 */
@Component
class StripeApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int TROUBLE = 500;
  private static final int TOO_MANY = 429;

  private final BillingSettings.Stripe settings;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  StripeApi(BillingSettings settings, JsonMapper json) {
    this.settings = settings.stripe();
    this.json = json;
  }

  boolean isOn() {
    return settings.isOn();
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /**
   * @param idempotencyKey the same asked for twice happens once
   */
  JsonNode post(String path, Map<String, String> form, String idempotencyKey) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(settings.api().resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + settings.secretKey());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      int status = response.statusCode();
      if (status >= TROUBLE || status == TOO_MANY) {
        throw new IOException("Stripe answered " + status);
      }
      var body = json.readTree(response.body());
      if (status != 200) {
        String why = body.at("/error/message").asString("it answered " + status);
        throw new PaymentFailed("Stripe refused: " + why, null);
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
