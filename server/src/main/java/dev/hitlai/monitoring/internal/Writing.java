package dev.hitlai.monitoring.internal;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The one thread that writes what requests leave behind, so that none of them waits for it. Stops
 * after the web server, and writes what is left.
 */
@Component
public class Writing implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final long PATIENCE_MS = 5000;

  private final List<Gathered> gathered;
  private final MonitoringSettings settings;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Thread thread;
  private volatile boolean running;

  Writing(List<Gathered> gathered, MonitoringSettings settings) {
    this.gathered = gathered;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("monitoring-writer").start(this::goOn);
  }

  private void goOn() {
    try {
      while (running) {
        Thread.sleep(settings.writeEvery());
        write(false);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is due; also at once, for whoever wants to read it. */
  public void write(boolean last) {
    turn.lock();
    try {
      for (var one : gathered) {
        try {
          Tenancy.run(Actor.system("monitoring"), () -> one.write(last));
        } catch (RuntimeException e) {
          LOG.warn(
              "{} can't be written just now: {}",
              one.getClass().getSimpleName(),
              String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage())
                  .lines()
                  .findFirst()
                  .orElse(""));
        }
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void stop() {
    running = false;
    var writer = thread;
    if (writer != null) {
      writer.interrupt();
      try {
        writer.join(PATIENCE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    write(true);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Below the web server's, which therefore has answered its last request by then. */
  @Override
  public int getPhase() {
    return 0;
  }
}
