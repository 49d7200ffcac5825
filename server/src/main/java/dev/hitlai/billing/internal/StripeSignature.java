package dev.hitlai.billing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The header {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=<hex>]}. */
final class StripeSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private StripeSignature() {}

  /**
   * Whether one of the header's signatures is that of the body under the secret, and its time is
   * not further from now than the tolerance, so that a recorded request can't be sent again later.
   */
  static boolean isGood(
      @Nullable String header, byte[] body, String secret, Instant now, Duration tolerance) {
    if (header == null) {
      return false;
    }
    Long seconds = null;
    var signatures = new ArrayList<String>();
    for (String part : header.split(",", 20)) {
      if (part.matches("t=\\d{1,12}")) {
        seconds = Long.valueOf(part.substring(2));
      } else if (part.matches("v1=[0-9a-f]{64}")) {
        signatures.add(part.substring(3));
      }
    }
    if (seconds == null
        || Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(tolerance) > 0) {
      return false;
    }
    byte[] expected = sign(seconds, body, secret);
    return signatures.stream()
        .anyMatch(signature -> MessageDigest.isEqual(HexFormat.of().parseHex(signature), expected));
  }

  static byte[] sign(long seconds, byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
