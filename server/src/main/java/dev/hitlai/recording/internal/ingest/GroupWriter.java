package dev.hitlai.recording.internal.ingest;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.platform.database.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes batches in groups: whoever waits at the same time shares one transaction and so one wait
 * for the disk. A session always goes to the same writer, so that its batches don't wait for one
 * another's locks. What can't be taken in time is said, never dropped.
 */
@Component
class GroupWriter implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
  private static final int PLACES = 20_000;

  private final OwnerDatabase database;
  private final IngestSettings settings;
  private final AtomicLong waiting = new AtomicLong();
  private final List<Writer> writers = new ArrayList<>();
  private volatile boolean running;

  GroupWriter(OwnerDatabase database, IngestSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * Hands a batch over; its outcome completes when it is durable, or fails.
   *
   * @throws ApiProblem 503 when too much waits already
   */
  void submit(Batch batch) {
    int weight = batch.weight();
    if (!running || waiting.addAndGet(weight) > settings.waiting().toBytes()) {
      if (running) {
        waiting.addAndGet(-weight);
      }
      throw busy();
    }
    var writer = writers.get(Math.floorMod(batch.sessionId.hashCode(), writers.size()));
    if (!writer.queue.offer(batch)) {
      waiting.addAndGet(-weight);
      throw busy();
    }
  }

  static ApiProblem busy() {
    return new ApiProblem(
        ErrorCode.UNAVAILABLE,
        "More comes in than can be stored right now; send it again in a moment.",
        Map.of("retryAfterSeconds", 1));
  }

  @Override
  public void start() {
    running = true;
    for (int i = 0; i < settings.writers(); i++) {
      var writer = new Writer();
      writers.add(writer);
      Thread.ofPlatform().name("recording-writer-" + i).daemon().start(writer);
    }
  }

  @Override
  public void stop() {
    running = false;
    writers.forEach(Writer::join);
    writers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One connection with its queue. */
  private final class Writer implements Runnable {
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(PLACES);
    private final java.util.concurrent.CountDownLatch ended =
        new java.util.concurrent.CountDownLatch(1);
    private @Nullable Connection connection;
    private @Nullable GroupTransaction transaction;

    @Override
    public void run() {
      var group = new ArrayList<Batch>();
      try {
        while (running || !queue.isEmpty()) {
          gather(group);
          if (!group.isEmpty()) {
            store(group);
            group.clear();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        close();
        ended.countDown();
      }
    }

    void join() {
      try {
        if (!ended.await(10, TimeUnit.SECONDS)) {
          LOG.warn("A writer of recordings didn't end in time.");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void gather(List<Batch> group) throws InterruptedException {
      var first = queue.poll(200, TimeUnit.MILLISECONDS);
      if (first == null) {
        return;
      }
      group.add(first);
      queue.drainTo(group, settings.group() - 1);
      long until = System.nanoTime() + settings.window().toNanos();
      while (group.size() < settings.group()) {
        var next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          return;
        }
        group.add(next);
        queue.drainTo(group, settings.group() - group.size());
      }
    }

    private void store(List<Batch> group) {
      try {
        write(group);
      } catch (SQLException | RuntimeException e) {
        if (group.size() == 1 || isAway(e)) {
          fail(group, e);
        } else {
          // One of them is to blame; the others must not suffer for it.
          LOG.warn("A group of {} batches failed, trying them one by one", group.size(), e);
          group.forEach(this::alone);
        }
      } finally {
        group.forEach(batch -> waiting.addAndGet(-batch.weight()));
      }
    }

    private void alone(Batch batch) {
      try {
        write(List.of(batch));
      } catch (SQLException | RuntimeException e) {
        fail(List.of(batch), e);
      }
    }

    private void write(List<Batch> group) throws SQLException {
      var outcomes = transaction().store(group);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).outcome.complete(outcomes.get(i));
      }
    }

    private void fail(List<Batch> group, Exception cause) {
      LOG.warn("{} batches of recordings couldn't be stored", group.size(), cause);
      close();
      // Whether the commit went through is unknown at worst: sent again, it is found or stored.
      group.forEach(batch -> batch.outcome.completeExceptionally(busy()));
    }

    private boolean isAway(Exception e) {
      try {
        return !(e instanceof SQLException) || connection == null || !connection.isValid(1);
      } catch (SQLException gone) {
        return true;
      }
    }

    private GroupTransaction transaction() throws SQLException {
      if (transaction == null) {
        connection = database.connect();
        transaction = new GroupTransaction(connection);
      }
      return transaction;
    }

    private void close() {
      try {
        if (connection != null) {
          connection.close();
        }
      } catch (SQLException e) {
        LOG.debug("The connection was gone already", e);
      }
      connection = null;
      transaction = null;
    }
  }
}
