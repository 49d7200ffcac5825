package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.probe.Probed;
import dev.hitlai.health.internal.probe.Prober;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts checks when they are due. Touches neither database nor anything else that could be slow:
 * what comes of a check is handed on, and what is to be checked is handed in.
 */
final class CheckEngine {
  private static final int MOST_AT_ONCE = 8192;
  private static final long CATCH_UP_MS = 5000;

  private final Prober prober;
  private final Consumer<Outcome> results;
  private final Meters meters;
  private final Clock clock;
  private final Executor workers;
  private final Map<UUID, Plan> plans = new ConcurrentHashMap<>();
  private final Set<UUID> wantedParents = ConcurrentHashMap.newKeySet();
  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Set<UUID> failingElsewhere = Set.of();

  CheckEngine(
      Prober prober, Consumer<Outcome> results, Meters meters, Clock clock, Executor workers) {
    this.prober = prober;
    this.results = results;
    this.meters = meters;
    this.clock = clock;
    this.workers = workers;
  }

  /** A check to come; {@code regular} ones are followed by the next. */
  private record Due(long at, Plan plan, boolean regular) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(at, other.at);
    }
  }

  Map<UUID, Plan> plans() {
    return plans;
  }

  /** Takes monitors over; those whose turn was missed are caught up, evenly within 5 s. */
  synchronized void take(Collection<Plan> taken) {
    long now = clock.millis();
    for (var plan : taken) {
      plans.put(plan.monitor().id(), plan);
      meters.watch(plan);
      long next = Grid.next(now, plan.intervalMs(), plan.turn(), plan.hurries());
      long caughtUp = now + 1 + (long) (plan.turn() * Math.min(CATCH_UP_MS, plan.intervalMs() / 4));
      boolean missed = next - plan.lastDue() > plan.intervalMs() && caughtUp < next;
      queue.add(new Due(missed ? caughtUp : next, plan, true));
    }
    notifyAll();
  }

  /** Lets monitors go: no further check of them is started. */
  synchronized void drop(Collection<UUID> ids) {
    for (var id : ids) {
      var plan = plans.remove(id);
      if (plan != null) {
        meters.forget(plan);
      }
    }
    queue.removeIf(due -> plans.get(due.plan().monitor().id()) != due.plan());
  }

  /** After the interval of a monitor changed. */
  synchronized void reschedule(Plan plan) {
    queue.removeIf(due -> due.plan() == plan && due.regular());
    queue.add(new Due(next(plan, clock.millis()), plan, true));
    notifyAll();
  }

  /** Checks out of turn, at once. */
  synchronized void checkNow(Collection<UUID> ids) {
    long now = clock.millis();
    for (var id : ids) {
      var plan = plans.get(id);
      if (plan != null) {
        queue.add(new Due(now, plan, false));
      }
    }
    notifyAll();
  }

  void failingElsewhere(Set<UUID> parents) {
    failingElsewhere = parents;
  }

  /** Parents of what began to fail, to be looked at before the children are believed. */
  List<UUID> takeWantedParents() {
    var wanted = List.copyOf(wantedParents);
    wanted.forEach(wantedParents::remove);
    return wanted;
  }

  /**
   * Starts what is due.
   *
   * @param allowed whether this server still holds its monitors
   * @return when the next check is due, epoch milliseconds; a second from now when none is
   */
  synchronized long tick(boolean allowed) {
    long now = clock.millis();
    while (!queue.isEmpty() && queue.peek().at() <= now) {
      var due = queue.remove();
      if (due.regular()) {
        queue.add(new Due(next(due.plan(), Math.max(now, due.at())), due.plan(), true));
      }
      if (allowed) {
        start(due, now);
      }
    }
    return queue.isEmpty() ? now + 1000 : queue.peek().at();
  }

  /** Waits until something may be due, or a while. */
  synchronized void await(long until) throws InterruptedException {
    long left = until - clock.millis();
    if (left > 0) {
      wait(Math.min(left, 1000));
    }
  }

  private static long next(Plan plan, long after) {
    return Grid.next(after, plan.intervalMs(), plan.turn(), plan.hurries());
  }

  private void start(Due due, long now) {
    var plan = due.plan();
    if (due.at() <= plan.lastDue() || !plan.running.compareAndSet(false, true)) {
      meters.skipped();
      return;
    }
    if (inFlight.incrementAndGet() > MOST_AT_ONCE) {
      giveUp(plan);
      return;
    }
    meters.late(now - due.at());
    try {
      workers.execute(() -> check(plan, due.at()));
    } catch (RejectedExecutionException e) {
      giveUp(plan);
    }
  }

  private void giveUp(Plan plan) {
    inFlight.decrementAndGet();
    plan.running.set(false);
    meters.skipped();
  }

  private void check(Plan plan, long due) {
    try {
      long began = clock.millis();
      Probed probed = prober.probe(plan.monitor(), plan.timeout());
      boolean hurried = plan.hurries();
      var outcome = plan.take(due, began, Math.max(0, began - due), probed, this::failingParent);
      results.accept(outcome);
      meters.checked(plan, outcome);
      if (plan.hurries() && !hurried) {
        reschedule(plan);
      }
    } finally {
      plan.running.set(false);
      inFlight.decrementAndGet();
    }
  }

  private @Nullable UUID failingParent(Monitor monitor) {
    for (var id : monitor.parents()) {
      var plan = plans.get(id);
      if (plan == null ? failingElsewhere.contains(id) : plan.fails()) {
        return id;
      }
    }
    monitor.parents().forEach(this::look);
    return null;
  }

  /** A child fails: is it the parent? At once if it is checked here, else through the database. */
  private void look(UUID parent) {
    if (plans.containsKey(parent)) {
      checkNow(List.of(parent));
    } else {
      wantedParents.add(parent);
    }
  }
}
