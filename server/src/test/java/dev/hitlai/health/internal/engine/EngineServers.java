package dev.hitlai.health.internal.engine;

import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.internal.EngineParts;
import dev.hitlai.health.internal.probe.Phases;
import dev.hitlai.health.internal.probe.Probed;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.impl.DSL;

/** Engines without threads of their own: the test says when each does what. */
final class EngineServers {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Duration STEP = Duration.ofMillis(100);

  final SettableClock clock = SettableClock.fixedAt(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  final Set<UUID> failing = ConcurrentHashMap.newKeySet();
  final List<MonitorStateChanged> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger probes = new AtomicInteger();

  /** One server. */
  static final class Server {
    final CheckEngine engine;
    final Keeper keeper;
    final Results results;
    Instant keepAt = Instant.EPOCH;

    Server(CheckEngine engine, Keeper keeper, Results results) {
      this.engine = engine;
      this.keeper = keeper;
      this.results = results;
    }
  }

  void clear() {
    system(
        () ->
            DATABASE
                .jooq()
                .execute(
                    "delete from apihealth.api_endpoint_configs; delete from"
                        + " apihealth.api_health_metrics; delete from apihealth.check_servers;"
                        + " delete from apihealth.check_shares"));
  }

  Server start(String name) {
    var sql = DATABASE.jooq();
    var store =
        new ResultStore(
            sql,
            event -> {
              if (event instanceof MonitorStateChanged change) {
                told.add(change);
              }
            },
            clock);
    var results = new Results(store, clock);
    var engine =
        new CheckEngine(
            (monitor, _) -> {
              probes.incrementAndGet();
              boolean fails = failing.contains(monitor.id());
              return new Probed(fails ? "It answered 500." : null, 200, 5, Phases.NONE, null);
            },
            results::add,
            new Meters(new SimpleMeterRegistry()),
            clock,
            Runnable::run);
    var watched = new Watched(sql, EngineParts.monitors(sql, clock), EngineParts.maintenance(sql));
    return new Server(
        engine,
        new Keeper(name, new Leases(sql), watched, new States(sql), engine, clock),
        results);
  }

  List<UUID> monitors(int count, Duration interval) {
    var ids = new ArrayList<UUID>();
    system(
        () -> {
          for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            ids.add(id);
            DATABASE
                .jooq()
                .execute(
                    """
                    insert into apihealth.api_endpoint_configs
                      (id, endpoint, display_name, target_url, health_check_interval_seconds, health_check_timeout_ms,
                       failure_threshold, created_at)
                    values ({0}, {1}, {1}, 'http://127.0.0.1/', {2}, 1000, 2, {3})
                    """,
                    DSL.val(id),
                    DSL.val("m" + i),
                    DSL.val((int) interval.toSeconds()),
                    DSL.val(clock.instant()));
          }
          return 0;
        });
    return ids;
  }

  void dependOn(List<UUID> children, UUID parent) {
    system(
        () ->
            DATABASE
                .jooq()
                .execute(
                    "insert into apihealth.monitor_parents (monitor_id, parent_id) select c, {0}"
                        + " from unnest({1}) c",
                    DSL.val(parent), DSL.val(children.toArray(UUID[]::new))));
  }

  void request(List<UUID> ids) {
    system(
        () -> {
          new Watched(
                  DATABASE.jooq(),
                  EngineParts.monitors(DATABASE.jooq(), clock),
                  EngineParts.maintenance(DATABASE.jooq()))
              .request(ids);
          return 0;
        });
  }

  /** Lets time pass for some servers; the others are dead. */
  void run(Duration time, Server... alive) {
    pass(time, alive);
    store(alive);
  }

  void runWithoutStoring(Duration time, Server... alive) {
    pass(time, alive);
  }

  private void pass(Duration time, Server... alive) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      for (var server : alive) {
        if (!clock.instant().isBefore(server.keepAt)) {
          system(
              () -> {
                server.keeper.keep();
                return 0;
              });
          server.keepAt = clock.instant().plus(server.keeper.pace());
        }
        server.engine.tick(server.keeper.mayCheck());
      }
      clock.advance(STEP);
    }
  }

  void store(Server... servers) {
    for (var server : servers) {
      system(
          () -> {
            server.results.flush();
            return 0;
          });
    }
  }

  /** Holds the transaction open until it is released. */
  void storeSlowly(Server server, CountDownLatch release) {
    system(
        () -> {
          server.results.flush();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 0;
        });
  }

  int probes() {
    return probes.get();
  }

  void forgetProbes() {
    probes.set(0);
  }

  int stored() {
    return count("select count(*)::int from apihealth.api_health_metrics");
  }

  int checkedMonitors() {
    return count("select count(distinct monitor_id)::int from apihealth.api_health_metrics");
  }

  /** The longest time between two checks of a monitor. */
  Duration longestGap() {
    return Duration.ofMillis(
        count(
            """
            select coalesce(max(gap), 0)::int from (
              select extract(epoch from created_at - lag(created_at) over (partition by monitor_id order by created_at)) * 1000
                as gap
              from apihealth.api_health_metrics) gaps
            """));
  }

  List<MonitorStateChanged> changes() {
    return system(
        () ->
            DATABASE
                .jooq()
                .fetch("select distinct monitor_id from apihealth.monitor_state_changes")
                .getValues(0, UUID.class)
                .stream()
                .flatMap(
                    id -> EngineParts.monitors(DATABASE.jooq(), clock).changes(id, 1000).stream())
                .toList());
  }

  private static int count(String query) {
    return system(() -> DATABASE.jooq().fetchSingle(query).get(0, Integer.class));
  }

  private static <T> T system(Supplier<T> work) {
    return DATABASE.as(Actor.system("health"), _ -> work.get());
  }
}
