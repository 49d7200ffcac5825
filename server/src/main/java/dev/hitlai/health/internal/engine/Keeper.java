package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.MaintenanceRows;
import dev.hitlai.health.internal.engine.Leases.Held;
import dev.hitlai.health.internal.state.Spans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the engine in step with the database: leases, monitors, maintenance, what was asked for. On
 * a thread of its own, so that a slow database makes no check late.
 */
final class Keeper {
  private static final Duration SHORTEST_LEASE = Duration.ofMillis(500);
  private static final Duration LONGEST_LEASE = Duration.ofSeconds(10);

  private final String server;
  private final Leases leases;
  private final Watched watched;
  private final States states;
  private final CheckEngine engine;
  private final Clock clock;
  private volatile Held held = Held.NOTHING;
  private volatile Duration lease = SHORTEST_LEASE;
  private Watched.Found found = new Watched.Found("", List.of(), Map.of());
  private List<MaintenanceRows.Window> windows = List.of();

  Keeper(
      String server,
      Leases leases,
      Watched watched,
      States states,
      CheckEngine engine,
      Clock clock) {
    this.server = server;
    this.leases = leases;
    this.watched = watched;
    this.states = states;
    this.engine = engine;
    this.clock = clock;
  }

  /** Whether this server still holds what it checks. */
  boolean mayCheck() {
    return held.isGood(clock.instant());
  }

  /** How long to wait before the next round. */
  Duration pace() {
    return lease.dividedBy(4);
  }

  /** One round; for a system's actor. */
  synchronized void keep() {
    Instant now = clock.instant();
    var before = held.shares();
    held = leases.renew(server, now, lease, this::letGo);
    boolean changed = !watched.version().equals(found.version());
    if (changed) {
      found = watched.all();
      lease = leaseFor(found.monitors());
    }
    var current = watched.windows(now);
    if (changed || !before.equals(held.shares()) || !current.equals(windows)) {
      windows = current;
      arrange(now);
    }
    learnOfParents();
    engine.checkNow(watched.takeRequests(engine.plans().keySet()));
    var wanted = engine.takeWantedParents();
    if (!wanted.isEmpty()) {
      watched.request(wanted);
    }
  }

  /** Gives everything back. */
  synchronized void leave() {
    engine.drop(List.copyOf(engine.plans().keySet()));
    held = Held.NOTHING;
    leases.leave(server);
  }

  private void letGo(int share) {
    engine.drop(engine.plans().keySet().stream().filter(id -> shareOf(id) == share).toList());
  }

  /**
   * Half the shortest interval: a server that dies has last checked up to one interval ago, so that
   * with the lease, its discovery and catching up no monitor waits longer than two.
   */
  private static Duration leaseFor(List<Monitor> monitors) {
    var half =
        monitors.stream()
            .map(monitor -> monitor.watch().interval().dividedBy(2))
            .min(Duration::compareTo)
            .orElse(LONGEST_LEASE);
    return half.compareTo(SHORTEST_LEASE) < 0
        ? SHORTEST_LEASE
        : half.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : half;
  }

  private int shareOf(UUID id) {
    return Grid.share(found.ordinals().getOrDefault(id, 0L));
  }

  /** Takes up what is ours, brings up to date what changed, lets go what isn't ours any more. */
  private void arrange(Instant now) {
    var ours =
        found.monitors().stream()
            .filter(monitor -> held.shares().contains(shareOf(monitor.id())))
            .collect(Collectors.toMap(Monitor::id, Function.identity()));
    var plans = engine.plans();
    engine.drop(plans.keySet().stream().filter(id -> !ours.containsKey(id)).toList());
    var fresh = new ArrayList<Monitor>();
    for (var monitor : ours.values()) {
      var plan = plans.get(monitor.id());
      if (plan == null) {
        fresh.add(monitor);
      } else {
        boolean otherPace = plan.intervalMs() != monitor.watch().interval().toMillis();
        plan.update(monitor, maintenance(monitor, now));
        if (otherPace) {
          engine.reschedule(plan);
        }
      }
    }
    if (!fresh.isEmpty()) {
      engine.take(
          states.load(
              fresh,
              id -> Grid.turn(found.ordinals().getOrDefault(id, 0L)),
              monitor -> maintenance(monitor, now)));
    }
  }

  private Spans maintenance(Monitor monitor, Instant now) {
    return MaintenanceRows.now(monitor, windows, now);
  }

  /** Parents that other servers check are known from the database. */
  private void learnOfParents() {
    var elsewhere = new HashSet<UUID>();
    for (var plan : engine.plans().values()) {
      for (var parent : plan.monitor().parents()) {
        if (!engine.plans().containsKey(parent)) {
          elsewhere.add(parent);
        }
      }
    }
    Set<UUID> failing = elsewhere.isEmpty() ? Set.of() : states.failing(elsewhere);
    engine.failingElsewhere(Objects.requireNonNull(failing));
  }
}
