package dev.hitlai.identity.internal;

import dev.hitlai.platform.Secrets;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id, a few at a time because each takes megabytes. */
@Component
class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;

  private final Argon2PasswordEncoder encoder;
  private final Semaphore atOnce = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
  private final String nobody;

  Passwords(IdentitySettings settings) {
    this.encoder =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, LANES, settings.argon2MemoryKib(), settings.argon2Iterations());
    this.nobody = hash(Secrets.token());
  }

  String hash(String password) {
    atOnce.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      atOnce.release();
    }
  }

  /** Takes as long without a hash as with one, so that time doesn't tell which accounts exist. */
  boolean matches(String password, @Nullable String hash) {
    atOnce.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash == null ? nobody : hash) && hash != null;
    } finally {
      atOnce.release();
    }
  }
}
