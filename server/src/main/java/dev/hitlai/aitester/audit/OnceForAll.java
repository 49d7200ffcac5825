package dev.hitlai.aitester.audit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several personas of a run ask for and what is the same for all of them: the first finds it
 * out, the others are told. Who asks while it is being found out waits a little.
 */
public final class OnceForAll<K, V> {
  /** Nobody waits longer for another than it would take to find out. */
  private static final int WAIT_SECONDS = 6;

  private final ConcurrentHashMap<K, CompletableFuture<V>> answers = new ConcurrentHashMap<>();

  /** The answer, found out by whoever asked first; alone, when that one failed. */
  public V of(K question, Supplier<V> findOut) {
    var mine = new CompletableFuture<V>();
    var theirs = answers.putIfAbsent(question, mine);
    if (theirs != null) {
      var told = told(theirs);
      return told == null ? findOut.get() : told;
    }
    try {
      var answer = findOut.get();
      mine.complete(answer);
      return answer;
    } finally {
      if (mine.completeExceptionally(new IllegalStateException("It could not be found out"))) {
        answers.remove(question, mine);
      }
    }
  }

  private static <V> @Nullable V told(CompletableFuture<V> answer) {
    try {
      return answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return null; // Whoever looked could not; so each looks alone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
