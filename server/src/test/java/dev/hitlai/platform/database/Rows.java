package dev.hitlai.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Makes up a row of any table: a fitting value for each column that needs one. */
final class Rows {
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("testing.personas.name", "'made_up'"),
          Map.entry("testing.platform_presets.name", "'made_up'"),
          Map.entry("testing.platform_presets.category", "'vr'"),
          Map.entry("testing.disputes.issue_id", "gen_random_uuid()"),
          Map.entry("identity.users.email", "gen_random_uuid() || '@example.org'"),
          Map.entry("billing.invoice_counters.year", "2026"),
          Map.entry("billing.payment_events.provider", "'stripe'"),
          Map.entry("identity.companies.slug", "gen_random_uuid()::text"),
          Map.entry("identity.api_keys.prefix", "gen_random_uuid()::text"),
          Map.entry("identity.signing_keys.key_id", "gen_random_uuid()::text"),
          Map.entry(
              "identity.refresh_tokens.token_sha256", "sha256(gen_random_uuid()::text::bytea)"),
          Map.entry(
              "identity.one_time_links.token_sha256", "sha256(gen_random_uuid()::text::bytea)"),
          Map.entry("testing.report_links.token_sha256", "sha256(gen_random_uuid()::text::bytea)"),
          Map.entry("identity.idempotency_keys.user_id", "gen_random_uuid()"),
          Map.entry("notifications.webhook_endpoints.channel", "'webhook'"),
          Map.entry("notifications.webhook_endpoints.events", "array['test.completed']"),
          Map.entry("alignment.constitutional_rules.rule_level", "'company'"),
          Map.entry("redteam.campaigns.categories", "array['privacy']"),
          Map.entry("redteam.campaigns.strategies", "array['plain']"),
          Map.entry("safety.bias_detection_results.test_run_id", "gen_random_uuid()"),
          Map.entry("safety.agi_safety_decisions.decided_by", "array[gen_random_uuid()]"),
          Map.entry(
              "training.ai_output_rankings.ranked", "array[gen_random_uuid(), gen_random_uuid()]"),
          Map.entry("training.ai_outputs.embedding", "array[0.1::real]"),
          Map.entry("recording.rage_click_incidents.click_count", "3"),
          Map.entry("monitoring.api_call_logs.response_status", "200"),
          Map.entry("apihealth.api_endpoint_configs.endpoint", "gen_random_uuid()::text"),
          Map.entry("apihealth.api_incidents.endpoint", "gen_random_uuid()::text"),
          Map.entry("apihealth.api_status_subscriptions.webhook_url", "'https://example.org/hook'"),
          Map.entry(
              "apihealth.api_status_subscriptions.unsubscribe_token", "gen_random_uuid()::text"),
          Map.entry("unlock.platform_milestones.phase", "4"),
          Map.entry("unlock.platform_milestones.condition", "'training_ready'"),
          Map.entry("unlock.unlocked_features.feature_key", "'api_access'"),
          Map.entry("testing.report_brands.accent", "'#3b4fd8'"),
          Map.entry("unlock.unlocked_features.milestone", "'1k'"),
          Map.entry("testers.ai_tester_pricing.tester_category", "'human'"),
          Map.entry("testers.ai_tester_pricing.effective_from", "'1999-01-01Z'"),
          Map.entry("testers.ai_tester_pricing.effective_until", "'1999-01-02Z'"),
          Map.entry("testers.ai_tester_pricing.platform_fee_percent", "70"),
          Map.entry("testers.ai_tester_pricing.tester_payout_percent", "30"));

  private Rows() {}

  private record Column(String name, String type, boolean required, List<String> values) {}

  /** An insert of one row; {@code company} is ignored by tables that have no such column. */
  static String insert(DSLContext sql, String table, UUID company) {
    var values = new ArrayList<Map.Entry<String, String>>();
    for (var column : columns(sql, table)) {
      var special = SPECIAL.get(table + "." + column.name());
      if (column.name().equals("company_id")) {
        values.add(Map.entry(column.name(), "'" + company + "'"));
      } else if (special != null) {
        values.add(Map.entry(column.name(), special));
      } else if (column.required()) {
        values.add(Map.entry(column.name(), madeUp(column)));
      }
    }
    return "insert into %s (%s) values (%s)"
        .formatted(
            table,
            values.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")),
            values.stream().map(Map.Entry::getValue).collect(Collectors.joining(", ")));
  }

  /** Enums have their values in the catalogue, checked columns in their check. */
  private static String madeUp(Column column) {
    if (!column.values().isEmpty()) {
      return "'" + column.values().getFirst() + "'";
    }
    return switch (column.type()) {
      case "uuid" -> "gen_random_uuid()";
      case "bytea" -> "sha256('made up')";
      case "boolean" -> "false";
      case "jsonb" -> "'{}'";
      case "date" -> "current_date";
      case "timestamp with time zone" ->
          column.name().matches(".*(_end|ended_at|_until|expires_at)")
              ? "now() + interval '1 hour'"
              : "now()";
      case "text", "citext", "inet" -> "'made up'";
      case "integer", "bigint" -> column.name().equals("age") ? "40" : "1";
      default -> column.type().startsWith("numeric") ? "0.5" : "default";
    };
  }

  private static List<Column> columns(DSLContext sql, String table) {
    return sql.fetch(
            """
            select a.attname, format_type(a.atttypid, null),
                   a.attnotnull and not a.atthasdef,
                   coalesce((select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = a.atttypid),
                            (select array_agg(v[1] order by o)
                             from pg_constraint k,
                                  regexp_matches(pg_get_constraintdef(k.oid), '''([a-z0-9_]+)''::text', 'g')
                                    with ordinality m (v, o)
                             where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
                               and pg_get_constraintdef(k.oid) like '%= ANY%'), '{}')
            from pg_attribute a
            where a.attrelid = {0}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by a.attnum
            """,
            org.jooq.impl.DSL.inline(table))
        .map(
            row ->
                new Column(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, Boolean.class),
                    List.of(row.get(3, String[].class))));
  }
}
