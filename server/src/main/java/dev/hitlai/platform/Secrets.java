package dev.hitlai.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Things nobody can guess, and the hashes that are kept of them. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  public static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** For links and tokens: 256 bits in letters that an address can carry. */
  public static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  public static String hex(int bytes) {
    return HexFormat.of().formatHex(bytes(bytes));
  }

  /** A plain hash is enough for what is random: there is nothing to guess by dictionary. */
  public static byte[] sha256(String secret) {
    return sha256(secret.getBytes(UTF_8));
  }

  public static byte[] sha256(byte[] secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
