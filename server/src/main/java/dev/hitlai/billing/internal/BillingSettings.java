package dev.hitlai.billing.internal;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Invoices, payments and payouts, from {@code hitlai.billing.*}.
 *
 * @param issuer who writes the invoices, as they show it: name and address
 * @param bankDetails where companies transfer to
 * @param paymentDays from an invoice to the day it is due
 * @param smallestTopUp in US dollars
 * @param largestTopUp in US dollars
 * @param smallestPayout what testers can have paid out at least, in US dollars
 * @param stripe payment by card; off without a secret key
 */
@Validated
@ConfigurationProperties("hitlai.billing")
public record BillingSettings(
    @DefaultValue("HitlAI") String issuer,
    @DefaultValue("Ask the operator of this installation for the account to pay to.")
        String bankDetails,
    @DefaultValue("14") @Min(1) @Max(90) int paymentDays,
    @DefaultValue("10") @DecimalMin("1") BigDecimal smallestTopUp,
    @DefaultValue("10000") @DecimalMin("1") BigDecimal largestTopUp,
    @DefaultValue("25") @DecimalMin("0.01") BigDecimal smallestPayout,
    @DefaultValue Stripe stripe) {

  public BillingSettings {
    if (smallestTopUp.compareTo(largestTopUp) > 0) {
      throw new IllegalArgumentException(
          "hitlai.billing.smallest-top-up is more than hitlai.billing.largest-top-up.");
    }
  }

  /**
   * @param secretKey {@code sk_…}; empty switches payment by card off
   * @param webhookSecret {@code whsec_…} of the webhook that points to {@code /api/webhooks/stripe}
   * @param api where Stripe is; another address is for tests
   * @param tolerance how old a signature may be
   */
  public record Stripe(
      @DefaultValue("") String secretKey,
      @DefaultValue("") String webhookSecret,
      @DefaultValue("https://api.stripe.com") URI api,
      @DefaultValue("5m") Duration tolerance) {
    public Stripe {
      if (secretKey.isBlank() != webhookSecret.isBlank()) {
        throw new IllegalArgumentException(
            "hitlai.billing.stripe.secret-key and webhook-secret are set together or not at all.");
      }
      if (tolerance.isNegative() || tolerance.isZero()) {
        throw new IllegalArgumentException("hitlai.billing.stripe.tolerance is more than nothing.");
      }
    }

    boolean isOn() {
      return !secretKey.isBlank();
    }

    @Override
    public String toString() {
      return "Stripe[" + (isOn() ? "on" : "off") + ", " + api + "]";
    }
  }
}
