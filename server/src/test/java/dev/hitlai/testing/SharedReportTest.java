package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.platform.Secrets;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.ApiClient.Answer;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report that a company shows to people without an account. */
@PlatformTest
class SharedReportTest {
  private static final byte[] PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>"
          .getBytes(StandardCharsets.UTF_8);

  @LocalServerPort int port;
  @Autowired ScriptedRunner scripts;
  @Autowired TestDatabase database;
  @Autowired SettableClock clock;

  private TestAccounts accounts;
  private TestAccounts.Company company;
  private String run;

  @BeforeEach
  void haveATestWithAResult() {
    accounts = new TestAccounts(port);
    company = accounts.company();
    scripts.script(
        "shared.test",
        (plan, listener, evidence) -> {
          var picture = evidence.save("step-01.svg", "image/svg+xml", PICTURE);
          listener.step(Reports.step(plan, 1, picture));
          return Reports.report(
              plan,
              MissionOutcome.DONE,
              Reports.finding(plan, "1234567890abcdef", 0.9, Reports.evidence(picture)));
        });
    run = carryOut(company.api());
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void showsTheReportWithItsPicturesToWhoeverHasTheLink() {
    String path = share(Map.of());
    var visitor = ApiClient.at(port);
    var report = visitor.get(path);
    assertThat(report.status()).as(report.text()).isEqualTo(200);
    assertThat(report.text()).contains("shared.test").doesNotContain("/api/artifacts/");
    assertSecret(report);
    assertThat(report.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("style-src 'sha256-");
    int start = report.text().indexOf(path + "/files/");
    assertThat(start).isPositive();
    var picture = visitor.get(report.text().substring(start, report.text().indexOf('"', start)));
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.text()).startsWith("<svg");
    assertSecret(picture);
  }

  @Test
  void endsWhenItExpiresAndWhenItIsRevoked() {
    String day = share(Map.of("expiresInDays", 1));
    String week = share(Map.of());
    var visitor = ApiClient.at(port);
    var live = company.api().get(run + "/share");
    assertThat(live.json().at("/data").size()).isEqualTo(2);
    assertThat(live.text()).doesNotContain("url", week.substring(3));
    clock.advance(Duration.ofDays(1));
    assertThat(visitor.get(day).status()).isEqualTo(404);
    assertSecret(visitor.get(day));
    assertThat(visitor.get(week).status()).isEqualTo(200);
    clock.reset();
    // The latest comes first.
    String link = run + "/share/" + live.at("/data/0/id");
    assertThat(company.api().delete(link).status()).isEqualTo(204);
    assertThat(visitor.get(week).status()).isEqualTo(404);
    assertThat(visitor.get(day).status()).isEqualTo(200);
    assertThat(company.api().delete(link).status()).isEqualTo(404);
  }

  @Test
  void showsNothingOfAnotherRunAndTakesNoGuesses() {
    String path = share(Map.of());
    var other = accounts.company();
    String theirs = carryOut(other.api());
    var full = other.api().get(theirs);
    String file = full.at("/data/steps/0/screenshot").replace("/api/artifacts/", "");
    assertThat(UUID.fromString(file)).isNotNull();
    var visitor = ApiClient.at(port);
    assertThat(visitor.get(path + "/files/" + file).status()).isEqualTo(404);
    assertThat(visitor.get("/r/" + "A".repeat(43)).status()).isEqualTo(404);
    assertThat(visitor.get("/r/short").status()).isEqualTo(404);
    assertThat(visitor.get(path + "/files/none").status()).isEqualTo(400);
    assertThat(other.api().get(run + "/share").status()).isEqualTo(404);
  }

  @Test
  void isMadeByMembersForOneToNinetyDaysOfATestWithAResult() {
    var viewer = accounts.member(company, "viewer");
    assertThat(viewer.api().post(run + "/share", Map.of()).status()).isEqualTo(403);
    for (int days : new int[] {0, -1, 91}) {
      var refused = company.api().post(run + "/share", Map.of("expiresInDays", days));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/details/expiresInDays")).contains("1 to 90");
    }
    database.asSystem(
        sql ->
            sql.execute(
                "update testing.test_runs set final_report = null where id = ?",
                UUID.fromString(run.substring(run.lastIndexOf('/') + 1))));
    assertThat(company.api().post(run + "/share", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void keepsTheTokenAsAHashAndWritesDownWhoShared() {
    String token = share(Map.of()).substring(3);
    long found =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select count(*) from testing.report_links where token_sha256 = ?",
                        Secrets.sha256(token))
                    .get(0, long.class));
    assertThat(found).isOne();
    assertThat(signedIn().open("/company/settings/activity").text()).contains("report shared");
  }

  @Test
  void isMadeAndRevokedOnTheTestsPageWithoutJavaScript() {
    var browser = signedIn();
    String test = run.replace("/api/test-runs/", "/company/tests/");
    assertThat(browser.open(test).text()).contains("Make a link").doesNotContain("Revoke");
    var made = browser.submit(test + "/links", Map.of("days", "30"));
    assertThat(made.status()).isEqualTo(302);
    String page = browser.open(test).text();
    int start = page.indexOf("/r/");
    String path = page.substring(start, page.indexOf('<', start));
    assertThat(ApiClient.at(port).get(path).status()).isEqualTo(200);
    assertThat(browser.open(test).text()).doesNotContain(path);
    int form = page.indexOf(test + "/links/");
    String revoke = page.substring(form, page.indexOf('"', form));
    assertThat(browser.submit(revoke, Map.of()).status()).isEqualTo(302);
    assertThat(browser.open(test).text()).contains("does not work any more");
    assertThat(ApiClient.at(port).get(path).status()).isEqualTo(404);
    browser.submit(test + "/links", Map.of("days", "365"));
    assertThat(browser.open(test).text()).contains("1 to 90 days");
  }

  private static void assertSecret(Answer answer) {
    assertThat(answer.header("X-Robots-Tag")).contains("noindex");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  /** The path of a new link. */
  private String share(Map<String, Object> body) {
    var made = company.api().post(run + "/share", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("/data/expiresAt")).isNotEmpty();
    return URI.create(made.at("/data/url")).getPath();
  }

  private static String carryOut(ApiClient api) {
    var accepted =
        api.post(
            "/api/test/execute",
            Map.of(
                "url",
                "http://shared.test/",
                "mission",
                "Find out how to return a product",
                "persona",
                "senior_casual"));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(api.get(accepted.at("/statusUrl") + "/events").text()).contains("event:done");
    return accepted.at("/statusUrl");
  }

  private Browser signedIn() {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    return browser;
  }
}
