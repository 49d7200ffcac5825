package dev.hitlai.aitester.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What presses of controls brought up in a run, for all of its personas: each is tried by one. */
final class Trials {
  private final Map<String, CompletableFuture<List<Hit>>> results = new ConcurrentHashMap<>();

  /** Whether nobody has begun with a control before. Who begins has to end as well. */
  boolean begin(String control) {
    return results.putIfAbsent(control, new CompletableFuture<>()) == null;
  }

  /** Keeps what a trial brought up; the first end counts. */
  void end(String control, List<Hit> hits) {
    results.computeIfAbsent(control, _ -> new CompletableFuture<>()).complete(hits);
  }

  /** What the trial of a control brought up; waits while somebody is at it. */
  List<Hit> of(String control) {
    return results.getOrDefault(control, CompletableFuture.completedFuture(List.of())).join();
  }
}
