package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.people.Offers;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A test without an AI: pictures that come by the API, and the report that it leaves. */
@PlatformTest
class TestsByPeopleAloneTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2};

  @LocalServerPort private int port;
  @Autowired private Offers offers;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;

  private TestAccounts.Company company;
  private ApiClient tester;
  private String run;
  private String assignment;

  @BeforeEach
  void atWork() {
    company = new TestAccounts(port).company();
    tester =
        ApiClient.at(port)
            .as(
                ApiClient.at(port)
                    .post(
                        "/api/auth/signup",
                        Map.of(
                            "email", TestAccounts.email(),
                            "password", TestAccounts.PASSWORD,
                            "displayName", "Tess Tester",
                            "techLiteracy", "high",
                            "locationCountry", "BV"))
                    .at("/access_token"));
    run = ask();
    Tenancy.run(Actor.system("test"), () -> offers.topUp(UUID.fromString(run)));
    assignment =
        tester
            .get("/api/tester/assignments")
            .json()
            .path("data")
            .valueStream()
            .filter(one -> one.path("testRunId").asString().equals(run))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    tester.post("/api/tester/assignments/" + assignment + "/accept", Map.of());
    tester.post("/api/tester/assignments/" + assignment + "/start", Map.of());
  }

  @Test
  void takesPicturesByWhatTheyAreAndShowsThemInAReportLikeOthers() {
    assertThat(upload("text/plain", PNG).status()).as("what it says it is").isEqualTo(201);
    assertThat(
            upload("image/png", "<svg onload=x>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .status())
        .isEqualTo(415);
    assertThat(upload("image/png", new byte[0]).status()).isEqualTo(415);
    var large = java.util.Arrays.copyOf(PNG, 5 * 1024 * 1024 + 1);
    assertThat(upload("image/png", large).status()).isEqualTo(413);
    assertThat(upload("image/png", java.util.Arrays.copyOf(PNG, 5 * 1024 * 1024)).status())
        .as("just 5 MB")
        .isEqualTo(201);
    String url = upload("image/png", PNG).at("/data/url");
    assertThat(submit("/api/artifacts/" + UUID.randomUUID()).status()).isEqualTo(400);
    assertThat(submit("https://evil.example" + url).status()).isEqualTo(400);
    assertThat(company.api().get(report("json")).status()).as("not done yet").isEqualTo(404);
    var done = submit("http://127.0.0.1:" + port + url);
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(upload("image/png", PNG).status()).as("it is handed in").isEqualTo(409);

    var json = company.api().get(report("json"));
    assertThat(json.status()).as(json.text()).isEqualTo(200);
    assertThat(json.at("/run/engine")).isEqualTo("people");
    assertThat(json.at("/findings/0/evidence/screenshot")).isEqualTo(url);
    assertThat(json.at("/people/testers/0/positives")).isEqualTo("The texts are friendly.");
    String html = company.api().get(report("html")).text();
    assertThat(html)
        .contains("The button is grey", "What the testers say", "not named", "<img")
        .doesNotContain("of 100", "engine", "AI tester simulates");
    for (String format : new String[] {"sarif", "junit"}) {
      assertThat(company.api().get(report(format)).text()).contains("The button is grey");
    }
    assertThat(company.api().get(report("pdf")).text()).startsWith("%PDF-");
    assertThat(new TestAccounts(port).company().api().get(report("json")).status()).isEqualTo(404);

    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    assertThat(browser.open("/company/tests/" + run).text())
        .contains("/company/tests/" + run + "/report", "report.pdf");
    assertThat(browser.open("/company/tests/" + run + "/report").text())
        .contains("The button is grey");
    var shared = company.api().post("/api/test-runs/" + run + "/share", Map.of("expiresInDays", 7));
    assertThat(shared.status()).as(shared.text()).isEqualTo(201);
    String link = shared.at("/data/url");
    assertThat(ApiClient.at(port).get(link.substring(link.indexOf("/r/"))).text())
        .contains("The button is grey");
  }

  @Test
  void endsAndWithdrawsWhatIsOpenWhenTheCompanyIsClosed() {
    Tenancy.run(
        Actor.system("test"),
        () ->
            transactions.executeWithoutResult(
                status -> events.publishEvent(new CompanyClosed(company.id(), "Closed Ltd"))));
    var seen = company.api().get("/api/test-runs/" + run);
    assertThat(seen.at("/data/run/status")).isEqualTo("failed");
    assertThat(tester.get("/api/tester/assignments").json().path("data").valueStream())
        .filteredOn(one -> one.path("id").asString().equals(assignment))
        .extracting(one -> one.path("status").asString())
        .containsExactly("expired");
  }

  private String ask() {
    var asked =
        company
            .api()
            .post(
                "/api/test/execute",
                Map.of(
                    "url", "https://shop.example/",
                    "mission", "Find out how to return a product",
                    "testType", "human_only",
                    "persona", "senior_casual",
                    "testerRequirements", Map.of("countries", List.of("BV"))));
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    return asked.at("/testRunId");
  }

  private ApiClient.Answer upload(String type, byte[] content) {
    return tester.sendBytes(
        "POST", "/api/tester/assignments/" + assignment + "/screenshots", type, content);
  }

  private ApiClient.Answer submit(String screenshot) {
    return tester.post(
        "/api/test-runs/" + run + "/submit",
        Map.of(
            "outcome",
            "done",
            "sentimentScore",
            0.5,
            "positives",
            "The texts are friendly.",
            "issues",
            List.of(
                Map.of(
                    "title", "The button is grey",
                    "description", "I took it for a picture.",
                    "severity", "high",
                    "category", "visual",
                    "screenshotUrl", screenshot))));
  }

  private String report(String format) {
    return "/api/test-runs/" + run + "/report." + format;
  }
}
