package dev.hitlai.testsupport;

import dev.hitlai.platform.database.Migrations;
import dev.hitlai.platform.database.TestServer;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.platform.tenancy.TenantTransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
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
    TestServer.execute(
        "create database %s template %s owner hitlai_owner strategy file_copy"
            .formatted(name, TestServer.TEMPLATE));
    return new TestDatabase(name);
  }

  /** The owner's login as a URL that the product's settings take. */
  public String ownerUrl() {
    return TestServer.url("hitlai_owner", name);
  }

  /** The application's login as a URL that the product's settings take. */
  public String appUrl() {
    return TestServer.url("hitlai_app", name);
  }

  /** A connection that row-level security does not bind at all, to arrange and to look. */
  public Connection superuser() throws SQLException {
    return Migrations.dataSource(TestServer.url("postgres", name)).getConnection();
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
}
