package dev.hitlai.platform.database;

import static dev.hitlai.platform.database.SchemaQueries.OURS;
import static dev.hitlai.platform.database.SchemaQueries.columns;
import static dev.hitlai.platform.database.SchemaQueries.fetch;
import static dev.hitlai.platform.database.SchemaQueries.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asks PostgreSQL's own catalogue whether tables keep their conventions and who may reach them. */
class CatalogueTest {
  @Test
  void hasEveryNamedTableWithItsColumns() {
    var present =
        columns(
            "select n.nspname || '.' || c.relname, a.attname from pg_attribute a join pg_class c on"
                + " c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where a.attnum"
                + " > 0 and not a.attisdropped and not c.relispartition");
    for (var table : Catalogue.tables()) {
      assertThat(present.get(table.name()))
          .as(table.name())
          .isNotNull()
          .contains("id", "created_at")
          .containsAll(table.columns());
    }
  }

  @Test
  void hasNoTableThatNobodyNamed() {
    var named = new TreeSet<>(Catalogue.SUPPORTING);
    Catalogue.tables().forEach(table -> named.add(table.name()));
    assertThat(names("select n.nspname || '.' || c.relname " + OURS)).isEqualTo(named);
  }

  @Test
  void keepsTheConventionsOfKeysAndTimes() {
    var wrong =
        names(
            "select n.nspname || '.' || c.relname "
                + OURS
                + """
                and n.nspname <> 'platform' and not (
                  exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                          where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
                            and pg_get_expr(d.adbin, d.adrelid) = 'uuidv7()')
                  and exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                          where a.attrelid = c.oid and a.attname = 'created_at' and a.atttypid = 'timestamptz'::regtype
                            and a.attnotnull and pg_get_expr(d.adbin, d.adrelid) = 'now()'))
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void touchesUpdatedAtByTheOneTrigger() {
    var wrong =
        names(
            "select n.nspname || '.' || c.relname "
                + OURS
                + """
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'updated_at' and not a.attisdropped)
                and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                                where t.tgrelid = c.oid and p.proname = 'touch_updated_at')
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void partitionsTimeSeriesByTimeWithTheTimeInTheKey() {
    var expected =
        Catalogue.tables().stream()
            .filter(Catalogue.Table::partitioned)
            .map(Catalogue.Table::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(
            names(
                "select n.nspname || '.' || c.relname "
                    + OURS
                    + """
                    and c.relkind = 'p' and pg_get_partkeydef(c.oid) = 'RANGE (created_at)'
                    and exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                                where i.indrelid = c.oid and i.indisprimary and a.attname = 'created_at')
                    """))
        .isEqualTo(expected);
    assertThat(names("select table_name from platform.partitioned_tables")).isEqualTo(expected);
  }

  @Test
  void takesRowsOfTodayInEveryPartitionedTable() {
    var without =
        names(
            """
            select t.table_name from platform.partitioned_tables t
            where not exists (
              select from pg_inherits i join pg_class c on c.oid = i.inhrelid
              where i.inhparent = t.table_name::regclass
                and c.relname like '%\\_p' || to_char(now() at time zone 'UTC', case t.step when 'day' then 'YYYYMMDD' else 'YYYYMM' end))
            """);
    assertThat(without).isEmpty();
  }

  @Test
  void describesEveryTable() {
    assertThat(
            names(
                "select n.nspname || '.' || c.relname "
                    + OURS
                    + " and obj_description(c.oid, 'pg_class') is null"))
        .isEmpty();
  }

  @Test
  void forcesRowLevelSecurityOnEveryTableOfAModule() {
    var unprotected =
        names(
            "select n.nspname || '.' || c.relname "
                + OURS
                + """
                and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                """);
    assertThat(unprotected).allMatch(table -> table.startsWith("platform."));
  }

  @Test
  void letsTheApplicationNeitherOwnNorBypassNorReachAPartitionDirectly() {
    assertThat(
            fetch(
                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                        + " where rolname = 'hitlai_app'")
                .getFirst()
                .get(0, Boolean.class))
        .isFalse();
    assertThat(
            names(
                "select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner"
                    + " where r.rolname = 'hitlai_app'"))
        .isEmpty();
    assertThat(
            names(
                "select c.oid::regclass::text from pg_class c where c.relispartition and c.relkind"
                    + " = 'r' and has_table_privilege('hitlai_app', c.oid, 'select, insert, update,"
                    + " delete')"))
        .isEmpty();
  }
}
