package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a company's tests say together, against rows whose answer is known. */
@PlatformTest
class AnalyticsTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts.Company company;

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    OpenFeatures.grant(database, company.id(), FeatureKey.ADVANCED_ANALYTICS);
    fill(company.id());
    fill(new TestAccounts(port).company().id());
  }

  @Test
  void countsFindingsByWeekSeverityAndCategory() {
    var data = read();
    assertThat(data.path("weeks").size()).isBetween(12, 14);
    var last = data.path("weeks").path(data.path("weeks").size() - 1);
    assertThat(last.at("/bySeverity/high").asInt()).isEqualTo(3);
    assertThat(last.at("/bySeverity/low").asInt()).isOne();
    assertThat(data.at("/categories/forms").asInt()).isEqualTo(3);
  }

  @Test
  void tellsPersonasRulesAndWhatComesBack() {
    var data = read();
    assertThat(data.at("/personas/0/persona").asString()).isEqualTo("Senior");
    assertThat(data.at("/personas/0/runs").asInt()).isEqualTo(2);
    assertThat(data.at("/personas/0/reached").asInt()).isOne();
    assertThat(data.at("/personas/0/seconds").asDouble()).isEqualTo(120);
    assertThat(data.at("/personas/0/score").asDouble()).isEqualTo(70);
    assertThat(data.at("/rules/0/rule").asString()).isEqualTo("label");
    assertThat(data.at("/rules/0/findings").asInt()).isEqualTo(3);
    assertThat(data.path("recurring")).hasSize(1);
    assertThat(data.at("/recurring/0/runs").asInt()).isEqualTo(3);
    assertThat(data.at("/sites/shop.example/0/score").asDouble()).isEqualTo(70);
  }

  @Test
  void exportsEveryPartForSpreadsheets() {
    for (String part : new String[] {"findings", "personas", "rules", "recurring", "scores"}) {
      var answer = company.api().get("/company/analytics.csv?part=" + part);
      assertThat(answer.status()).as(part + answer.text()).isEqualTo(200);
      assertThat(answer.text().lines().count()).as(part).isGreaterThan(1);
    }
    assertThat(company.api().get("/company/analytics.csv?part=rules").text())
        .isEqualTo("rule,findings,runs\r\nlabel,3,3\r\n");
  }

  private JsonNode read() {
    var answer = company.api().get("/api/company/analytics");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("data");
  }

  /** Three runs: two as Senior (one done, scores 60 and 80), one as Commuter; one label each. */
  private void fill(UUID owner) {
    database.asSystem(
        sql -> {
          UUID request = UUID.randomUUID();
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://shop.example/', 'Look', 'ai_only')",
              request,
              owner);
          run(sql, owner, request, "Senior", "done", 60);
          run(sql, owner, request, "Senior", "gave_up", 80);
          UUID other = run(sql, owner, request, "Commuter", "done", 70);
          return sql.execute(
              "insert into testing.issues (company_id, test_run_id, title, description, severity,"
                  + " category, source, fingerprint) values (?, ?, 'Once', 'Text', 'low',"
                  + " 'content', 'ai', 'once')",
              owner,
              other);
        });
  }

  private static UUID run(
      DSLContext sql, UUID owner, UUID request, String persona, String outcome, int score) {
    UUID id = UUID.randomUUID();
    sql.execute(
        "insert into testing.test_runs (id, company_id, test_request_id, url, mission, test_type,"
            + " status, score, outcome, persona, started_at, completed_at) values (?, ?, ?,"
            + " 'https://shop.example/', 'Look', 'ai_only', 'completed', ?, ?, cast(? as jsonb) ||"
            + " jsonb_build_object('label', ?::text), now() - interval '2 minutes', now())",
        id,
        owner,
        request,
        score,
        outcome,
        JsonMapper.shared().writeValueAsString(ShippedPersonas.all().getFirst()),
        persona);
    sql.execute(
        "insert into testing.issues (company_id, test_run_id, title, description, severity,"
            + " category, source, rules, fingerprint) values (?, ?, 'No label', 'Text', 'high',"
            + " 'forms', 'ai', array['label'], 'same')",
        owner,
        id);
    return id;
  }
}
