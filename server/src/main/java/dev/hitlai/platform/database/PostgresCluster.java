package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster in a folder: made once, started, stopped. */
final class PostgresCluster {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
  private static final String MAJOR = "18";

  /** For a small machine; durability stays on. Many partitions need many locks. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "shared_buffers=64MB",
          "effective_cache_size=512MB",
          "max_wal_size=1GB",
          "wal_compression=on",
          "max_locks_per_transaction=512",
          "io_method=sync",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_min_messages=warning");

  private final PostgresBinaries binaries;
  private final Unprivileged unprivileged;
  private final List<String> settings;
  private final Path data;
  private final Path log;

  PostgresCluster(PostgresBinaries binaries, Unprivileged unprivileged, Path parent) {
    this(binaries, unprivileged, parent, List.of());
  }

  /** With settings of PostgreSQL ({@code name=value}) that come after ours and so win. */
  PostgresCluster(
      PostgresBinaries binaries, Unprivileged unprivileged, Path parent, List<String> settings) {
    this.settings = Stream.concat(SETTINGS.stream(), settings.stream()).toList();
    this.binaries = binaries;
    this.unprivileged = unprivileged;
    this.data = parent.resolve("cluster");
    this.log = parent.resolve("postgres.log");
  }

  /** Makes the cluster unless it exists; a half-made one of an earlier start is thrown away. */
  void initializeOnce(String superuserPassword) throws IOException {
    if (Files.exists(data)) {
      requireVersion();
      return;
    }
    var unfinished = data.resolveSibling("cluster.unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    DataFolder.createPrivately(unfinished);
    var passwordFile = data.resolveSibling("initdb.password");
    Files.deleteIfExists(passwordFile);
    DatabaseSecrets.createUnreadableByOthers(passwordFile);
    Files.writeString(passwordFile, superuserPassword);
    unprivileged.give(home());
    try {
      run(
          unprivileged.command(
              binaries.program("initdb"),
              "--pgdata=" + unfinished,
              "--username=postgres",
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8"),
          120);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireVersion() throws IOException {
    var version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new StartFailure(
          "The data in %s is of PostgreSQL %s, this HitlAI brings %s; dump it with the HitlAI that wrote it and load it into a new folder."
              .formatted(data, version, MAJOR));
    }
  }

  /**
   * Ends a server that outlived a killed HitlAI. The data folder's lock is ours, so nobody uses it
   * any more. PostgreSQL recovers by itself from a server that was killed too.
   */
  void stopOrphan() throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var orphan = ownProcess(Files.readString(pidFile).lines().findFirst().orElse(""));
    if (orphan.isPresent()) {
      LOG.warn("Stopping the PostgreSQL server that an interrupted HitlAI left behind");
      stop();
    } else {
      // The number may belong to another program by now, which PostgreSQL would take for a server.
      Files.deleteIfExists(pidFile);
    }
  }

  /** The folder that holds the cluster, its programs and its log. */
  private Path home() {
    return Objects.requireNonNull(data.getParent());
  }

  private Optional<ProcessHandle> ownProcess(String pid) throws IOException {
    if (!pid.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    var programs = home().toRealPath();
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(
            process ->
                process
                    .info()
                    .command()
                    .map(Path::of)
                    .filter(p -> p.startsWith(programs))
                    .isPresent());
  }

  /** Starts the server on a free port of the loopback address and returns the port. */
  int start() throws IOException {
    for (var attempt = 1; ; attempt++) {
      var port = freePort();
      try {
        startOn(port);
        return port;
      } catch (IOException e) {
        // Another program may have taken the port between looking and starting.
        if (attempt == 3) {
          throw e;
        }
      }
    }
  }

  private void startOn(int port) throws IOException {
    var options = new StringBuilder("-p " + port);
    settings.forEach(setting -> options.append(" -c ").append(setting));
    // pg_ctl detaches the server, so that Ctrl-C reaches us first and the server ends last.
    run(
        unprivileged.command(
            binaries.program("pg_ctl"),
            "start",
            "--pgdata=" + data,
            "--log=" + log,
            "--options=" + options,
            "--wait",
            "--timeout=120"),
        150);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void stop() throws IOException {
    stop("fast");
  }

  /**
   * Stops in one of pg_ctl's modes: {@code fast} keeps everything tidy, {@code immediate} leaves
   * the rest to the next start's recovery.
   */
  void stop(String mode) throws IOException {
    run(
        unprivileged.command(
            binaries.program("pg_ctl"),
            "stop",
            "--pgdata=" + data,
            "--mode=" + mode,
            "--wait",
            "--timeout=60"),
        90);
  }

  private void run(List<String> command, int seconds) throws IOException {
    var output = Files.createTempFile(home(), "output", ".txt");
    try {
      // To a file: the server inherits the stream and would keep a pipe open for ever.
      var process =
          new ProcessBuilder(command)
              .directory(home().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s took longer than %d s".formatted(command, seconds));
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "%s failed: %s (see %s)".formatted(command, Files.readString(output).strip(), log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + command, e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
