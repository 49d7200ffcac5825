package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.demosite.DemoShop;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A run of the real AI tester from the request to the report, as a program sees it. */
@PlatformTest
class HistoryOfARunTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts accounts;

  @BeforeEach
  void makeAccounts() {
    accounts = new TestAccounts(port);
  }

  @Test
  void testsTheDemoShopAsAPersonaAndShowsWhatItFoundToItsCompanyOnly() {
    try (var shop = DemoShop.start(0, false)) {
      var company = accounts.company();
      var accepted =
          company
              .api()
              .post(
                  "/api/test/execute",
                  Map.of(
                      "url", shop.url(),
                      "mission", "Find out how to return a product",
                      "testType", "ai",
                      "persona", "young_power_user"));
      assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
      assertThat(accepted.at("/status")).isEqualTo("pending");
      assertThat(accepted.at("/test_run_id")).isEqualTo(accepted.at("/testRunId")).isNotEmpty();
      String run = accepted.at("/statusUrl");
      var events = company.api().get(run + "/events");
      assertThat(events.text()).contains("event:step", "event:finding", "event:status");
      assertThat(events.text()).contains("event:done");
      var full = company.api().get(run);
      assertThat(full.at("/data/run/status")).as(full.text()).isEqualTo("completed");
      assertThat(full.json().at("/data/steps").size()).isPositive();
      assertThat(full.json().at("/data/findings").size()).isPositive();
      assertThat(full.at("/data/run/costs/priceUsd")).isEqualTo("5.0");
      servesReportsAndPictures(company.api(), run, full);
      hidesEverythingFrom(accounts.company().api(), run, full);
      endsForAReaderThatHasSeenTheEnd(company.api(), run, events.text());
    }
  }

  private static void servesReportsAndPictures(ApiClient api, String run, ApiClient.Answer full) {
    var html = api.get(run + "/report.html");
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.text()).contains("Find out how to return a product");
    assertThat(html.header("Content-Security-Policy")).contains("style-src 'sha256-");
    var json = api.get(run + "/report.json");
    assertThat(json.json().at("/schemaVersion").asString()).isEqualTo("1.0");
    var pdf = api.get(run + "/report.pdf");
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.text()).startsWith("%PDF-");
    assertThat(api.get(run + "/report.sarif").json().at("/version").asString()).isEqualTo("2.1.0");
    assertThat(api.get(run + "/report.junit").text()).contains("<testsuites");
    var word = api.get(run + "/report.docx");
    assertThat(word.status()).isEqualTo(404);
    assertThat(word.at("/error")).contains("html, pdf, json, sarif and junit");
    var picture = api.get(screenshot(full));
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).startsWith("image/");
    assertThat(picture.header("Cache-Control")).contains("immutable", "private");
  }

  private static void hidesEverythingFrom(ApiClient stranger, String run, ApiClient.Answer full) {
    String finding = "/api/findings/" + full.at("/data/findings/0/id");
    for (String path :
        List.of(run, run + "/events", run + "/report.html", finding, screenshot(full))) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(run + "/cancel", Map.of()).status()).isEqualTo(404);
    assertThat(stranger.post(run + "/retry", Map.of()).status()).isEqualTo(404);
    assertThat(stranger.post(run + "/rate", Map.of("rating", 5)).status()).isEqualTo(404);
    assertThat(stranger.patch(finding, Map.of("verdict", "confirmed")).status()).isEqualTo(404);
    assertThat(stranger.get("/api/test-runs").json().at("/total").asInt()).isZero();
  }

  private static void endsForAReaderThatHasSeenTheEnd(ApiClient api, String run, String events) {
    String last = events.substring(events.lastIndexOf("id:") + 3).lines().findFirst().orElseThrow();
    assertThat(api.with("Last-Event-ID", last).get(run + "/events").status()).isEqualTo(204);
  }

  private static String screenshot(ApiClient.Answer full) {
    return full.json().findValuesAsString("screenshot").stream()
        .filter(reference -> reference.startsWith("/api/artifacts/"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesBadRequestsWithASentenceForEachField() {
    var api = accounts.company().api();
    var refused =
        api.post(
            "/api/test/execute",
            Map.of("url", "ftp://example.com", "mission", " ", "persona", "nobody"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code")).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.at("/details/url")).contains("http and https");
    assertThat(refused.at("/details/persona")).contains("nobody", "senior_casual");
    assertThat(refused.at("/details/mission")).isNotEmpty();
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("testType", "magic"),
            Map.of("platform", Map.of("type", "toaster")),
            Map.of("platform", Map.of("viewport", Map.of("width", "wide"))),
            Map.of("testRunId", "not-an-id"))) {
      assertThat(api.post("/api/test/execute", body).status()).as("%s", body).isEqualTo(400);
    }
    assertThat(api.get("/api/test-runs?status=flying").status()).isEqualTo(400);
    assertThat(api.get("/api/test-runs/not-an-id").status()).isEqualTo(400);
  }

  @Test
  void keepsADraftUntilItIsStartedAndLetsKeysDoWhatTheirScopesSay() {
    var company = accounts.company();
    var body =
        Map.of(
            "url", "http://127.0.0.1:1/",
            "mission", "Look around",
            "persona", "senior_casual");
    var reader = accounts.key(database, company, "tests:read");
    assertThat(reader.post("/api/test-requests", body).status()).isEqualTo(403);
    var writer = accounts.key(database, company, "tests:write");
    var draft = writer.post("/api/test-requests", body);
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.at("/data/status")).isEqualTo("draft");
    assertThat(company.api().get("/api/company/stats").json().at("/data/quota/used").asInt())
        .isZero();
    var started =
        writer.post("/api/test/execute", Map.of("testRunId", draft.at("/data/testRunIds/0")));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    assertThat(writer.delete("/api/test-requests/" + draft.at("/data/id")).status()).isEqualTo(409);
  }
}
