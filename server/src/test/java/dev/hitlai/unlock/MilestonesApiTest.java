package dev.hitlai.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class MilestonesApiTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired FeatureGate gate;

  private TestAccounts.Company company;
  private ApiClient admin;

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    admin = TestAdmin.api(database, port);
  }

  @Test
  void everybodyReadsThePhasesAndWhatIsNotMeasuredSaysSo() {
    var answer = ApiClient.at(port).get("/api/milestones");
    assertThat(answer.status()).isEqualTo(200);
    var data = answer.json().at("/data");
    assertThat(data.path("currentPhase").asInt()).isOne();
    assertThat(data.path("milestones")).hasSize(12);
    assertThat(data.at("/milestones/0/target").asInt()).isEqualTo(1_000);
    assertThat(data.at("/nextUnlock/phase").asInt()).isEqualTo(2);
    assertThat(data.at("/phases/phase1/isUnlocked").asBoolean()).isTrue();
    assertThat(data.at("/phases/phase4/price").asInt()).isEqualTo(2);
    assertThat(data.path("milestones").valueStream())
        .filteredOn(one -> !one.path("measured").asBoolean())
        .extracting(one -> one.path("type").asString())
        .containsExactly("self_hosted_healthy");
  }

  @Test
  void onlyAdministratorsCountAgain() {
    assertThat(ApiClient.at(port).post("/api/milestones", "").status()).isEqualTo(401);
    assertThat(company.api().post("/api/milestones", "").status()).isEqualTo(403);
    completed(37);
    assertThat(admin.post("/api/milestones", "").status()).isEqualTo(200);
    assertThat(
            company.api().get("/api/milestones/company").json().at("/data/completedTests").asInt())
        .isEqualTo(37);
  }

  @Test
  void aDateIsEstimatedFromThePaceOfTheLastThirtyDays() {
    completed(60);
    admin.post("/api/milestones", "");
    var data = company.api().get("/api/milestones/company").json().at("/data");
    assertThat(data.path("completedLast30Days").asInt()).isEqualTo(60);
    assertThat(data.at("/next/testsRemaining").asInt()).isEqualTo(940);
    // Two a day.
    var expected = LocalDate.now(ZoneOffset.UTC).plusDays(470).toString();
    assertThat(data.at("/next/estimatedDate").asString()).isEqualTo(expected);
    var standing = standing(FeatureKey.API_ACCESS);
    assertThat(standing.open()).isFalse();
    assertThat(standing.missing()).isEqualTo(940);
    assertThat(standing.estimated()).hasToString(expected);
  }

  @Test
  void nothingIsPromisedWhenNothingWasCompleted() {
    var data = company.api().get("/api/milestones/company").json().at("/data");
    assertThat(data.at("/next/estimatedDate").isNull()).isTrue();
    assertThat(standing(FeatureKey.WHITE_LABEL).estimated()).isNull();
  }

  @Test
  void aGrantSaysWhoAndWhyAndCanBeTakenBack() {
    var grant =
        Map.of("companyId", company.id(), "feature", "white_label", "reason", "Pilot customer");
    var made = admin.post("/api/admin/feature-grants", grant);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(standing(FeatureKey.WHITE_LABEL).open()).isTrue();
    assertThat(company.api().get("/api/milestones/recent-unlocks").at("/data/0/reason"))
        .isEqualTo("Pilot customer");
    assertThat(admin.post("/api/admin/feature-grants", grant).status()).isEqualTo(409);
    var listed = admin.get("/api/admin/feature-grants").json().path("data");
    assertThat(listed.valueStream())
        .filteredOn(one -> one.path("companyId").asString().equals(company.id().toString()))
        .singleElement()
        .satisfies(one -> assertThat(one.path("grantedBy").asString()).isNotEmpty());
    String revocation = "/api/admin/feature-grants/" + made.at("/data/id") + "/revocation";
    assertThat(admin.post(revocation, Map.of("reason", "")).status()).isEqualTo(400);
    assertThat(admin.post(revocation, Map.of("reason", "Pilot is over")).status()).isEqualTo(204);
    assertThat(standing(FeatureKey.WHITE_LABEL).open()).isFalse();
    assertThat(admin.post(revocation, Map.of("reason", "Again")).status()).isEqualTo(409);
  }

  @Test
  void aFeatureThatAMilestoneOpenedOutlivesItsGrant() {
    var made =
        admin.post(
            "/api/admin/feature-grants",
            Map.of("companyId", company.id(), "feature", "api_access", "reason", "Early"));
    completed(1_000);
    admin.post("/api/milestones", "");
    admin.post(
        "/api/admin/feature-grants/" + made.at("/data/id") + "/revocation",
        Map.of("reason", "Reached"));
    assertThat(standing(FeatureKey.API_ACCESS).open()).isTrue();
    assertThat(standing(FeatureKey.CUSTOM_PERSONAS).open()).isTrue();
    assertThat(standing(FeatureKey.WHITE_LABEL).open()).isFalse();
  }

  @Test
  void companiesGrantNothing() {
    var refused =
        company
            .api()
            .post(
                "/api/admin/feature-grants",
                Map.of("companyId", company.id(), "feature", "api_access", "reason", "Please"));
    assertThat(refused.status()).isEqualTo(403);
  }

  private FeatureGate.Standing standing(FeatureKey feature) {
    return Tenancy.as(
        Actor.company(null, company.id()), () -> gate.standing(company.id(), feature));
  }

  private void completed(int tests) {
    UUID request = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://example.org', 'Look', 'ai_only')",
              request,
              company.id());
          return sql.execute(
              "insert into testing.test_runs (company_id, test_request_id, url, mission, test_type,"
                  + " status, persona, completed_at) select ?, ?, 'https://example.org', 'Look',"
                  + " 'ai_only', 'completed', cast(? as jsonb), now() - interval '1 day' from"
                  + " generate_series(1, ?)",
              company.id(),
              request,
              JsonMapper.shared().writeValueAsString(ShippedPersonas.all().getFirst()),
              tests);
        });
  }
}
