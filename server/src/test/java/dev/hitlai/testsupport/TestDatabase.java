package dev.hitlai.testsupport;

import dev.hitlai.platform.database.Migrations;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.platform.tenancy.TenantTransactionManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL for tests: one server for the JVM, migrated once into a template; each {@link
 * #fresh} is a new copy of it. Two logins: the owner of the tables (bound by row-level security
 * too, since it is forced, but free to change the schema) and the application.
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.fresh();
 * ...
 * DATABASE.as(Actor.company(user, company), sql -> sql.fetchCount(TEST_RUNS));
 * }</pre>
 */
public final class TestDatabase {
  private static final String TEMPLATE = "template_hitlai";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final TransactionTemplate transactions;
  private final DSLContext jooq;

  private TestDatabase(String name) {
    this.name = name;
    var dataSource = Migrations.dataSource(appUrl());
    this.transactions = new TransactionTemplate(new TenantTransactionManager(dataSource));
    this.jooq = DSL.using(new TransactionAwareDataSourceProxy(dataSource), SQLDialect.POSTGRES);
  }

  /** A new database with the migrated schema and nothing else in it. */
  public static TestDatabase fresh() {
    var name = "test_" + COUNT.incrementAndGet();
    Server.execute(
        "create database %s template %s owner hitlai_owner strategy file_copy"
            .formatted(name, TEMPLATE));
    return new TestDatabase(name);
  }

  /** The owner's login as a URL that the product's settings take. */
  public String ownerUrl() {
    return Server.url("hitlai_owner", name);
  }

  /** The application's login as a URL that the product's settings take. */
  public String appUrl() {
    return Server.url("hitlai_app", name);
  }

  /** A connection that row-level security does not bind at all, to arrange and to look. */
  public Connection superuser() throws SQLException {
    return Migrations.dataSource(Server.url("postgres", name)).getConnection();
  }

  /** A connection as the application; without a transaction that says who asks, it sees nothing. */
  public Connection app() throws SQLException {
    return Migrations.dataSource(appUrl()).getConnection();
  }

  /** The application's jOOQ; it joins the transactions of {@link #transactions}. */
  public DSLContext jooq() {
    return jooq;
  }

  /** Opens transactions as the bound actor, as the product does. */
  public TransactionTemplate transactions() {
    return transactions;
  }

  /** Runs one transaction as the actor. */
  public <T> T as(Actor actor, Function<DSLContext, T> work) {
    return Tenancy.as(actor, () -> transactions.execute(status -> work.apply(jooq)));
  }

  /** Runs one transaction that sees everything, to arrange rows. */
  public <T> T asSystem(Function<DSLContext, T> work) {
    return as(Actor.system("test"), work);
  }

  /** The application's data source, one connection a call. */
  public DataSource appDataSource() {
    return Migrations.dataSource(appUrl());
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_locks_per_transaction", "512")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("checkpoint_timeout", "1d")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("io_method", "sync")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("create role hitlai_owner login createrole");
          statement.execute("create role hitlai_app login");
          statement.execute("grant hitlai_app to hitlai_owner with admin option, set true");
          statement.execute("create database " + TEMPLATE + " owner hitlai_owner");
        }
        Migrations.run(
            "postgresql://hitlai_owner@127.0.0.1:%d/%s".formatted(postgres.getPort(), TEMPLATE),
            Clock.systemUTC());
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("Can't prepare the test database", e);
      }
    }

    static String url(String user, String database) {
      return "postgresql://%s@127.0.0.1:%d/%s".formatted(user, POSTGRES.getPort(), database);
    }

    static void execute(String sql) {
      try (var connection = POSTGRES.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException("Can't run: " + sql, e);
      }
    }
  }
}
