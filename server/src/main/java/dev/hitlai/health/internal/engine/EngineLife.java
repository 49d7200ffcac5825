package dev.hitlai.health.internal.engine;

import dev.hitlai.health.MonitorChanged;
import dev.hitlai.health.internal.CheckRequested;
import dev.hitlai.health.internal.HealthSettings;
import dev.hitlai.health.internal.probe.Prober;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Three threads: one starts checks when they are due, one keeps in step with the database, one
 * stores results. Each check runs on a virtual thread of its own.
 */
@Component
class EngineLife implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EngineLife.class);
  private static final long PATIENCE_MS = 5000;

  private final HealthSettings settings;
  private final Results results;
  private final CheckEngine engine;
  private final Keeper keeper;
  private final Semaphore impatience = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable Thread storing;
  private volatile boolean running;

  EngineLife(
      HealthSettings settings,
      Clock clock,
      ResultStore store,
      Prober prober,
      Leases leases,
      Watched watched,
      States states,
      MeterRegistry registry) {
    this.settings = settings;
    results = new Results(store, clock);
    engine = new CheckEngine(prober, results::add, new Meters(registry), clock, EngineLife::aside);
    keeper = new Keeper("server-" + UUID.randomUUID(), leases, watched, states, engine, clock);
    Gauge.builder("hitlai.health.results.waiting", results, Results::waiting)
        .description("Results of checks that the database hasn't taken yet")
        .register(registry);
  }

  @Override
  public void start() {
    if (!settings.enabled()) {
      return;
    }
    running = true;
    storing = Thread.ofPlatform().daemon().name("health-results").start(results::run);
    threads.add(Thread.ofPlatform().daemon().name("health-keeper").start(this::keepOn));
    threads.add(Thread.ofPlatform().daemon().name("health-clock").start(this::tickOn));
  }

  private void tickOn() {
    try {
      while (running) {
        engine.await(engine.tick(keeper.mayCheck()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepOn() {
    try {
      while (running) {
        round();
        if (impatience.tryAcquire(keeper.pace().toMillis(), TimeUnit.MILLISECONDS)) {
          impatience.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      Tenancy.run(Actor.system("health"), keeper::keep);
    } catch (RuntimeException e) {
      LOG.warn("Monitors can't be read just now: {}", e.getMessage());
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(MonitorChanged changed) {
    impatience.release();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(CheckRequested requested) {
    impatience.release();
  }

  @Override
  public void stop() {
    if (!running) {
      return;
    }
    running = false;
    threads.forEach(Thread::interrupt);
    threads.forEach(EngineLife::join);
    threads.clear();
    try {
      Tenancy.run(Actor.system("health"), keeper::leave);
    } catch (RuntimeException e) {
      LOG.warn("The leases run out by themselves: {}", e.getMessage());
    }
    var last = storing;
    if (last != null) {
      last.interrupt();
      join(last);
    }
  }

  private static void aside(Runnable check) {
    Thread.ofVirtual().name("health-check").start(check);
  }

  private static void join(Thread thread) {
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
