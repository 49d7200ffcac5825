package dev.hitlai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL server of a test JVM, started by the product's own code, without durability.
 * It stops after the servers that use it, which a shutdown hook of its own would not wait for.
 */
public final class TestServer {
  public static final String TEMPLATE = "template_hitlai";

  private static final Queue<ConfigurableApplicationContext> USERS = new ConcurrentLinkedQueue<>();
  private static final TestServer INSTANCE = start();

  private final PostgresCluster cluster;
  private final Path home;
  private final int port;

  private TestServer(PostgresCluster cluster, Path home, int port) {
    this.cluster = cluster;
    this.home = home;
    this.port = port;
  }

  /** The URL of a database for {@code postgres}, {@code hitlai_owner} or {@code hitlai_app}. */
  public static String url(String user, String database) {
    return INSTANCE.urlOf(user, database);
  }

  /** Runs a statement as the superuser, outside of any transaction. */
  public static void execute(String sql) {
    INSTANCE.run(sql);
  }

  /** Remembers a context that has to be closed while the database still answers. */
  public static void closeBeforeStopping(ConfigurableApplicationContext context) {
    USERS.add(context);
  }

  private static TestServer start() {
    try {
      // Unpacked once for all runs on this machine; each run has data of its own.
      var binaries =
          PostgresBinaries.unpackInto(
              Path.of(System.getProperty("java.io.tmpdir"), "hitlai-test-postgres"));
      var home = Files.createTempDirectory("hitlai-test-data");
      var cluster = new PostgresCluster(binaries, Unprivileged.detect(), home, settings());
      cluster.initializeOnce("test");
      var server = new TestServer(cluster, home, cluster.start());
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "test-database"));
      server.prepareTemplate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("Can't prepare the test database", e);
    }
  }

  private static List<String> settings() {
    return List.of(
        "max_connections=200",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "checkpoint_timeout=1d",
        "autovacuum=off");
  }

  private void prepareTemplate() throws SQLException {
    run("create role hitlai_owner login createrole password 'test'");
    run("create role hitlai_app login password 'test'");
    run("grant hitlai_app to hitlai_owner with admin option, set true");
    run("create database " + TEMPLATE + " owner hitlai_owner");
    Migrations.run(urlOf("hitlai_owner", TEMPLATE), Clock.systemUTC());
  }

  private String urlOf(String user, String database) {
    return "postgresql://%s:test@127.0.0.1:%d/%s".formatted(user, port, database);
  }

  private void run(String sql) {
    try (var connection = Migrations.dataSource(urlOf("postgres", "postgres")).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Can't run: " + sql, e);
    }
  }

  private void stop() {
    USERS.forEach(ConfigurableApplicationContext::close);
    try {
      cluster.stop("immediate");
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
