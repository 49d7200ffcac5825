package dev.hitlai.health.internal.probe;

import dev.hitlai.platform.net.Destinations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What blocks a real thread and knows no timeout, such as the system's look-up of names: on threads
 * of its own, so that virtual ones don't hold each other up, and given up when the time is up.
 */
final class Lookup {
  private static final int MOST = 256;
  private static final ExecutorService THREADS =
      new ThreadPoolExecutor(
          0,
          MOST,
          20,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("health-lookup-", 0).factory());

  private Lookup() {}

  /**
   * Addresses of a host, all of which may be called.
   *
   * @throws Destinations.Forbidden when one of them is private and that isn't allowed
   */
  static List<InetAddress> resolve(String host, Reach reach, Deadline deadline)
      throws IOException, Destinations.Forbidden {
    if (isAddress(host)) {
      return Destinations.resolve(host, reach.privateAllowed(), reach.names());
    }
    try {
      return within(
          deadline, () -> Destinations.resolve(host, reach.privateAllowed(), reach.names()));
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case UnknownHostException unknown -> throw unknown;
        case Destinations.Forbidden forbidden -> throw forbidden;
        case null, default -> throw new IOException(e.getCause());
      }
    }
  }

  /** Runs what may take longer than there is time, and stops waiting for it then. */
  static <T> T within(Deadline deadline, Callable<T> work)
      throws ExecutionException, SocketTimeoutException {
    Future<T> future;
    try {
      future = THREADS.submit(work);
    } catch (java.util.concurrent.RejectedExecutionException e) {
      throw new ExecutionException(new IOException("Too many look-ups hang already.", e));
    }
    try {
      return future.get(deadline.leftMs(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw timeout(e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw timeout(e);
    }
  }

  private static SocketTimeoutException timeout(Exception cause) {
    var timeout = new SocketTimeoutException("time is up");
    timeout.initCause(cause);
    return timeout;
  }

  /** Whether nothing has to be looked up. */
  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.indexOf(':') >= 0 || host.matches("\\d+(\\.\\d+){3}");
  }
}
