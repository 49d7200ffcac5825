package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Puts a row of company A into every table and looks at it as everybody else. */
class TenantIsolationTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID A = UUID.fromString("01990000-0000-7000-8000-00000000000a");
  private static final UUID B = UUID.fromString("01990000-0000-7000-8000-00000000000b");

  /** Tables of rows about one company that it may not see itself. */
  private static final Set<String> OPERATORS_ONLY =
      Set.of(
          "monitoring.security_incidents",
          "monitoring.security_signals",
          "billing.test_earnings",
          "programs.early_adopter_applications");

  private static List<String> tables;
  private static List<String> ofCompanies;

  @BeforeAll
  static void fillEveryTable() throws SQLException {
    try (var connection = DATABASE.superuser()) {
      var sql = DSL.using(connection, SQLDialect.POSTGRES);
      // Rows of one table at a time: what they refer to need not exist.
      sql.execute("set session_replication_role = replica");
      // AI testers are everybody's to see; what is asked here is who sees a person.
      sql.execute("delete from testers.human_testers");
      tables = protectedTables(sql, false);
      ofCompanies = protectedTables(sql, true);
      for (var table : tables) {
        sql.execute(Rows.insert(sql, table, A));
      }
    }
  }

  private static List<String> protectedTables(DSLContext sql, boolean withCompany) {
    return sql.fetch(
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and not c.relispartition
              and (not {0} or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id'))
            order by 1
            """,
            DSL.inline(withCompany))
        .getValues(0, String.class);
  }

  @Test
  void knowsManyTables() {
    assertThat(tables).hasSizeGreaterThan(60);
    assertThat(ofCompanies).hasSizeGreaterThan(35);
  }

  @Test
  void showsNothingOfATenantWhenNobodySaysWhoAsks() throws SQLException {
    try (var connection = DATABASE.app()) {
      var sql = DSL.using(connection, SQLDialect.POSTGRES);
      assertThat(visible(sql, this::isPrivate)).isEmpty();
    }
  }

  @Test
  void showsAVisitorNothingOfATenant() {
    assertThat(seenBy(Actor.visitor(), this::isPrivate)).isEmpty();
  }

  @Test
  void showsAStrangeTesterNothing() {
    var tester = Actor.tester(UUID.randomUUID(), UUID.randomUUID());
    assertThat(seenBy(tester, this::isPrivate)).isEmpty();
  }

  @Test
  void showsAnotherCompanyNothing() {
    var other = Actor.company(UUID.randomUUID(), B);
    assertThat(seenBy(other, this::isPrivate)).isEmpty();
  }

  @Test
  void showsACompanyItsOwnRows() {
    var expected = new TreeSet<>(ofCompanies);
    expected.removeAll(OPERATORS_ONLY);
    assertThat(seenBy(Actor.company(null, A), ofCompanies::contains)).isEqualTo(expected);
  }

  @Test
  void showsAdministratorsAndJobsEverything() {
    var all = new TreeSet<>(tables);
    assertThat(seenBy(Actor.admin(UUID.randomUUID()), table -> true)).isEqualTo(all);
    assertThat(seenBy(Actor.system("test"), table -> true)).isEqualTo(all);
  }

  @Test
  void refusesToWriteRowsOfAnotherCompany() {
    for (var table : ofCompanies) {
      assertThatThrownBy(
              () ->
                  DATABASE.as(
                      Actor.company(null, B), sql -> sql.execute(Rows.insert(sql, table, A))))
          .as(table)
          .rootCause()
          .hasMessageMatching("(?s).*(row-level security|permission denied for table).*");
    }
  }

  @Test
  void refusesToChangeOrDeleteRowsOfAnotherCompany() {
    for (var table : ofCompanies) {
      if (isAppendOnly(table)) {
        continue;
      }
      var touched =
          DATABASE.as(
              Actor.company(null, B),
              sql ->
                  sql.execute("update %s set created_at = created_at".formatted(table))
                      + sql.execute("delete from " + table));
      assertThat(touched).as(table).isZero();
    }
  }

  /** What the application has no right to change at all. */
  private static boolean isAppendOnly(String table) {
    return DATABASE.asSystem(
        sql ->
            !sql.fetchSingle("select has_table_privilege('hitlai_app', ?, 'update, delete')", table)
                .get(0, Boolean.class));
  }

  private static Set<String> seenBy(Actor actor, Predicate<String> wanted) {
    return DATABASE.as(actor, sql -> visible(sql, wanted));
  }

  private boolean isPrivate(String table) {
    return !Catalogue.PUBLIC.contains(table);
  }

  /** Tables in which the made-up row can be seen; the catalogue's rows without a company aside. */
  private static Set<String> visible(DSLContext sql, Predicate<String> wanted) {
    var seen = new TreeSet<String>();
    for (var table : tables) {
      var filter = ofCompanies.contains(table) ? " where company_id is not null" : "";
      if (wanted.test(table)
          && sql.fetchCount(DSL.table("(select 1 from " + table + filter + ") as r")) > 0) {
        seen.add(table);
      }
    }
    return seen;
  }
}
