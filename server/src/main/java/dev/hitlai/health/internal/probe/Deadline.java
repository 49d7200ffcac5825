package dev.hitlai.health.internal.probe;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When a check has to be over, by a clock that nobody moves. */
final class Deadline {
  private static final long NANOS = 1_000_000;

  private final long began = System.nanoTime();
  private final long nanos;

  Deadline(Duration timeout) {
    nanos = timeout.toNanos();
  }

  /**
   * What is left, at least 1 ms.
   *
   * @throws SocketTimeoutException when nothing is
   */
  int leftMs() throws SocketTimeoutException {
    long left = nanos - (System.nanoTime() - began);
    if (left <= 0) {
      throw new SocketTimeoutException("time is up");
    }
    return (int) Math.max(1, left / NANOS);
  }

  boolean isOver() {
    return System.nanoTime() - began >= nanos;
  }

  double spentMs() {
    return (System.nanoTime() - began) / (double) NANOS;
  }
}
