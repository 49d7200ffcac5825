package dev.hitlai.api;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Monitors, incidents, maintenance, alert rules, subscriptions and the status that all see. */
final class HealthExamples extends ExampleCalls {
  private final TestDatabase database;
  private final SettableClock clock;

  HealthExamples(int port, ExampleBook executed, TestDatabase database, SettableClock clock) {
    super(port, executed);
    this.database = database;
    this.clock = clock;
  }

  void readTheStatus() {
    for (String document :
        List.of(
            "summary",
            "status",
            "components",
            "incidents",
            "incidents/unresolved",
            "scheduled-maintenances",
            "scheduled-maintenances/active",
            "scheduled-maintenances/upcoming")) {
      call(ApiClient.at(port), "GET /api/v2/" + document + ".json", null);
    }
  }

  void watchOverThings(ApiClient api) {
    var made =
        call(
            api,
            "POST /api/health/endpoints",
            Map.of(
                "endpoint", "/health",
                "name", "Shop",
                "url", "http://127.0.0.1:9/health",
                "intervalSeconds", 60,
                "conditions",
                    List.of(Map.of("kind", "json_equals", "path", "/status", "value", "ok"))));
    String id = made.at("/data/id");
    call(api, "GET /api/health/endpoints", null);
    call(api, "GET /api/health/endpoints/{id}", null, id);
    call(api, "PATCH /api/health/endpoints/{id}", Map.of("failureThreshold", 3), id);
    call(api, "POST /api/health/check", null);
    call(api, "GET /api/health/endpoints/{id}/checks", null, id);
    call(api, "GET /api/health/endpoints/{id}/changes", null, id);
    call(api, "GET /api/health/endpoints/{id}/uptime", null, id);
    call(api, "GET /api/health/sla", null);
    call(api, "GET /api/health/sla.csv", null);
    call(api, "DELETE /api/health/endpoints/{id}", null, id);
  }

  void lookAfterOutages() {
    var admin = new TestAccounts(port).admin(database).api();
    var opened =
        call(
            admin,
            "POST /api/health/incidents",
            Map.of(
                "title",
                "Reports load slowly",
                "type",
                "degraded_performance",
                "severity",
                "minor",
                "message",
                "We see it and look for the cause.",
                "isPublic",
                true));
    String id = opened.at("/data/id");
    call(admin, "GET /api/health/incidents", null);
    call(admin, "PATCH /api/health/incidents/{id}", Map.of("affectedCompanies", 3), id);
    call(
        admin,
        "POST /api/health/incidents/{id}/updates",
        Map.of("status", "identified", "message", "An index is missing.", "isPublic", true),
        id);
    call(admin, "POST /api/health/incidents/{id}/owner", new LinkedHashMap<>(), id);
    String same =
        admin
            .post(
                "/api/health/incidents",
                Map.of(
                    "title",
                    "Exports are slow",
                    "type",
                    "degraded_performance",
                    "severity",
                    "minor",
                    "message",
                    "The same, most likely."))
            .at("/data/id");
    call(admin, "POST /api/health/incidents/{id}/merge", Map.of("into", id), same);
    admin.post(
        "/api/health/incidents/" + id + "/updates",
        Map.of("status", "resolved", "message", "The index is there.", "isPublic", true));
    call(
        admin,
        "POST /api/health/incidents/{id}/postmortem",
        Map.of(
            "rootCause", "A table grew past what the cache holds.",
            "resolutionSteps", "An index; a test with a million rows.",
            "publish", true),
        id);
    call(admin, "GET /api/health/incidents/{id}", null, id);
    planMaintenance(admin);
    raiseAlarms(admin);
    subscribe(admin);
  }

  private void planMaintenance(ApiClient admin) {
    var start = clock.instant().plus(Duration.ofDays(3));
    Map<String, Object> plan =
        Map.of(
            "title", "New disks",
            "impact", "degraded_performance",
            "start", start.toString(),
            "end", start.plusSeconds(3600).toString(),
            "publicMessage", "Pages load slowly for an hour.");
    String id = call(admin, "POST /api/health/maintenance", plan).at("/data/id");
    call(admin, "GET /api/health/maintenance", null);
    call(admin, "GET /api/health/maintenance/{id}", null, id);
    call(admin, "PUT /api/health/maintenance/{id}", plan, id);
    call(admin, "POST /api/health/maintenance/{id}/begin", null, id);
    call(admin, "POST /api/health/maintenance/{id}/end", null, id);
    String other = admin.post("/api/health/maintenance", plan).at("/data/id");
    call(admin, "POST /api/health/maintenance/{id}/cancel", null, other);
  }

  private void raiseAlarms(ApiClient admin) {
    Map<String, Object> rule =
        Map.of(
            "name", "Slow answers",
            "metric", "response_time",
            "operator", "greater_than",
            "threshold", 3000,
            "durationMinutes", 5,
            "severity", "warning",
            "notifyEmails", List.of("ops@example.org"));
    String id = call(admin, "POST /api/health/alert-rules", rule).at("/data/rule/id");
    call(admin, "GET /api/health/alert-rules", null);
    call(admin, "GET /api/health/alert-rules/{id}", null, id);
    call(admin, "PUT /api/health/alert-rules/{id}", rule, id);
    call(admin, "POST /api/health/alert-rules/dry-run", Map.of("rule", rule, "hours", 6));
    database.asSystem(
        sql ->
            sql.execute(
                "insert into apihealth.api_endpoint_configs (endpoint, display_name, target_url)"
                    + " values (?, 'Example', 'http://127.0.0.1:9/')",
                "/" + UUID.randomUUID()));
    call(admin, "POST /api/health/alert-rules/{id}/test", null, id);
    call(admin, "GET /api/health/alert-rules/history", null);
    call(admin, "POST /api/health/alert-rules/{id}/snooze", Map.of("hours", 4), id);
    String firing =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "insert into apihealth.api_alert_history (alert_rule_id, rule_name,"
                            + " endpoint, metric_type, metric_value, threshold_value, severity)"
                            + " values (?::uuid, 'Slow answers', '/api/search', 'response_time',"
                            + " 4200, 3000, 'warning') returning id::text",
                        id)
                    .get(0, String.class));
    call(admin, "POST /api/health/alert-rules/history/{firingId}/acknowledgement", null, firing);
    call(admin, "DELETE /api/health/alert-rules/{id}", null, id);
  }

  private void subscribe(ApiClient admin) {
    var visitor = ApiClient.at(port);
    String email = TestAccounts.email();
    call(visitor, "POST /api/health/subscriptions", Map.of("email", email, "minSeverity", "major"));
    var token = new Mailbox(database).token(email, "/status/subscriptions/confirm/");
    var confirmed =
        call(visitor, "POST /api/health/subscriptions/confirmation", Map.of("token", token));
    String id = confirmed.at("/data/id");
    call(admin, "GET /api/health/subscriptions", null);
    call(admin, "POST /api/health/subscriptions/{id}/pause", null, id);
    call(admin, "POST /api/health/subscriptions/{id}/resume", null, id);
    String end =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_token from apihealth.api_status_subscriptions where id"
                            + " = ?::uuid",
                        id)
                    .get(0, String.class));
    call(visitor, "POST /api/health/subscriptions/end", Map.of("token", end));
    call(admin, "DELETE /api/health/subscriptions/{id}", null, id);
  }
}
