package dev.hitlai.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that tests move. It either stands still ({@link #fixedAt}) or ticks with the real one at
 * a distance ({@link #ticking}).
 */
public final class SettableClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  private SettableClock(Clock base) {
    this.base = base;
  }

  /** Stands at the instant until it is moved. */
  public static SettableClock fixedAt(Instant instant) {
    return new SettableClock(Clock.fixed(instant, ZoneOffset.UTC));
  }

  /** {@link #fixedAt(Instant)} from ISO-8601 text such as {@code 2026-01-31T12:00:00Z}. */
  public static SettableClock fixedAt(String instant) {
    return fixedAt(Instant.parse(instant));
  }

  /** Goes with real time until it is moved, and goes on from there. */
  public static SettableClock ticking() {
    return new SettableClock(Clock.systemUTC());
  }

  public void advance(Duration duration) {
    offset.accumulateAndGet(duration, Duration::plus);
  }

  public void moveTo(Instant instant) {
    offset.set(Duration.between(base.instant(), instant));
  }

  /** Back to where it began. */
  public void reset() {
    offset.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Time is UTC here; convert at the edge.");
  }
}
