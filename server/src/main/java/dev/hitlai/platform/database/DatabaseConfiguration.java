package dev.hitlai.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hitlai.platform.StartFailure;
import dev.hitlai.platform.tenancy.TenantTransactionManager;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, migrated before anybody gets a connection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, RetentionSettings.class})
class DatabaseConfiguration {

  @Bean
  static DatabaseServer databaseServer(DatabaseSettings settings) {
    return settings.embedded()
        ? EmbeddedDatabase.start(settings.folder())
        : ExternalDatabase.connect(settings);
  }

  @Bean
  static OwnerDatabase ownerDatabase(DatabaseServer server, Clock clock) {
    var owner = new OwnerDatabase(server.owner());
    try {
      owner.migrate(clock);
      return owner;
    } catch (SQLException e) {
      throw new StartFailure(
          "Can't migrate the database %s: %s"
              .formatted(server.owner().describe(), ExternalDatabase.firstLine(e)),
          e);
    } catch (FlywayException e) {
      throw new StartFailure(
          "Can't migrate the database %s: %s".formatted(server.owner().describe(), e.getMessage()),
          e);
    }
  }

  /** Takes the migrated database as a parameter, so that no pool opens before it is ready. */
  @Bean
  static HikariDataSource dataSource(
      DatabaseServer server, OwnerDatabase migrated, DatabaseSettings settings) {
    var pool = new HikariConfig();
    pool.setPoolName("hitlai");
    pool.setDataSource(applicationDataSource(server.application()));
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setMinimumIdle(Math.min(4, settings.poolSize()));
    if (server.stepsDown()) {
      pool.setConnectionInitSql("set role hitlai_app");
    }
    var dataSource = open(pool, server.application());
    try {
      ApplicationLogin.requireBound(dataSource, server.application());
    } catch (StartFailure e) {
      dataSource.close();
      throw e;
    }
    return dataSource;
  }

  private static DataSource applicationDataSource(DatabaseAddress address) {
    var dataSource = address.dataSource();
    dataSource.setReWriteBatchedInserts(true);
    return dataSource;
  }

  private static HikariDataSource open(HikariConfig pool, DatabaseAddress address) {
    try {
      return new HikariDataSource(pool);
    } catch (RuntimeException e) {
      var reason =
          e.getCause() instanceof SQLException refused
              ? ExternalDatabase.firstLine(refused)
              : e.getMessage();
      throw new StartFailure(
          "Can't log in to the database %s as the application: %s"
              .formatted(address.describe(), reason),
          e);
    }
  }

  @Bean
  static TenantTransactionManager transactionManager(DataSource dataSource) {
    return new TenantTransactionManager(dataSource);
  }
}
