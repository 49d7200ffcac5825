package dev.hitlai.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The login that owns the tables. Only migrations and partitions use it; everything else goes
 * through the application's pool, which row-level security binds.
 */
public final class OwnerDatabase {
  private final PGSimpleDataSource dataSource;

  OwnerDatabase(DatabaseAddress address) {
    this.dataSource = address.dataSource();
  }

  /** Opens a connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return dataSource.getConnection();
  }

  /** Brings the schema to this version's and makes the partitions of the near future. */
  void migrate(Clock clock) throws SQLException {
    Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema("public")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    new Partitions(this, clock).makeAhead();
  }
}
