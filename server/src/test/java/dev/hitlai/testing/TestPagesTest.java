package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of tests and findings, in a browser without a screen and in a real one. */
@PlatformTest
class TestPagesTest {
  private static final byte[] PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>"
          .getBytes(StandardCharsets.UTF_8);

  @LocalServerPort int port;
  @Autowired ScriptedRunner scripts;
  @Autowired TestDatabase database;

  private TestAccounts accounts;
  private TestAccounts.Company company;

  @BeforeEach
  void signUp() {
    accounts = new TestAccounts(port);
    company = accounts.company();
    scripts.script(
        "pages.test",
        (plan, listener, evidence) -> {
          var picture = evidence.save("step-01.svg", "image/svg+xml", PICTURE);
          listener.step(Reports.step(plan, 1, picture));
          listener.step(Reports.step(plan, 2, picture));
          return Reports.report(
              plan,
              MissionOutcome.GAVE_UP,
              Reports.finding(plan, "1234567890abcdef", 0.7, Reports.evidence(picture)));
        });
  }

  @Test
  void requestsATestFollowsItGivesAVerdictAndRatesItWithoutJavaScript() {
    var browser = signedIn();
    assertThat(browser.open("/company/tests").text()).contains("No tests here");
    assertThat(browser.open("/company/tests/new").text()).contains("Completeness", "$5.00");
    var refused = browser.submit("/company/tests/new", Map.of("url", "ftp://x", "mission", "Buy"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("Only http and https", "Choose at least one persona", "Buy");
    String test = request(browser, "hybrid");
    awaitEnd(test);
    var shown = browser.open(test);
    assertThat(shown.text()).contains("Waiting for a tester", "Use #4c5662 for the text.");
    String finding = firstLink(shown.text(), "/company/issues/");
    assertThat(browser.open(finding).text()).contains("Is it true?", "contrast", "2.91");
    assertThat(browser.submit(finding, Map.of("verdict", "confirmed")).status()).isEqualTo(302);
    assertThat(browser.open(test).text()).contains("Waiting for a tester", "0 of 1");
    assertThat(browser.submit(test + "/go-without", Map.of()).status()).isEqualTo(302);
    assertThat(browser.open(test).text())
        .contains("Completed: gave up", "Rate this test", "Who did what", "Navigator");
    assertThat(browser.open(test + "/rate").status()).isEqualTo(200);
    assertThat(browser.submit(test + "/rate", Map.of()).status()).isEqualTo(400);
    assertThat(browser.submit(test + "/rate", Map.of("rating", "4")).status()).isEqualTo(302);
    assertThat(browser.open(test).text()).contains("Rated 4 of 5");
    assertThat(browser.open(test + "/report").text()).contains("Find out how to return");
    var csv = browser.open("/company/issues.csv?severity=high");
    assertThat(csv.text().lines()).hasSize(2).last().asString().contains("axe/color-contrast");
    assertThat(new Browser(accounts.company().api()).open(test).status()).isEqualTo(404);
  }

  @Test
  void everyPageIsAccessibleOnADeskAndOnAPhone() {
    String test = request(signedIn(), "ai_only");
    awaitEnd(test);
    String finding = "/company/issues/" + company.api().get("/api/findings").at("/data/0/id");
    for (String path :
        List.of(
            "/company/dashboard",
            "/company/tests",
            "/company/tests/new",
            test,
            test + "/rate",
            "/company/issues",
            finding,
            "/company/personas")) {
      assertAccessible(company.owner().email(), path);
    }
  }

  @Test
  void anAdministratorSeesTargetsAndTestsOfEverybody() {
    String test = request(signedIn(), "ai_only");
    awaitEnd(test);
    var admin = accounts.tester();
    database.asSystem(
        sql ->
            sql.execute("update identity.users set user_type = 'admin' where id = ?", admin.id()));
    assertAccessible(admin.email(), "/admin");
    assertAccessible(admin.email(), "/admin/tests");
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    try (var page = pages.open("/admin", 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().content()).contains("Agreement with people");
    }
    assertThat(signedIn().open("/admin").status()).isEqualTo(403);
  }

  @Test
  void watchesARunLiveAndLoadsTheResultWhenItEnds() {
    var goOn = new CountDownLatch(1);
    scripts.script(
        "live.test",
        (plan, listener, evidence) -> {
          listener.progress("Reading the page", 0.4);
          listener.step(Reports.step(plan, 1, null));
          awaitQuietly(goOn);
          return Reports.report(plan, MissionOutcome.DONE);
        });
    var browser = signedIn();
    browser.open("/company/tests/new");
    var taken = browser.submit("/company/tests/new", fields("http://live.test/", "ai_only"));
    String test = taken.header("Location");
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    try (var page = pages.open(test, 1440, ColorScheme.LIGHT)) {
      var tab = page.tab();
      tab.waitForSelector("text=It looks like the way to returns.");
      page.assertAccessible();
      goOn.countDown();
      tab.waitForSelector("text=The way it went");
    }
  }

  private void assertAccessible(String email, String path) {
    assertAccessible(email, path, 1440, ColorScheme.LIGHT);
    assertAccessible(email, path, 390, ColorScheme.DARK);
  }

  private void assertAccessible(String email, String path, int width, ColorScheme scheme) {
    var pages = Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
    try (var page = pages.open(path, width, scheme)) {
      assertThat(page.tab().url()).endsWith(path);
      page.assertAccessible();
    }
  }

  private Browser signedIn() {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    var answer =
        browser.submit(
            "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    assertThat(answer.status()).isEqualTo(302);
    return browser;
  }

  private static String request(Browser browser, String type) {
    browser.open("/company/tests/new");
    var taken = browser.submit("/company/tests/new", fields("http://pages.test/", type));
    assertThat(taken.status()).as(taken.text()).isEqualTo(302);
    return URI.create(taken.header("Location")).getPath();
  }

  private static Map<String, String> fields(String url, String type) {
    return Map.of(
        "url",
        url,
        "mission",
        "Find out how to return a product",
        "personas",
        "senior_casual",
        "testType",
        type);
  }

  /** The stream of events ends with the run, so reading all of it waits for the end. */
  private void awaitEnd(String test) {
    String id = test.substring(test.lastIndexOf('/') + 1);
    var events = company.api().get("/api/test-runs/" + id + "/events");
    assertThat(events.text()).contains("event:done");
  }

  private static String firstLink(String html, String prefix) {
    int start = html.indexOf("href=\"" + prefix) + 6;
    return html.substring(start, html.indexOf('"', start));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
