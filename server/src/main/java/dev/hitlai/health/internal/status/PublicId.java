package dev.hitlai.health.internal.status;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The short name of a row in addresses and in the v2 format, whose clients expect twelve lower-case
 * letters and digits. Made from the row's key alone, so that it is the same on every server and for
 * ever.
 */
public final class PublicId {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 12;

  private PublicId() {}

  public static String of(UUID key) {
    var bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
    return of(bytes.array());
  }

  static String of(byte[] key) {
    // Whole words of the hash: 36^12 is less than 2^63, so the rest of a division is near enough
    // evenly spread.
    long rest = ByteBuffer.wrap(hash(key)).getLong() >>> 1;
    var id = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      id[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(id);
  }

  static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
