package dev.hitlai.testing;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A run with a finding and a file. */
public final class TestingTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var request = UUID.randomUUID();
    var run = UUID.randomUUID();
    var finding = UUID.randomUUID();
    var file = UUID.randomUUID();
    var comparison = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://example.org', 'Look', 'ai_only')",
              request,
              company.id());
          sql.execute(
              "insert into testing.test_runs (id, company_id, test_request_id, url, mission,"
                  + " test_type, status, persona) values (?, ?, ?, 'https://example.org', 'Look',"
                  + " 'ai_only', 'completed', cast(? as jsonb))",
              run,
              company.id(),
              request,
              JsonMapper.shared().writeValueAsString(ShippedPersonas.all().getFirst()));
          sql.execute(
              "insert into testing.issues (id, company_id, test_run_id, title, description,"
                  + " severity, category, source) values (?, ?, ?, 'Title', 'Text', 'low', 'forms',"
                  + " 'ai')",
              finding,
              company.id(),
              run);
          sql.execute(
              "insert into testers.ai_vs_human_comparison (id, test_request_id, company_id,"
                  + " human_test_run_id, ai_test_run_id) values (?, ?, ?, ?, ?)",
              comparison,
              request,
              company.id(),
              run,
              run);
          return sql.execute(
              "insert into testing.artifacts (id, company_id, test_run_id, kind, sha256,"
                  + " media_type, size_bytes, storage_key) values (?, ?, ?, 'screenshot',"
                  + " decode(repeat('00', 32), 'hex'), 'image/png', 1, ?)",
              file,
              company.id(),
              run,
              file.toString());
        });
    return Map.of(
        "/api/test-requests/", request,
        "/api/test-runs/", run,
        "/api/findings/", finding,
        "/api/comparisons/", comparison,
        "/api/artifacts/", file);
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "PUT /api/test-requests/{id}",
            "{\"url\":\"https://example.org\",\"mission\":\"Look"
                + " around\",\"persona\":\"senior_casual\"}",
        "PUT /api/comparisons/{id}/validation", "{\"notes\":\"Fair\"}",
        "POST /api/test-runs/{id}/rate", "{\"rating\":4}",
        "PATCH /api/findings/{id}", "{\"status\":\"resolved\"}");
  }
}
