package dev.hitlai.aitester.browser;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Calls into the browser, none of which lasts longer than it may, nor than the session's time. */
final class WatchedCalls {
  /** The last call may end a little late rather than be ended by force. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  private static final long NOT_STARTED = Long.MAX_VALUE;

  private final BrowserSlot slot;
  private final Duration time;
  private final BooleanSupplier alive;
  private long endNanos = NOT_STARTED; // the clock starts when the browser is there

  /**
   * @param time what all calls together may take, from {@link #startClock()} on
   * @param alive whether the browser is still connected
   */
  WatchedCalls(BrowserSlot slot, Duration time, BooleanSupplier alive) {
    this.slot = slot;
    this.time = time;
    this.alive = alive;
  }

  void startClock() {
    endNanos = System.nanoTime() + time.toNanos();
  }

  /**
   * @throws PageFailure when the page hung or crashed, or the browser is gone
   */
  <T> T within(Duration limit, Supplier<T> work) {
    var watch = slot.watch(shorter(limit));
    try (watch) {
      return work.get();
    } catch (PlaywrightException e) {
      throw translated(e, watch.fired());
    } catch (PageFailure e) {
      throw watch.fired() ? hung() : e;
    }
  }

  private RuntimeException translated(PlaywrightException e, boolean fired) {
    if (fired) {
      return hung();
    }
    var message = String.valueOf(e.getMessage());
    if (message.contains("crashed")) {
      return new PageFailure(PageFailure.Kind.CRASHED, PageFailure.reason(e));
    }
    if (!alive.getAsBoolean()
        || message.contains("has been closed")
        || message.contains("connection closed")) {
      return new PageFailure(PageFailure.Kind.BROWSER_GONE, PageFailure.reason(e));
    }
    return e;
  }

  private static PageFailure hung() {
    return new PageFailure(PageFailure.Kind.HUNG, "The page did not answer in time");
  }

  /** The limit, or what is left of the session's time. */
  Duration shorter(Duration limit) {
    if (endNanos == NOT_STARTED) {
      return limit; // The browser is only being started.
    }
    var left = timeLeft().plus(GRACE);
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** Zero when the session's time is used up. */
  Duration timeLeft() {
    return endNanos == NOT_STARTED
        ? time
        : Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
