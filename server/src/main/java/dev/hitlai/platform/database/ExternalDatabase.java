package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs. */
record ExternalDatabase(DatabaseAddress owner, DatabaseAddress application, boolean stepsDown)
    implements DatabaseServer {
  private static final int OLDEST = 18;

  /** Checks that the server answers and is new enough. */
  static ExternalDatabase connect(DatabaseSettings settings) {
    var owner = DatabaseAddress.parse("HITLAI_DATABASE_URL", settings.url());
    var hasOwnLogin = !settings.appUrl().isBlank();
    var application =
        hasOwnLogin ? DatabaseAddress.parse("HITLAI_DATABASE_APP_URL", settings.appUrl()) : owner;
    requireVersion(owner);
    return new ExternalDatabase(owner, application, !hasOwnLogin);
  }

  private static void requireVersion(DatabaseAddress address) {
    try (var connection = address.dataSource().getConnection()) {
      var version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StartFailure(
            "The database %s runs PostgreSQL %d; HitlAI needs %d or newer."
                .formatted(address.describe(), version, OLDEST));
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "Can't use the database %s: %s".formatted(address.describe(), firstLine(e)), e);
    }
  }

  static String firstLine(SQLException failure) {
    var message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("no reason given").strip();
  }

  @Override
  public void close() {
    // Not ours to stop.
  }
}
