package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time (RFC 6238): six digits, 30 seconds, HMAC-SHA-1, which is what
 * every authenticator understands.
 */
final class Totp {
  static final int DIGITS = 6;
  static final int SECRET_BYTES = 20;
  private static final long STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /** One step to each side, for clocks that differ and people who type slowly. */
  private static final int TOLERANCE = 1;

  private static final String ISSUER = "HitlAI";

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a time step (RFC 4226, section 5.3). */
  static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
    return ("%0" + DIGITS + "d").formatted(number % MODULUS);
  }

  /** The step whose code this is, near the time; empty when it is none. */
  static OptionalLong match(byte[] secret, String code, Instant now) {
    byte[] shown = code.replace(" ", "").getBytes(UTF_8);
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
      if (MessageDigest.isEqual(shown, code(secret, step).getBytes(UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** What the picture says to the authenticator. */
  static String uri(byte[] secret, String email) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            ISSUER,
            URLEncoder.encode(email, UTF_8).replace("+", "%20"),
            Base32.encode(secret),
            ISSUER,
            DIGITS,
            STEP_SECONDS);
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
