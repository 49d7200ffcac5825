package dev.hitlai.platform.database;

import static dev.hitlai.platform.database.SchemaQueries.OURS;
import static dev.hitlai.platform.database.SchemaQueries.columns;
import static dev.hitlai.platform.database.SchemaQueries.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Asks PostgreSQL's own catalogue whether references are kept and what is looked for has an index.
 */
class SchemaIndexesTest {
  private static final String USER_REFERENCE = "references users(id) in application logic";

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
            Map.entry("redteam.red_team_tests", List.of("pending", "failed")),
            Map.entry("redteam.red_team_vulnerabilities", List.of("open")),
            Map.entry("models.ai_inference_logs", List.of("flagged_for_review")),
            Map.entry("alignment.quality_gate_checks", List.of("NOT passed", "flagged")),
            Map.entry("safety.bias_detection_results", List.of("bias_detected")),
            Map.entry("monitoring.performance_metrics", List.of("NOT success")),
            Map.entry("monitoring.agent_executions", List.of("running", "failed")),
            Map.entry("monitoring.api_rate_limits", List.of("is_blocked")),
            Map.entry(
                "recording.velocity_analysis", List.of("flagged_for_review", "is_likely_bot")),
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
}
