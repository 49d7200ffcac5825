package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Asks PostgreSQL's own catalogue whether the schema keeps its conventions. */
class CatalogueTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final String USER_REFERENCE = "references users(id) in application logic";

  /** Tables of ours: not partitions, not what Flyway and extensions make. */
  private static final String OURS =
      """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname in ('identity','testing','models','alignment','training','testers','recording','apihealth','monitoring','platform')
      """;

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
  void indexesEveryForeignKeyAndSaysWhatDeletingDoes() {
    var foreignKeys =
        """
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        where k.contype = 'f' and k.conparentid = 0
        """;
    assertThat(
            names(
                "select k.conrelid::regclass || ' ' || k.conname "
                    + foreignKeys
                    + """
                    and not exists (
                      select from pg_index i
                      where i.indrelid = k.conrelid and i.indkey[0] = any (k.conkey)
                        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%')
                        and (i.indkey[0] = k.conkey[1]))
                    """))
        .as("foreign keys without an index")
        .isEmpty();
    assertThat(
            names(
                "select k.conrelid::regclass || ' ' || k.conname "
                    + foreignKeys
                    + " and k.confdeltype = 'a'"))
        .as("foreign keys without on delete")
        .isEmpty();
  }

  @Test
  void explainsEveryReferenceThatIsNoForeignKey() {
    var wrong =
        names(
            "select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a, pg_class"
                + " c, pg_namespace n where a.attrelid = c.oid and n.oid = c.relnamespace and"
                + " a.attnum > 0 and "
                + OURS.substring(OURS.indexOf("c.relkind"))
                + """
                and a.atttypid = 'uuid'::regtype and a.attname <> 'id' and a.attname not in ('family_id')
                and not exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey))
                and col_description(c.oid, a.attnum) is null
                """);
    assertThat(wrong).isEmpty();
  }

  @Test
  void refersToPeopleWithoutForeignKeysButWithIndexes() {
    var references =
        " from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid ="
            + " c.relnamespace where not c.relispartition and c.relkind in ('r', 'p') and n.nspname"
            + " not in ('public', 'pg_catalog', 'information_schema') and a.atttypid ="
            + " 'uuid'::regtype and a.attnum > 0 and (a.attname = 'user_id' or a.attname like"
            + " '%\\_by' and a.attname <> 'replaced_by' or a.attname = 'assigned_to')";
    assertThat(
            names(
                "select a.attrelid::regclass || '.' || a.attname"
                    + references
                    + " and col_description(c.oid, a.attnum) is distinct from '"
                    + USER_REFERENCE
                    + "'"))
        .as("without the comment")
        .isEmpty();
    assertThat(
            names(
                "select a.attrelid::regclass || '.' || a.attname"
                    + references
                    + " and exists (select from pg_constraint k where k.contype = 'f' and"
                    + " k.conrelid = c.oid and a.attnum = any (k.conkey))"))
        .as("with a foreign key")
        .isEmpty();
    assertThat(
            names(
                "select a.attrelid::regclass || '.' || a.attname"
                    + references
                    + " and not exists (select from pg_index i where i.indrelid = c.oid and"
                    + " a.attnum = any (i.indkey))"))
        .as("without an index")
        .isEmpty();
  }

  @Test
  void indexesTheTimeOfEveryListedTableNewestFirst() {
    var indexed =
        names(
            """
            select distinct n.nspname || '.' || c.relname
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where pg_get_indexdef(i.indexrelid) ~ 'created_at DESC' and not c.relispartition
            """);
    assertThat(indexed)
        .containsAll(Catalogue.tables().stream().map(Catalogue.Table::name).toList());
  }

  @Test
  void indexesWhatIsOpenUnresolvedFailedFlaggedOrActiveByItself() {
    var filtered =
        Map.ofEntries(
            Map.entry(
                "testing.test_runs",
                List.of("pending", "running", "hitl_paused", "failed", "completed")),
            Map.entry("testing.issues", List.of("open", "expert_required")),
            Map.entry("testing.human_test_assignments", List.of("in_progress")),
            Map.entry("testing.test_requests", List.of("pending")),
            Map.entry("testing.personas", List.of("is_active")),
            Map.entry("testers.human_testers", List.of("is_active")),
            Map.entry("identity.api_keys", List.of("revoked_at IS NULL")),
            Map.entry(
                "training.human_corrections",
                List.of("NOT used_for_training", "verified_at IS NULL")),
            Map.entry("alignment.constitutional_rules", List.of("is_active")),
            Map.entry("alignment.constitutional_violations", List.of("NOT resolved")),
            Map.entry("alignment.red_team_tests", List.of("pending", "failed")),
            Map.entry("alignment.red_team_vulnerabilities", List.of("open")),
            Map.entry("models.ai_inference_logs", List.of("flagged_for_review")),
            Map.entry("alignment.quality_gate_checks", List.of("NOT passed", "flagged")),
            Map.entry("alignment.bias_detection_results", List.of("bias_detected")),
            Map.entry("monitoring.performance_metrics", List.of("NOT success")),
            Map.entry("monitoring.agent_executions", List.of("running", "failed")),
            Map.entry("monitoring.api_rate_limits", List.of("is_blocked")),
            Map.entry(
                "monitoring.velocity_analysis", List.of("flagged_for_review", "is_likely_bot")),
            Map.entry("models.circuit_breaker_events", List.of("opened")),
            Map.entry("monitoring.api_call_logs", List.of("error_occurred", "rate_limited")),
            Map.entry("monitoring.security_incidents", List.of("open")),
            Map.entry("monitoring.system_health_checks", List.of("NOT is_healthy")),
            Map.entry("recording.recording_sessions", List.of("ended_at IS NULL")),
            Map.entry("recording.click_events", List.of("is_dead_click")),
            Map.entry("recording.network_requests", List.of("NOT success")),
            Map.entry("recording.console_logs", List.of("error")),
            Map.entry("apihealth.api_endpoint_configs", List.of("is_active")),
            Map.entry("apihealth.api_health_metrics", List.of("NOT is_healthy")),
            Map.entry("apihealth.api_incidents", List.of("resolved")),
            Map.entry("apihealth.api_status_subscriptions", List.of("is_active")),
            Map.entry("apihealth.api_maintenance_windows", List.of("in_progress")),
            Map.entry("apihealth.api_alert_rules", List.of("is_active")),
            Map.entry("apihealth.api_alert_history", List.of("NOT resolved")),
            Map.entry("testers.ai_tester_pricing", List.of("is_active")),
            Map.entry("models.ai_model_capabilities", List.of("is_available")));
    var predicates =
        columns(
            """
            select n.nspname || '.' || c.relname, pg_get_expr(i.indpred, i.indrelid)
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where i.indpred is not null and not c.relispartition
            """);
    filtered.forEach(
        (table, words) ->
            assertThat(predicates.getOrDefault(table, List.of()))
                .as(table)
                .satisfies(
                    found ->
                        assertThat(words)
                            .allMatch(
                                word ->
                                    found.stream()
                                        .anyMatch(predicate -> predicate.contains(word)))));
  }

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
                        row.get(0, String.class).matches(".*per_(1k_tokens|request)_usd")
                            ? "numeric(14,8)"
                            : "numeric(12,4)"));
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

  private static Map<String, List<String>> columns(String query) {
    return fetch(query).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, String.class),
                Collectors.mapping(row -> row.get(1, String.class), Collectors.toList())));
  }

  private static Set<String> names(String query) {
    return fetch(query).stream()
        .flatMap(row -> Stream.of(row.get(0, String.class)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Result<?> fetch(String query) {
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
