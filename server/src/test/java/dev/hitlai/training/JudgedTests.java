package dev.hitlai.training;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Runs with findings of the AI, as tests of the learning loop need them. */
public final class JudgedTests {
  private static final String CONFIG =
      "{\"budgetSeconds\": 60, \"maxPages\": 5, \"maxSteps\": 20, \"allowedHosts\": []}";

  private final TestDatabase database;
  public final TestCompany company;

  public JudgedTests(TestDatabase database) {
    this.database = database;
    this.company = TestCompany.make(database, null, 3);
  }

  /** The company lets models learn from its tests and others judge its findings. */
  public JudgedTests consenting() {
    database.asSystem(
        sql ->
            sql.execute(
                "insert into training.training_consents (company_id, granted, reviewed_by_others,"
                    + " decided_at) values (?, true, true, now())",
                company.id()));
    return this;
  }

  /** A completed run of an AI. */
  public UUID run(String site) {
    var request = UUID.randomUUID();
    var run = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'A test', ?, 'Buy a mug', 'ai_only')",
              request,
              company.id(),
              "https://" + site + "/");
          return sql.execute(
              "insert into testing.test_runs (id, company_id, test_request_id, url, mission,"
                  + " test_type, status, persona, completed_at, test_config) values (?, ?, ?, ?,"
                  + " 'Buy a mug', 'ai_only', 'completed', cast(? as jsonb), now(), cast(? as"
                  + " jsonb))",
              run,
              company.id(),
              request,
              "https://" + site + "/",
              JsonMapper.shared().writeValueAsString(ShippedPersonas.all().getFirst()),
              CONFIG);
        });
    return run;
  }

  /** A finding that waits for a person. */
  public UUID finding(UUID run, String title, String category, double confidence) {
    var id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into testing.issues (id, company_id, test_run_id, title, description,"
                    + " severity, category, source, confidence, review_state, fingerprint, rules,"
                    + " element_selector, url) values (?, ?, ?, ?, ?, 'medium', ?, 'ai', ?,"
                    + " 'required', ?, array['axe/some-rule'], '#buy', 'https://x.example/')",
                id,
                company.id(),
                run,
                title,
                title + " and people can't go on.",
                category,
                java.math.BigDecimal.valueOf(confidence),
                id.toString().substring(0, 16)));
    return id;
  }

  /** So many findings on so many sites. */
  public List<UUID> findings(int sites, int each) {
    var runs = new ArrayList<UUID>();
    for (int site = 0; site < sites; site++) {
      var run = run("shop-" + site + "-" + company.id().toString().substring(0, 4) + ".example");
      runs.add(run);
      for (int i = 0; i < each; i++) {
        finding(
            run,
            i % 2 == 0 ? "The button does nothing" : "The text is hard to read",
            i % 2 == 0 ? "functional" : "visual",
            0.7);
      }
    }
    return runs;
  }

  public <T> T one(String query, Object... parameters) {
    return database.asSystem(
        sql -> {
          @SuppressWarnings("unchecked")
          T value = (T) sql.fetchValue(query, parameters);
          return value;
        });
  }
}
