package dev.hitlai.notifications.internal.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.platform.Secrets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification says, version 1. */
final class StandardSignature {
  private static final String MARK = "whsec_";

  /** The specification asks for 24 to 64 bytes. */
  private static final int BYTES = 32;

  private StandardSignature() {}

  /** A new secret, {@code whsec_} and base64. */
  static String secret() {
    return MARK + Base64.getEncoder().encodeToString(Secrets.bytes(BYTES));
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param secret as {@link #secret} makes it
   * @param body exactly as it is sent
   */
  static String of(String secret, String id, Instant at, String body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(MARK.length()));
    String signed = id + "." + at.getEpochSecond() + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
