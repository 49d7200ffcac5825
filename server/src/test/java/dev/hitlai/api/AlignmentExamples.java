package dev.hitlai.api;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;

/** Rules, violations, gates, and the switch that stops all AI. */
final class AlignmentExamples extends ExampleCalls {
  private final TestDatabase database;

  AlignmentExamples(int port, ExampleBook executed, TestDatabase database) {
    super(port, executed);
    this.database = database;
  }

  /** After a test of the company was carried out. */
  void keepAiInLine(ApiClient company) {
    var admin = TestAdmin.api(database, port);
    rules(admin, "/api/admin/rules");
    rules(company, "/api/company/rules");
    var run = company.get("/api/test-runs").at("/data/0/id");
    call(company, "GET /api/test-runs/{id}/gates", null, run);
    var decision = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into alignment.constitutional_decisions (id, checkpoint, test_run_id,"
                  + " company_id, subject, facts, revision, effect) select ?, 'finding', id,"
                  + " company_id, 'A finding', '{}', 0, 'none' from testing.test_runs where id = ?",
              decision,
              UUID.fromString(run));
          return sql.execute(
              "insert into alignment.constitutional_violations (rule_id, rule_version, decision_id,"
                  + " violation_type, violation_severity, violation_description, action_taken)"
                  + " select rule_id, version, ?, 'finding', 'low', 'It fired.', 'warned' from"
                  + " alignment.constitutional_rule_versions limit 1",
              decision);
        });
    call(admin, "GET /api/admin/decisions/{id}/replay", null, decision.toString());
    var violation = call(admin, "GET /api/admin/violations", null).at("/data/0/id");
    call(
        admin,
        "POST /api/admin/violations/{id}/resolve",
        Map.of("notes", "The finding was right; the rule was narrowed."),
        violation);
    call(admin, "GET /api/admin/kill-switch", null);
    call(
        admin,
        "POST /api/admin/kill-switch",
        Map.of("reason", "A model answers with other people's data."));
    call(
        admin,
        "POST /api/admin/kill-switch/lift",
        Map.of("reasoning", "The model was taken out of routing and the cause was found."));
  }

  private void rules(ApiClient api, String path) {
    var rule =
        Map.of(
            "name", "Look at unsure findings",
            "description", "What the tester itself doubts is looked at before anybody acts on it.",
            "condition", "finding.confidence < 0.5 && finding.severity in [\"high\", \"critical\"]",
            "action", "require_human_review");
    call(api, "POST " + path + "/dry-run", rule);
    var id = call(api, "POST " + path, rule).at("/data/rule/id");
    call(api, "GET " + path, null);
    call(api, "GET " + path + "/{id}", null, id);
    call(api, "PUT " + path + "/{id}", Map.of("active", false), id);
  }
}
