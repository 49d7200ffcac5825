package dev.hitlai.health.internal.status;

import dev.hitlai.health.MonitorChanged;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.internal.incidents.IncidentTold;
import dev.hitlai.health.internal.maintenance.MaintenanceTold;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the edition new: at once when this server hears of a change, within a second when another
 * server wrote one, and every half minute for the figures. Reading goes on a thread of its own,
 * because a database that is away may take its time to say so, and the age on the pages has to go
 * on meanwhile.
 */
@Component
public class StatusKeeper {
  private static final Logger log = LoggerFactory.getLogger(StatusKeeper.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration RENEW_EVERY = Duration.ofSeconds(30);
  private static final Duration AGE_EVERY = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final StatusBoard board;
  private final StatusReader reader;
  private final Semaphore news = new Semaphore(0);
  private final AtomicReference<@Nullable Thread> reading = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile long readAt = System.nanoTime();
  private volatile boolean failed;
  private @Nullable String pulse;
  private long renewedAt;
  private long agedAt = System.nanoTime();

  StatusKeeper(StatusBoard board, StatusReader reader) {
    this.board = board;
    this.reader = reader;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    reading.set(Thread.ofVirtual().name("status-reading").start(this::read));
    Thread.ofVirtual().name("status-age").start(this::age);
  }

  @EventListener
  void on(ContextClosedEvent closed) {
    stopped = true;
    news.release();
    Thread thread = reading.get();
    if (thread != null) {
      thread.interrupt();
    }
  }

  @EventListener({
    MonitorStateChanged.class,
    MonitorChanged.class,
    IncidentTold.class,
    MaintenanceTold.class
  })
  void onChange() {
    // Not a transactional listener, which would write a row for each: what is missed here, because
    // this server ends, is read at its next start anyway.
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      renewSoon();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            renewSoon();
          }
        });
  }

  /** Doesn't wait for it. */
  public void renewSoon() {
    news.release();
  }

  private void read() {
    while (!stopped) {
      try {
        boolean told = news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        if (!stopped && (told || isDue())) {
          board.renew();
          renewedAt = System.nanoTime();
          // A storm of changes is shown in one go.
          Thread.sleep(PAUSE);
        }
        readAt = System.nanoTime();
        failed = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException away) {
        failed = true;
        log.debug("The facts of the status page can't be read", away);
      }
    }
  }

  private boolean isDue() {
    String now = reader.pulse();
    boolean changed = !now.equals(pulse);
    pulse = now;
    return changed
        || board.current() == null
        || System.nanoTime() - renewedAt >= RENEW_EVERY.toNanos();
  }

  private void age() {
    while (!stopped) {
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      long now = System.nanoTime();
      boolean late = failed || now - readAt > AGE_EVERY.toNanos();
      if (late && now - agedAt >= AGE_EVERY.toNanos()) {
        agedAt = now;
        try {
          board.keepWithAge();
        } catch (RuntimeException e) {
          log.warn("The age of the status page can't be shown", e);
        }
      }
    }
  }
}
