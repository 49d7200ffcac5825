package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, its data kept in a folder. It listens on the loopback address only and
 * asks for passwords that are made at random once.
 */
final class EmbeddedDatabase implements DatabaseServer {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final DataFolder folder;
  private final PostgresCluster cluster;
  private final int port;
  private final DatabaseSecrets secrets;

  private EmbeddedDatabase(
      DataFolder folder, PostgresCluster cluster, int port, DatabaseSecrets secrets) {
    this.folder = folder;
    this.cluster = cluster;
    this.port = port;
    this.secrets = secrets;
  }

  /** Starts the database of the folder, making it first if it is new. */
  static EmbeddedDatabase start(Path path) {
    var folder = DataFolder.open(path);
    try {
      return startIn(folder);
    } catch (IOException | SQLException | RuntimeException e) {
      folder.close();
      if (e instanceof StartFailure sentence) {
        throw sentence;
      }
      throw new StartFailure("Can't start the embedded database: " + e.getMessage(), e);
    }
  }

  private static EmbeddedDatabase startIn(DataFolder folder) throws IOException, SQLException {
    var home = folder.resolve("postgres");
    var secrets = DatabaseSecrets.loadOrCreate(folder.resolve("database-passwords.properties"));
    var binaries = PostgresBinaries.unpackInto(home);
    var cluster = new PostgresCluster(binaries, Unprivileged.detect(), home);
    cluster.initializeOnce(secrets.superuser());
    cluster.stopOrphan();
    var port = cluster.start();
    var database = new EmbeddedDatabase(folder, cluster, port, secrets);
    try {
      database.setUpOnce();
    } catch (SQLException e) {
      database.close();
      throw e;
    }
    LOG.info("Embedded PostgreSQL listens on 127.0.0.1:{}", port);
    return database;
  }

  /** The database is made last: when it exists, the logins do too. */
  private void setUpOnce() throws SQLException {
    try (var connection =
        address("postgres", "postgres", secrets.superuser()).dataSource().getConnection()) {
      if (exists(connection, "select from pg_database where datname = 'hitlai'")) {
        return;
      }
      makeLogin(connection, "hitlai_owner", "createrole", secrets.owner());
      makeLogin(connection, "hitlai_app", "nocreaterole", secrets.application());
      execute(connection, "grant hitlai_app to hitlai_owner with admin option, set true");
      execute(connection, "create database hitlai owner hitlai_owner");
    }
  }

  private static void makeLogin(Connection connection, String name, String right, String password)
      throws SQLException {
    var verb =
        exists(connection, "select from pg_roles where rolname = '" + name + "'")
            ? "alter"
            : "create";
    // A role statement takes no parameters; the password is hexadecimal digits of our own making.
    execute(
        connection,
        "%s role %s login nosuperuser nobypassrls %s password '%s'"
            .formatted(verb, name, right, password));
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DatabaseAddress address(String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
  }

  @Override
  public DatabaseAddress owner() {
    return address("hitlai", "hitlai_owner", secrets.owner());
  }

  @Override
  public DatabaseAddress application() {
    return address("hitlai", "hitlai_app", secrets.application());
  }

  @Override
  public boolean stepsDown() {
    return false;
  }

  @Override
  public void close() {
    try {
      cluster.stop();
    } catch (IOException e) {
      LOG.error("The embedded PostgreSQL did not stop; the next start will end it", e);
    } finally {
      folder.close();
    }
  }
}
