package dev.hitlai.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program showed a key that isn't good.
 *
 * @param keyId null when there is no such key
 * @param companyId whose key it is; null when there is no such key
 * @param prefix the part of the key that isn't secret
 */
public record ApiKeyRefused(
    @Nullable UUID keyId, @Nullable UUID companyId, String prefix, Reason reason) {
  /** What is wrong with the key. */
  public enum Reason {
    UNKNOWN,
    WRONG_SECRET,
    REVOKED,
    EXPIRED,
    /** The company is suspended. */
    SUSPENDED
  }
}
