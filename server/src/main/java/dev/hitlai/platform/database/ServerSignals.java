package dev.hitlai.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What one server tells all others at once: a change in the database announces itself on a channel
 * ({@code pg_notify}), and every server that listens hears it within milliseconds. A signal may be
 * lost while the connection is; after each reconnection all listeners run, so that they look for
 * themselves.
 */
@Component
public class ServerSignals implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ServerSignals.class);
  private static final int WAIT_MILLIS = 250;
  private static final int PAUSE_MILLIS = 500;

  private final DatabaseServer server;
  private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private @Nullable Thread thread;

  ServerSignals(DatabaseServer server) {
    this.server = server;
  }

  /**
   * Hears a channel from now on. The listener runs on the signals' own thread: it is quick, and may
   * be called without need.
   *
   * @param channel letters and underscores
   */
  public synchronized void listen(String channel, Runnable listener) {
    if (!channel.matches("[a-z_]+")) {
      throw new IllegalArgumentException("Not a channel: " + channel);
    }
    listeners.computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>()).add(listener);
    if (thread == null) {
      thread = Thread.ofPlatform().name("signals").daemon().start(this::hear);
    }
  }

  private void hear() {
    while (!closed) {
      try (var connection = server.application().dataSource().getConnection()) {
        hear(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.warn("ServerSignals between servers are interrupted: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    var heard = new java.util.HashSet<String>();
    while (!closed) {
      for (var channel : listeners.keySet()) {
        if (heard.add(channel)) {
          try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
          }
          run(channel); // What was announced before is not heard any more.
        }
      }
      var signals = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
      for (var signal : signals == null ? new org.postgresql.PGNotification[0] : signals) {
        run(signal.getName());
      }
    }
  }

  private void run(String channel) {
    for (var listener : listeners.getOrDefault(channel, List.of())) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.error("A listener to {} failed", channel, e);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() {
    closed = true;
    var running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
