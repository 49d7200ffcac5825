package dev.hitlai.models.internal.call;

import dev.hitlai.models.internal.call.CallFailure.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls on their way: so many at a time to a provider, none longer than its time, all stoppable.
 */
final class InFlight {
  private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(2);

  private final Set<FutureTask<?>> running = ConcurrentHashMap.newKeySet();
  private final Map<String, Places> places = new ConcurrentHashMap<>();

  private record Places(int size, Semaphore free) {}

  /** Ends every call at once. */
  void stopAll() {
    running.forEach(call -> call.cancel(true));
  }

  /**
   * A place at the provider, to be given back.
   *
   * @return null when none came free
   */
  @Nullable Semaphore place(Connection at) throws InterruptedException {
    var free =
        places
            .compute(
                at.code(),
                (_, known) ->
                    known != null && known.size() == at.concurrent()
                        ? known
                        : new Places(at.concurrent(), new Semaphore(at.concurrent(), true)))
            .free();
    return free.tryAcquire(WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS) ? free : null;
  }

  /** Makes the call on a thread of its own, which a stop or the end of its time interrupts. */
  <T> T within(Duration time, Chat chat, Callable<T> call)
      throws CallFailure, InterruptedException {
    var task = new FutureTask<>(call);
    running.add(task);
    try {
      Thread.ofVirtual().name("model-call").start(task);
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new CallFailure(
          Kind.TIMEOUT,
          "There was no whole answer within %d seconds.".formatted(time.toSeconds()),
          null,
          chat.paid());
    } catch (CancellationException e) {
      throw new CallFailure(Kind.STOPPED, "AI was stopped.", null, chat.paid());
    } catch (InterruptedException e) {
      task.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CallFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("A call of a model failed unexpectedly", e.getCause());
    } finally {
      running.remove(task);
    }
  }
}
