package dev.hitlai.platform.database;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Gives tests of every module the product's own way to migrate and to connect. */
public final class Migrations {
  private Migrations() {}

  /** Migrates a database as its owner and makes the partitions around the given time. */
  public static void run(String ownerUrl, Clock clock) throws SQLException {
    new OwnerDatabase(DatabaseAddress.parse("ownerUrl", ownerUrl)).migrate(clock);
  }

  /** A plain data source, one connection a call, with every module's schema in its path. */
  public static DataSource dataSource(String url) {
    return DatabaseAddress.parse("url", url).dataSource();
  }
}
