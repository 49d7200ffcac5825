package dev.hitlai.testsupport;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What people have on their phone: shows codes by RFC 6238, written apart from the server's. */
public final class Authenticator {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private final Clock clock;

  /**
   * @param key 32 letters of Base32, as the set-up shows them
   */
  public Authenticator(String key, Clock clock) {
    var number = BigInteger.ZERO;
    String letters = key.replace(" ", "");
    for (char letter : letters.toCharArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    this.secret = new byte[letters.length() * 5 / 8];
    for (int i = secret.length - 1; i >= 0; i--) {
      secret[i] = number.byteValue();
      number = number.shiftRight(8);
    }
    this.clock = clock;
  }

  public String code() {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = clock.instant().getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
