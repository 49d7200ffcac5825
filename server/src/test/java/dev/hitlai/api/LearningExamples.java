package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import dev.hitlai.training.JudgedTests;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people say of findings, and what models learn from it. */
final class LearningExamples extends ExampleCalls {
  private final TestDatabase database;
  private final ApiClient admin;
  private final JudgedTests tests;

  LearningExamples(int port, ExampleBook executed, TestDatabase database) {
    super(port, executed);
    this.database = database;
    this.admin = TestAdmin.api(database, port);
    this.tests = new JudgedTests(database).consenting();
  }

  private void sql(String statement, Object... parameters) {
    database.asSystem(sql -> sql.execute(statement, parameters));
  }

  /** Findings in the queue, sixty of them judged. */
  private void prepare() {
    tests.findings(31, 2);
    sql(
        "insert into training.ai_outputs (issue_id, test_run_id, company_id, fingerprint, site,"
            + " facts, seen_by, embedding, model_version, confidence, calibrated, severity,"
            + " category, uncertainty, novelty, exposure, priority) select i.id, i.test_run_id,"
            + " i.company_id, i.fingerprint, split_part(r.url, '/', 3), jsonb_build_object('site',"
            + " split_part(r.url, '/', 3), 'title', i.title, 'description', i.description,"
            + " 'recommendation', 'Repair it.', 'severity', i.severity, 'category', i.category,"
            + " 'confidence', 0.7, 'rules', '[\"axe/some-rule\"]'::jsonb, 'wcag', '[]'::jsonb,"
            + " 'located', true, 'quoted', true, 'measurements', 1, 'pictured', true,"
            + " 'occurrences', 1, 'origin', 'audit'), jsonb_build_object('persona', 'someone',"
            + " 'age', 40, 'techLiteracy', 'medium', 'eyesight', 'normal', 'locale', 'en',"
            + " 'device', 'web', 'browser', 'default', 'mission', 'Buy a mug'),"
            + " array_fill(0.05::real, array[384]), 'built-in-1', 0.7, 0.7, i.severity,"
            + " i.category, 0.5, 0.5, 0.5, 0.9 from testing.issues i join testing.test_runs r on"
            + " r.id = i.test_run_id where i.company_id = ?",
        tests.company.id());
    sql(
        "update training.ai_outputs set label = case when category = 'visual' then 0.2 else 0.8"
            + " end, state = 'decided', decided_at = now() where company_id = ? and id not in"
            + " (select id from training.ai_outputs where company_id = ? order by test_run_id, id"
            + " limit 2)",
        tests.company.id(),
        tests.company.id());
    for (int i = 0; i < 12; i++) {
      sql(
          "insert into training.ai_training_data (source, site, split, prompt, completion,"
              + " rejected, label, reward, completeness, clarity, evidence, reproducible,"
              + " human_verified, included, content_hash) values ('run', ?, 'train', ?, ?, ?, 1,"
              + " 1.3, 100, 100, 100, true, true, true, ?)",
          "shop-" + i + ".example",
          "What gets in a person's way? Case " + i,
          SAID.get(i),
          SAID.get(i) + " Perhaps.",
          UUID.randomUUID().toString());
    }
  }

  private static final List<String> SAID =
      List.of(
          "The button does nothing.",
          "A cat covers the menu.",
          "Prices are in francs.",
          "The video never ends.",
          "Search finds only shoes.",
          "Dates lie in the past.",
          "The cart forgets mugs.",
          "Sound starts by itself.",
          "Links are grey on grey.",
          "The captcha is unreadable.",
          "The map shows Mars.",
          "The form loses what was typed.");

  void learn() {
    prepare();
    var queue = call(admin, "GET /api/corrections/queue", null).json().path("data");
    var ids =
        database.asSystem(
            sql ->
                sql.fetch(
                        "select id from training.ai_outputs where company_id = ? and label is null",
                        tests.company.id())
                    .getValues(0, UUID.class));
    assertThat(queue.isEmpty()).isFalse();
    call(
        admin,
        "POST /api/rankings",
        Map.of("ranked", ids, "reason", "A dead button stops everybody."));
    call(
        admin,
        "POST /api/corrections",
        Map.of(
            "outputId",
            ids.getFirst(),
            "verdict",
            "severity_adjustment",
            "severity",
            "high",
            "reason",
            "Nobody can buy while “Buy” does nothing."));
    call(admin, "GET /api/training/stats", null);
    call(admin, "GET /api/admin/training-data/stats", null);
    var batch =
        call(
                admin,
                "POST /api/admin/training-data/batches",
                Map.of("name", "First batch", "minQuality", 75, "verifiedOnly", true))
            .json()
            .at("/data/id")
            .asString();
    ask(admin, "GET /api/admin/training-data/export", "?format=dpo&batchId=" + batch);
  }

  void train() {
    var job =
        call(
                admin,
                "POST /api/admin/training/fine-tune",
                Map.of("modelType", "severity", "seed", 1))
            .json()
            .at("/data/jobId")
            .asString();
    call(admin, "GET /api/admin/training/status/{id}", null, job);
    call(admin, "POST /api/admin/training/status/{id}", Map.of("action", "cancel"), job);
    var model = UUID.randomUUID();
    sql(
        "insert into training.ai_models (id, kind, version, parameters, evaluation, seed,"
            + " data_hash, examples, capability_level) values (?, 'reward', 'reward-7', '{}',"
            + " '{\"n\": 200, \"sites\": 20, \"bins\": [], \"curve\": [], \"kinds\": {},"
            + " \"accuracy\": {\"estimate\": 0.78, \"low\": 0.72, \"high\": 0.83, \"n\": 200}}', 1,"
            + " 'f0e1', 800, 1)",
        model);
    call(
        admin,
        "POST /api/admin/models/{id}/deploy",
        Map.of("stage", "live", "reason", "Right in 78 % of pairs on sites that it never saw."),
        model.toString());
    call(admin, "GET /api/admin/models", null);
    call(
        admin,
        "POST /api/admin/models/rollback",
        Map.of("kind", "reward", "reason", "Reviewers prefer the order of before."));
  }

  void watch() {
    call(admin, "POST /api/admin/bias", null);
    call(admin, "GET /api/admin/bias", null);
    call(admin, "GET /api/admin/capabilities", null);
    call(admin, "GET /api/admin/safety-decisions", null);
    sql("delete from training.ai_training_data where source = 'run' and company_id is null");
  }
}
