package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.people.Offers;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tests, their findings and reports, and the people who work on them. */
final class TestingExamples extends ExampleCalls {
  private static final Map<String, Object> ASKED =
      Map.of(
          "url", "https://shop.example/",
          "mission", "Find out how to return a product",
          "testType", "ai_only",
          "persona", "senior_casual");

  /** Enough of a PNG to be known as one. */
  private static final byte[] SCREENSHOT = {
    (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0
  };

  private final Offers offers;

  private final TestDatabase database;

  TestingExamples(int port, ExampleBook executed, TestDatabase database, Offers offers) {
    super(port, executed);
    this.database = database;
    this.offers = offers;
  }

  void keepDrafts(ApiClient api) {
    call(api, "GET /api/personas", null);
    describeAPersona(api);
    var draft = call(api, "POST /api/test-requests", ASKED);
    String id = draft.at("/data/id");
    call(api, "GET /api/test-requests", null);
    call(api, "GET /api/test-requests/{id}", null, id);
    call(api, "PUT /api/test-requests/{id}", ASKED, id);
    call(api, "DELETE /api/test-requests/{id}", null, id);
  }

  private void describeAPersona(ApiClient api) {
    var persona =
        Map.of(
            "name", "night_nurse",
            "label", "Nurse on a night shift",
            "age", 38,
            "techLiteracy", "medium",
            "eyesight", "normal",
            "navigation", "thumb",
            "patience", 3,
            "needs", List.of("short forms"),
            "slowNetwork", true);
    call(api, "POST /api/personas", persona);
    call(api, "PUT /api/personas", persona);
    call(api, "DELETE /api/personas/{name}", null, "night_nurse");
  }

  void testASite(ApiClient api) {
    String run = call(api, "POST /api/test/execute", ASKED).at("/testRunId");
    var events = call(api, "GET /api/test-runs/{id}/events", null, run);
    assertThat(events.text()).contains("event:done");
    call(api, "GET /api/test-runs", null);
    var full = call(api, "GET /api/test-runs/{id}", null, run);
    call(api, "GET /api/test-runs/{id}/report.{format}", null, run, "json");
    call(
        api,
        "GET /api/artifacts/{id}",
        null,
        full.at("/data/steps/0/screenshot").replace("/api/artifacts/", ""));
    call(
        api,
        "POST /api/test-runs/{id}/rate",
        Map.of("rating", 4, "feedback", "It found what our customers told us."),
        run);
    var link = call(api, "POST /api/test-runs/{id}/share", Map.of("expiresInDays", 7), run);
    call(api, "GET /api/test-runs/{id}/share", null, run);
    call(api, "DELETE /api/test-runs/{id}/share/{link}", null, run, link.at("/data/id"));
    var finding = call(api, "GET /api/findings", null).at("/data/0/id");
    call(api, "GET /api/findings/{id}", null, finding);
    call(api, "PATCH /api/findings/{id}", Map.of("verdict", "confirmed"), finding);
    call(api, "GET /api/company/stats", null);
    chooseAiTesters(api);
    call(api, "GET /api/company/analytics", null);
    String another = api.post("/api/test-requests", ASKED).at("/data/testRunIds/0");
    call(api, "POST /api/test-runs/{id}/cancel", null, another);
    call(api, "POST /api/test-runs/{id}/retry", null, another);
  }

  private void chooseAiTesters(ApiClient api) {
    call(
        api,
        "PUT /api/company/ai-preferences",
        Map.of(
            "minAiQualityScore",
            0.8,
            "maxCostPerTestUsd",
            6.5,
            "blockedAiProviders",
            List.of("grok"),
            "humanOnlyForTestTypes",
            List.of("security")));
    call(api, "GET /api/company/ai-preferences", null);
    call(api, "GET /api/company/ai-testers", null);
    call(api, "GET /api/ai-models", null);
    var admin = TestAdmin.api(database, port);
    call(admin, "POST /api/admin/benchmarks", null);
    call(admin, "GET /api/admin/benchmarks", null);
    RedTeamExamples.show(this, admin, database);
  }

  void beATester(ApiClient company) {
    var made =
        ApiClient.at(port)
            .post(
                "/api/auth/signup",
                Map.of(
                    "email", TestAccounts.email(),
                    "password", TestAccounts.PASSWORD,
                    "displayName", "Tess Tester",
                    "techLiteracy", "high",
                    "locationCountry", "AQ"));
    var tester = ApiClient.at(port).as(made.at("/access_token"));
    call(tester, "GET /api/tester/profile", null);
    offerATest(company);
    var open = call(tester, "GET /api/tester/assignments", null);
    String refused = open.at("/data/0/id");
    call(
        tester,
        "POST /api/tester/assignments/{id}/decline",
        Map.of("reason", "I am on holiday."),
        refused);
    String run = offerATest(company);
    String id = tester.get("/api/tester/assignments").at("/data/0/id");
    call(tester, "POST /api/tester/assignments/{id}/accept", null, id);
    call(tester, "POST /api/tester/assignments/{id}/start", null, id);
    var picture = upload(tester, "POST /api/tester/assignments/{id}/screenshots", SCREENSHOT, id);
    call(
        tester,
        "POST /api/tester/assignments/{id}/own-findings",
        Map.of(
            "issues",
            List.of(
                Map.of(
                    "title", "The returns link hides at the bottom",
                    "description", "I had to scroll through four screens to find it.",
                    "severity", "medium",
                    "category", "navigation",
                    "screenshotUrl", picture.at("/data/url")))),
        id);
    var full = call(tester, "GET /api/tester/assignments/{id}", null, id);
    call(
        tester,
        "POST /api/test-runs/{id}/submit",
        Map.of(
            "outcome",
            "done",
            "sentimentScore",
            0.5,
            "positives",
            "The texts are friendly.",
            "recommendations",
            "Put returns into the menu.",
            "aiVerdicts",
            List.of(
                Map.of(
                    "issueId", full.at("/data/aiFindings/0/id"),
                    "verdict", "approve",
                    "reasoning", "I could hardly read it."))),
        run);
    var compared = call(company, "GET /api/test-runs/{id}/comparisons", null, run);
    call(
        company,
        "PUT /api/comparisons/{id}/validation",
        Map.of("notes", "Fair: the tester saw what the AI can't."),
        compared.at("/data/0/id"));
    call(company, "GET /api/company/ai-vs-human", null);
  }

  /** A hybrid test whose AI part is done, offered to the one who lives where nobody else does. */
  private String offerATest(ApiClient company) {
    var asked = new java.util.HashMap<String, Object>(ASKED);
    asked.put("testType", "hybrid");
    asked.put("testerRequirements", Map.of("countries", List.of("AQ")));
    String run = company.post("/api/test/execute", asked).at("/testRunId");
    assertThat(company.get("/api/test-runs/" + run + "/events").text()).contains("event:done");
    Tenancy.run(Actor.system("test"), () -> offers.topUp(UUID.fromString(run)));
    return run;
  }
}
