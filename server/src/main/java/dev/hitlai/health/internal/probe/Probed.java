package dev.hitlai.health.internal.probe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check.
 *
 * @param error why it failed, a sentence; null when it passed
 * @param status of HTTP, when an answer came
 * @param totalMs from the beginning to the end, milliseconds
 * @param certificateExpiresAt of the chain's certificate that ends first
 */
public record Probed(
    @Nullable String error,
    @Nullable Integer status,
    double totalMs,
    Phases phases,
    @Nullable Instant certificateExpiresAt) {

  public boolean passed() {
    return error == null;
  }

  static Probed failed(String error, double totalMs) {
    return new Probed(error, null, totalMs, Phases.NONE, null);
  }
}
