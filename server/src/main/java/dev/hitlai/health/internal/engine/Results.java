package dev.hitlai.health.internal.engine;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results between the checks and the database, so that neither waits for the other. While the
 * database is away they pile up, up to a limit; then the oldest are given up, which leaves a gap
 * that counts as unknown.
 */
final class Results {
  private static final Logger LOG = LoggerFactory.getLogger(Results.class);
  private static final int MOST_WAITING = 200_000;
  private static final int BATCH = 5_000;
  private static final long STATE_EVERY_MS = 5_000;
  private static final Duration GATHER = Duration.ofMillis(100);

  private final ResultStore store;
  private final Clock clock;
  private final LinkedBlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
  private final ArrayDeque<Outcome> failed = new ArrayDeque<>();
  private final Map<UUID, Long> stateWritten = new HashMap<>();
  private long lost;

  Results(ResultStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Never waits. */
  void add(Outcome outcome) {
    waiting.add(outcome);
    while (waiting.size() > MOST_WAITING && waiting.poll() != null) {
      lost++;
    }
  }

  int waiting() {
    return waiting.size();
  }

  /** Stores what comes, until the thread is interrupted; then what is left. */
  void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          failed.add(first);
          Thread.sleep(GATHER);
          flush();
        } else if (!failed.isEmpty()) {
          flush();
        }
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        LOG.warn("Results of checks wait for the database: {}", e.getMessage());
        pause();
      }
    }
    lastFlush();
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lastFlush() {
    // The interruption asked to stop, not to give the last results up.
    boolean interrupted = Thread.interrupted();
    try {
      flush();
    } catch (RuntimeException e) {
      LOG.warn("{} results of checks are lost: {}", waiting.size(), e.getMessage());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stores all that waits; what can't be stored waits on. */
  synchronized void flush() {
    if (lost > 0) {
      LOG.warn("{} results of checks were given up because the database took none.", lost);
      lost = 0;
    }
    do {
      waiting.drainTo(failed, Math.max(0, BATCH - failed.size()));
      if (failed.isEmpty()) {
        return;
      }
      var batch = new ArrayList<>(failed);
      var states = states(batch);
      Tenancy.run(Actor.system("health"), () -> store.store(batch, states));
      failed.clear();
      states.forEach(one -> stateWritten.put(one.monitor().id(), one.sample().at()));
    } while (!waiting.isEmpty());
    forgetOld();
  }

  /** The last of each monitor that changed, or whose state was written a while ago. */
  private List<Outcome> states(List<Outcome> batch) {
    var last = new LinkedHashMap<UUID, Outcome>();
    var due = new java.util.HashSet<UUID>();
    for (var outcome : batch) {
      var id = outcome.monitor().id();
      last.put(id, outcome);
      boolean streak = outcome.after().fold().failed().length() == 1;
      long before = stateWritten.getOrDefault(id, 0L);
      if (!outcome.changes().isEmpty()
          || streak
          || outcome.sample().at() - before >= STATE_EVERY_MS) {
        due.add(id);
      }
    }
    return last.values().stream().filter(one -> due.contains(one.monitor().id())).toList();
  }

  private void forgetOld() {
    if (stateWritten.size() > 50_000) {
      long limit = clock.millis() - Duration.ofHours(1).toMillis();
      stateWritten.values().removeIf(at -> at < limit);
    }
  }
}
