package dev.hitlai.aitester.browser;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A few browsers that runs share one after the other. Each has a thread of its own; contexts
 * isolate the runs from each other. Everything is ended with the pool, and with the JVM.
 */
public final class BrowserPool implements AutoCloseable {
  private static final long CLOSE_MILLIS = 8000;

  private final Watchdog watchdog = new Watchdog();
  private final BlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>();
  private final List<BrowserSlot> slots;
  private final List<Thread> threads;
  private final Thread atExit = new Thread(this::endAll, "browser-pool-exit");
  private volatile boolean closed;

  /**
   * @param size browsers at work at the same time, at least 1
   */
  public BrowserPool(BrowserInstallation installation, int size) {
    this(installation, size, null);
  }

  /**
   * @param proxy what the browsers reach the network through; null: nothing is between
   */
  public BrowserPool(BrowserInstallation installation, int size, @Nullable GuardedProxy proxy) {
    if (size < 1) {
      throw new IllegalArgumentException("A pool needs at least one browser: " + size);
    }
    slots =
        IntStream.range(0, size)
            .mapToObj(_ -> new BrowserSlot(installation, watchdog, proxy))
            .toList();
    threads =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .daemon()
                        .name("browser-" + i)
                        .unstarted(() -> serve(slots.get(i))))
            .toList();
    threads.forEach(Thread::start);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * A pool with a browser per core and one more: half of its time a visit waits, for servers and
   * for what a page is about to do, and meanwhile another one can use the core. Each starts when it
   * is first needed.
   */
  public static BrowserPool onThisMachine() {
    return onThisMachine(null);
  }

  /** The same behind a proxy that keeps the browsers from forbidden addresses. */
  public static BrowserPool onThisMachine(@Nullable GuardedProxy proxy) {
    return new BrowserPool(
        BrowserInstallation.find(System.getenv()),
        Runtime.getRuntime().availableProcessors() + 1,
        proxy);
  }

  public int size() {
    return slots.size();
  }

  /** Does some work with a browser as soon as one is free, on that browser's thread. */
  public <T> Future<T> submit(Function<Browsing, T> work) {
    if (closed) {
      throw new IllegalStateException("The browser pool is closed");
    }
    var task = new Work<>(work);
    waiting.add(task);
    return task;
  }

  private void serve(BrowserSlot slot) {
    try (slot) {
      while (!closed) {
        waiting.take().runWith(slot);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The pool closes: the slot follows.
    }
  }

  /** Access to one browser of the pool, for the time of one piece of work. */
  public static final class Browsing {
    private final BrowserSlot slot;

    private Browsing(BrowserSlot slot) {
      this.slot = slot;
    }

    /** Opens a fresh, isolated session: no cookies, no storage of others. */
    public BrowserSession open(SessionSettings settings) {
      return new BrowserSession(slot, settings);
    }

    /** Prints a page that stands alone as a tagged PDF in A4; it can't load anything. */
    public byte[] print(String html) {
      return Printing.print(slot, html);
    }
  }

  private static final class Work<T> extends FutureTask<T> {
    private final BlockingQueue<Browsing> given;

    Work(Function<Browsing, T> work) {
      this(work, new LinkedBlockingQueue<>());
    }

    private Work(Function<Browsing, T> work, BlockingQueue<Browsing> given) {
      super(() -> work.apply(given.take()));
      this.given = given;
    }

    void runWith(BrowserSlot slot) {
      given.add(new Browsing(slot));
      run();
    }
  }

  private void endAll() {
    slots.forEach(BrowserSlot::endAll);
  }

  /** Ends all browsers; work that is under way fails. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    long until = System.nanoTime() + CLOSE_MILLIS * 1_000_000;
    try {
      for (var thread : threads) {
        thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endAll();
    watchdog.close();
    waiting.forEach(work -> work.cancel(false));
    forgetExitHook();
  }

  private void forgetExitHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is exiting, so the hook itself ends what is left.
      System.getLogger(BrowserPool.class.getName())
          .log(System.Logger.Level.DEBUG, "Closed while the JVM exits", e);
    }
  }
}
