package dev.hitlai.testing;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.TestDatabase;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A company of a test's own, so that tests that share a database don't meet. */
public record TestCompany(UUID id, TestDatabase database) {

  /**
   * @param quota tests per month, null for no limit
   * @param parallel runs at a time
   */
  public static TestCompany make(TestDatabase database, @Nullable Integer quota, int parallel) {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into identity.companies (id, name, slug, monthly_test_quota,"
                    + " max_parallel_ai_runs) values (?, 'Acme', ?, ?, ?)",
                id,
                id.toString(),
                quota,
                parallel));
    return new TestCompany(id, database);
  }

  public Actor actor() {
    return Actor.company(null, id);
  }

  /** Does something as a member of the company. */
  public <T> T does(Supplier<T> action) {
    return Tenancy.as(actor(), action::get);
  }

  public int testsUsed() {
    return one("select tests_used_this_month from identity.companies where id = ?", id);
  }

  /** The status of a run. */
  public String status(UUID runId) {
    return one("select status from testing.test_runs where id = ?", runId);
  }

  /** The one value of a query, asked as the company. */
  @SuppressWarnings("unchecked")
  public <T> T one(String query, Object... parameters) {
    return (T) database.as(actor(), (DSLContext sql) -> sql.fetchValue(query, parameters));
  }
}
