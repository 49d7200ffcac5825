package dev.hitlai.api;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;

/** A campaign against the guard, and a weakness that is worked on. */
final class RedTeamExamples {
  private static final String DONE = "11111111-2222-7333-8444-555555555555";
  private static final String WEAKNESS = "11111111-2222-7333-8444-666666666666";

  private RedTeamExamples() {}

  static void show(ExampleCalls calls, ApiClient admin, TestDatabase database) {
    execute(
        database,
        """
        insert into redteam.campaigns (id, target, cause, categories, strategies, prompts, generations, seed, status, progress_percent, answers, hits,
          success_rate, success_low, success_high, report_json, report_sarif, report_junit, ended_at)
        values ('%s', 'model:acme@1', 'schedule', '{privacy}', '{plain}', 1, 1, 7, 'done', 100, 1, 0, 0, 0, 0.975, '{"target": "model:acme@1"}', '{}', '<testsuites/>', now())
        on conflict do nothing
        """
            .formatted(DONE));
    execute(
        database,
        """
        insert into redteam.red_team_vulnerabilities (id, target, vulnerability_type, severity, title, description, affected_models, reproducibility)
        values ('%s', 'model:acme@1', 'privacy-01', 'high', 'Privacy: privacy-01 works', 'The answer gives personal data away.', '{model:acme@1}', 'always')
        on conflict do nothing
        """
            .formatted(WEAKNESS));
    calls.call(admin, "GET /api/admin/red-team/targets", null);
    calls.call(admin, "GET /api/admin/red-team/targets/{name}/gate", null, "guard");
    calls.call(
        admin,
        "POST /api/admin/red-team/campaigns",
        Map.of(
            "target",
            "guard",
            "categories",
            List.of("privacy"),
            "prompts",
            2,
            "generations",
            1,
            "seed",
            7));
    calls.call(admin, "GET /api/admin/red-team/campaigns", null);
    calls.call(admin, "GET /api/admin/red-team/campaigns/{id}", null, DONE);
    calls.call(admin, "GET /api/admin/red-team/campaigns/{id}/report", null, DONE);
    calls.call(admin, "GET /api/admin/vulnerabilities", null);
    calls.call(admin, "GET /api/admin/vulnerabilities/{id}", null, WEAKNESS);
    calls.call(
        admin,
        "PATCH /api/admin/vulnerabilities/{id}",
        Map.of("status", "in_progress", "remediationPlan", "Redact the context before the call."),
        WEAKNESS);
  }

  private static void execute(TestDatabase database, String statement) {
    database.asSystem(sql -> sql.execute(statement));
  }
}
