package dev.hitlai.health.internal.probe;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of a check went, in milliseconds; null for what it didn't come to. Redirects are
 * added up.
 *
 * @param dns looking up the name
 * @param connect until the connection stood
 * @param tls the handshake
 * @param ttfb from the request to the first byte of the answer
 * @param transfer the rest of the answer
 */
public record Phases(
    @Nullable Double dns,
    @Nullable Double connect,
    @Nullable Double tls,
    @Nullable Double ttfb,
    @Nullable Double transfer) {
  public static final Phases NONE = new Phases(null, null, null, null, null);
}
