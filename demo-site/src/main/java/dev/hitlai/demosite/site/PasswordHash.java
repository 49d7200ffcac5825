package dev.hitlai.demosite.site;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with few rounds: the accounts live in memory and belong to nobody, so speed wins. */
public record PasswordHash(String salt, String hash) {

  private static final int ROUNDS = 2_000;

  public static PasswordHash of(String password, RandomGenerator random) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return new PasswordHash(HexFormat.of().formatHex(salt), hash(password, salt));
  }

  public boolean matches(String password) {
    byte[] expected = HexFormat.of().parseHex(hash);
    byte[] actual = HexFormat.of().parseHex(hash(password, HexFormat.of().parseHex(salt)));
    return MessageDigest.isEqual(expected, actual);
  }

  private static String hash(String password, byte[] salt) {
    try {
      var key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HexFormat.of().formatHex(factory.generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK knows PBKDF2", e);
    }
  }
}
