package dev.hitlai.platform.database;

import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Questions to the catalogue of a migrated database that nobody uses. */
final class SchemaQueries {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  /** Tables of ours: not partitions, not what Flyway and extensions make. */
  static final String OURS =
      """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname in ('identity','testing','models','alignment','training','testers','recording','apihealth','monitoring','notifications','unlock','programs','billing','redteam','safety','platform')
      """;

  private SchemaQueries() {}

  /** Pairs of a name and what belongs to it. */
  static Map<String, List<String>> columns(String query) {
    return fetch(query).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, String.class),
                Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
  }

  /** The first column, sorted. */
  static Set<String> names(String query) {
    return fetch(query).stream()
        .flatMap(row -> Stream.of(row.get(0, String.class)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Result<?> fetch(String query) {
    return asSuperuser(sql -> sql.fetch(query));
  }

  private static <T> T asSuperuser(Function<DSLContext, T> work) {
    try (var connection = DATABASE.superuser()) {
      return work.apply(DSL.using(connection, SQLDialect.POSTGRES));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
