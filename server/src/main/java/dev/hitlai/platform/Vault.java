package dev.hitlai.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that have to be read again, and signs what comes back to us. All of it hangs on the
 * server's one key; each use has a key of its own, derived from it (HMAC-SHA256 of the use's name).
 */
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;

  /**
   * @param key 32 bytes or more
   */
  public Vault(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("The server's key has at least 32 bytes.");
    }
    this.key = key.clone();
  }

  /**
   * Encrypts (AES-256-GCM).
   *
   * @param use what the secret is for; the same has to be said to open it
   */
  public byte[] seal(String use, String secret) {
    byte[] nonce = Secrets.bytes(NONCE);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, use, nonce, secret.getBytes(UTF_8));
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return all;
  }

  /**
   * @throws IllegalStateException when it was sealed with another key or for another use
   */
  public String open(String use, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE, sealed.length);
    return new String(cipher(Cipher.DECRYPT_MODE, use, nonce, rest), UTF_8);
  }

  /** A text that nobody else can make for this use, in letters that an address can carry. */
  public String sign(String use, String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac(hmac(key, "sign " + use), text));
  }

  public boolean signed(String use, String text, String signature) {
    return MessageDigest.isEqual(sign(use, text).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private byte[] cipher(int mode, String use, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(hmac(key, "seal " + use), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A secret can't be read with this server's key; all servers need the same"
              + " hitlai.secret-key.",
          e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "Vault[hidden]";
  }
}
