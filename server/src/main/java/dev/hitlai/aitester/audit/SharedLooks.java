package dev.hitlai.aitester.audit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What audits found in a run on states that several of its personas come to: the first looks, the
 * others are told. Who sees other controls or words, in other colours, or works by touch, comes to
 * another state.
 */
final class SharedLooks {
  /** Nobody waits longer for another's look than it would take to look. */
  private static final int WAIT_SECONDS = 6;

  private record Key(String audit, String state, boolean touch, boolean dark) {}

  private final ConcurrentHashMap<Key, CompletableFuture<List<Hit>>> looks =
      new ConcurrentHashMap<>();

  List<Hit> of(String audit, AuditSubject subject, Supplier<List<Hit>> look) {
    var persona = subject.persona();
    var key = new Key(audit, subject.view().fingerprint(), persona.touch(), persona.darkMode());
    var mine = new CompletableFuture<List<Hit>>();
    var theirs = looks.putIfAbsent(key, mine);
    if (theirs != null) {
      var told = told(theirs);
      return told == null ? look.get() : told;
    }
    try {
      var hits = look.get();
      mine.complete(hits);
      return hits;
    } finally {
      if (mine.completeExceptionally(new IllegalStateException("The look failed"))) {
        looks.remove(key, mine);
      }
    }
  }

  /** Another's hits, without their places on the screen, which is laid out otherwise here. */
  private static @Nullable List<Hit> told(CompletableFuture<List<Hit>> look) {
    try {
      return look.get(WAIT_SECONDS, TimeUnit.SECONDS).stream().map(Hit::withoutBox).toList();
    } catch (ExecutionException | TimeoutException e) {
      return null; // Whoever looked could not; so each looks alone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
