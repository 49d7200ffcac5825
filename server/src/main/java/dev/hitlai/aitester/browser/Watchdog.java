package dev.hitlai.aitester.browser;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches calls into the browser from another thread. A page that hangs blocks its caller for good,
 * so what runs too long is ended by force: first the pages' processes, then the browser, then its
 * driver.
 */
final class Watchdog implements AutoCloseable {
  private static final long STEP_MILLIS = 2500;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("browser-watchdog").factory());

  /** Ends force by force what isn't closed within the limit. */
  Watch watch(Duration limit, List<Runnable> forces) {
    var fired = new AtomicBoolean();
    var pending = new java.util.ArrayList<Future<?>>();
    long delay = Math.max(1, limit.toMillis());
    for (var force : forces) {
      pending.add(
          timer.schedule(
              () -> {
                fired.set(true);
                force.run();
              },
              delay,
              TimeUnit.MILLISECONDS));
      delay += STEP_MILLIS;
    }
    return new Watch(fired, List.copyOf(pending));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One watched call. */
  record Watch(AtomicBoolean hasFired, List<Future<?>> pending) implements AutoCloseable {
    boolean fired() {
      return hasFired.get();
    }

    @Override
    public void close() {
      pending.forEach(force -> force.cancel(false));
    }
  }
}
