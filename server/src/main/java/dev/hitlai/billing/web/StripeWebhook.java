package dev.hitlai.billing.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.RateLimited;
import dev.hitlai.billing.internal.StripeEvents;
import dev.hitlai.identity.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells us how payments went; the signature is its login. */
@RestController
@Tag(name = "Billing")
class StripeWebhook {
  private final StripeEvents events;

  StripeWebhook(StripeEvents events) {
    this.events = events;
  }

  /**
   * @param outcome applied, ignored, refused or repeated
   */
  record Taken(String outcome) {}

  @PostMapping(path = "/api/webhooks/stripe", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(everyone = true)
  @RateLimited(600)
  @Operation(summary = "Take an event of Stripe's, signed by it; each counts once")
  ApiData<Taken> take(
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
      @RequestBody byte[] body) {
    return ApiData.of(new Taken(events.take(signature, body).name().toLowerCase(Locale.ROOT)));
  }
}
