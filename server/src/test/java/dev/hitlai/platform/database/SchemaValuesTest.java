package dev.hitlai.platform.database;

import static dev.hitlai.platform.database.SchemaQueries.OURS;
import static dev.hitlai.platform.database.SchemaQueries.fetch;
import static dev.hitlai.platform.database.SchemaQueries.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asks PostgreSQL's own catalogue whether columns take only what they should. */
class SchemaValuesTest {
  @Test
  void checksEveryClosedSetOfValues() {
    var checks =
        fetch(
            """
            select n.nspname || '.' || c.relname || '.' || a.attname,
                   coalesce((select array_agg(e.enumlabel::text) from pg_enum e where e.enumtypid = a.atttypid),
                            (select array_agg(v[1]) from pg_constraint k,
                                regexp_matches(pg_get_constraintdef(k.oid), '''([a-z0-9_]+)''::text', 'g') v
                             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]),
                            '{}')
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attnum > 0 and not c.relispartition and c.relkind in ('r', 'p')
            """);
    var present =
        checks.stream()
            .collect(
                Collectors.toMap(
                    row -> row.get(0, String.class), row -> Set.of(row.get(1, String[].class))));
    Catalogue.values()
        .forEach(
            (column, values) ->
                assertThat(present.get(column)).as(column).isEqualTo(Set.copyOf(values)));
  }

  @Test
  void keepsScoresBetweenZeroAndOne() {
    var wrong =
        names(
            "select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a, pg_class"
                + " c, pg_namespace n where a.attrelid = c.oid and n.oid = c.relnamespace and"
                + " a.attnum > 0 and "
                + OURS.substring(OURS.indexOf("c.relkind"))
                + """
                and format_type(a.atttypid, a.atttypmod) = 'numeric(5,4)'
                and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                                and pg_get_constraintdef(k.oid) ~ '>= .*0.* <= .*1')
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void writesMoneyWithFourDecimalsAndPricesOfTokensWithEight() {
    var types =
        fetch(
            "select n.nspname || '.' || c.relname || '.' || a.attname, format_type(a.atttypid,"
                + " a.atttypmod) from pg_attribute a, pg_class c, pg_namespace n where a.attrelid ="
                + " c.oid and n.oid = c.relnamespace and a.attnum > 0 and a.attname like '%\\_usd'"
                + " and "
                + OURS.substring(OURS.indexOf("c.relkind")));
    assertThat(types).isNotEmpty();
    assertThat(types)
        .allSatisfy(
            row ->
                assertThat(row.get(1, String.class))
                    .as(row.get(0, String.class))
                    .isEqualTo(
                        row.get(0, String.class)
                                .matches(
                                    ".*(per_(1k_tokens|request)_usd|ai_inference_logs.cost_usd|models.calls.*_usd|budget_use.*_usd)")
                            ? "numeric(14,8)"
                            : "numeric(12,4)"));
  }
}
