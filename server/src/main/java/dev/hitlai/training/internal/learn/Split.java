package dev.hitlai.training.internal.learn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which sites models are tested on: by name, so that a site never changes sides. */
public final class Split {
  private static final int HELD_OF = 5;

  private Split() {}

  /** Whether a site is kept for evaluation. */
  public static boolean held(String site) {
    return fold(site, HELD_OF) == 0;
  }

  /** One of so many equal parts of all sites. */
  static int fold(String site, int folds) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(site.getBytes(StandardCharsets.UTF_8));
      int number = (hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | hash[2] & 0xff;
      return number % folds;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
