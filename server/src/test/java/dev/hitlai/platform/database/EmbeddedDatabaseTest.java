package dev.hitlai.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.platform.StartFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests: each start after the first finds what the last one left. */
class EmbeddedDatabaseTest {
  @TempDir private static Path folder;

  @Test
  void keepsItsDataOverARestart() throws SQLException {
    try (var database = EmbeddedDatabase.start(folder)) {
      remember(database, "restart");
    }
    try (var database = EmbeddedDatabase.start(folder)) {
      assertThat(remembers(database, "restart")).isTrue();
    }
  }

  @Test
  void keepsItsPasswordsWhereOnlyTheOwnerReads() throws IOException {
    EmbeddedDatabase.start(folder).close();
    var mode = Files.getPosixFilePermissions(folder.resolve("database-passwords.properties"));
    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
  }

  @Test
  void refusesALoginWithoutItsPassword() {
    try (var database = EmbeddedDatabase.start(folder)) {
      var guess = new DatabaseAddress(database.owner().jdbcUrl(), "postgres", "postgres");
      assertThatThrownBy(() -> guess.dataSource().getConnection())
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws Exception {
    try (var database = EmbeddedDatabase.start(folder)) {
      var port = Integer.parseInt(database.owner().jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
      var others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      assertThat(reaches(InetAddress.getLoopbackAddress(), port)).isTrue();
      assertThat(others).noneMatch(address -> reaches(address, port));
    }
  }

  @Test
  void refusesAFolderThatAnotherProcessUses() throws Exception {
    var other = start();
    try {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use by another HitlAI")
          .hasMessageContaining(Long.toString(other.pid()));
    } finally {
      other.getOutputStream().close();
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void refusesASecondStartInTheSameProcess() {
    try (var database = EmbeddedDatabase.start(folder)) {
      assertThat(database.stepsDown()).isFalse();
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use by another HitlAI");
    }
  }

  @Test
  void endsTheServerThatAKilledProcessLeftBehindAndKeepsWhatWasCommitted() throws Exception {
    var killed = start();
    rememberThrough(killed, "killed");
    var server = serverProcess();
    killed.destroyForcibly().waitFor();
    assertThat(server.isAlive()).isTrue();
    try (var database = EmbeddedDatabase.start(folder)) {
      // Whoever adopted the server may take a moment to collect it.
      server.onExit().get(10, TimeUnit.SECONDS);
      assertThat(remembers(database, "killed")).isTrue();
    }
  }

  @Test
  void recoversWhenTheServerWasKilledToo() throws Exception {
    var killed = start();
    rememberThrough(killed, "crashed");
    var server = serverProcess();
    killed.destroyForcibly().waitFor();
    server.destroyForcibly();
    server.onExit().get(10, TimeUnit.SECONDS);
    try (var database = EmbeddedDatabase.start(folder)) {
      assertThat(remembers(database, "crashed")).isTrue();
    }
  }

  private static Process start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedDatabaseProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready ")) {
        return process;
      }
    }
    throw new IllegalStateException("The other process ended with " + process.exitValue());
  }

  private static ProcessHandle serverProcess() throws IOException {
    var file = folder.resolve("postgres/cluster/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
  }

  /** Writes with the passwords in the folder, as somebody beside the other process. */
  private static void rememberThrough(Process process, String what)
      throws IOException, SQLException {
    assertThat(process.isAlive()).isTrue();
    var secrets = DatabaseSecrets.loadOrCreate(folder.resolve("database-passwords.properties"));
    var port = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).get(3).strip();
    remember(
        new DatabaseAddress(
            "jdbc:postgresql://127.0.0.1:%s/hitlai".formatted(port),
            "hitlai_owner",
            secrets.owner()),
        what);
  }

  private static void remember(EmbeddedDatabase database, String what) throws SQLException {
    remember(database.owner(), what);
  }

  private static void remember(DatabaseAddress address, String what) throws SQLException {
    try (var connection = address.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists public.memory (what text)");
      statement.execute("insert into public.memory values ('%s')".formatted(what));
    }
  }

  private static boolean remembers(EmbeddedDatabase database, String what) throws SQLException {
    try (var connection = database.owner().dataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select from public.memory where what = '%s'".formatted(what))) {
      return rows.next();
    }
  }

  private static boolean reaches(InetAddress address, int port) {
    try (var socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
