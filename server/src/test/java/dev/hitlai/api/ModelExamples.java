package dev.hitlai.api;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.models.internal.call.FakeProvider;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** Language models: set up, tried, watched, and chosen by a company. */
final class ModelExamples extends ExampleCalls {
  private final TestDatabase database;

  ModelExamples(int port, ExampleBook executed, TestDatabase database) {
    super(port, executed);
    this.database = database;
  }

  void setModelsUp(TestAccounts.Company company) {
    var admin = TestAdmin.api(database, port);
    try (var fake = new FakeProvider()) {
      var provider =
          new HashMap<String, Object>(
              Map.of(
                  "code",
                  "gpu-1",
                  "name",
                  "Our GPU",
                  "kind",
                  "openai_compatible",
                  "baseUrl",
                  fake.url(),
                  "needsKey",
                  true,
                  "enabled",
                  true,
                  "timeoutSeconds",
                  30,
                  "maxConcurrent",
                  8));
      String service = call(admin, "POST /api/admin/model-providers", provider).at("/data/id");
      call(admin, "PUT /api/admin/model-providers/{id}", provider, service);
      call(
          admin,
          "PUT /api/admin/model-providers/{id}/key",
          Map.of("key", "example-key-1234"),
          service);
      call(admin, "GET /api/admin/model-providers", null);
      var version =
          Map.<String, Object>ofEntries(
              Map.entry("modelName", "tester-small"),
              Map.entry("label", "Tester, small"),
              Map.entry("tier", "external"),
              Map.entry("tester", "grok"),
              Map.entry("contextTokens", "128000"),
              Map.entry("maxOutputTokens", "4096"),
              Map.entry("schema", true),
              Map.entry("input", "0.15"),
              Map.entry("output", "0.60"),
              Map.entry("enabled", true));
      String id =
          call(admin, "POST /api/admin/model-providers/{id}/versions", version, service)
              .at("/data/id");
      call(admin, "PUT /api/admin/model-versions/{id}", version, id);
      call(admin, "POST /api/admin/model-versions/{id}/test", null, id);
      call(
          admin,
          "PUT /api/admin/model-versions/{id}/routing",
          Map.<String, Object>of("inRouting", true),
          id);
      call(admin, "GET /api/admin/model-versions", null);
      call(admin, "GET /api/admin/inference", null);
      call(
          admin,
          "PUT /api/admin/model-budgets",
          Map.<String, Object>of("scope", "run", "limitUsd", 0.5));
      OpenFeatures.grant(database, company.id(), FeatureKey.ADVANCED_AI_MODELS);
      call(company.api(), "GET /api/company/ai-model", null);
      call(company.api(), "PUT /api/company/ai-model", Map.of("version", id));
      // Others pick from the roster as it ships.
      database.asSystem(
          sql -> {
            sql.execute("delete from models.budgets where scope = 'run'");
            return sql.execute("update models.model_versions set is_enabled = false");
          });
    }
  }
}
