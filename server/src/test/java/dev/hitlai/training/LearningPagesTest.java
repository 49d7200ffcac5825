package dev.hitlai.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import dev.hitlai.training.internal.review.OutputCollector;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the learning loop and of safety: one walk over all, and a review by hand. */
@PlatformTest
class LearningPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired OutputCollector collector;

  @Test
  void areAccessibleOnADeskAndOnAPhoneAndAReviewerWorksThrough() {
    var tests = new JudgedTests(database).consenting();
    UUID run = tests.run("shop.example");
    UUID first = tests.finding(run, "The button does nothing", "functional", 0.62);
    tests.finding(run, "The text is hard to read", "visual", 0.7);
    Tenancy.run(Actor.system("test"), () -> collector.collect(run));
    database.asSystem(
        sql ->
            sql.execute(
                "update training.ai_outputs set wanted = 1, priority = 1 where issue_id = ?",
                first));
    UUID model = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into training.ai_models (id, kind, version, company_id, parameters,"
                    + " evaluation, seed, data_hash, examples, capability_level) values (?,"
                    + " 'calibrator', ?, ?, '{}', cast(? as jsonb), 1, 'abc', 100, 1)",
                model,
                "calibrator-" + (900_000 + Math.abs(model.hashCode() % 90_000)),
                tests.company.id(),
                EVALUATION));
    var admin = TestAdmin.make(database, port);
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", admin.email(), "password", TestAccounts.PASSWORD));
    String id = tests.one("select id::text from training.ai_outputs where issue_id = ?", first);
    browser.open("/admin/corrections?id=" + id);
    var refused =
        browser.submit(
            "/admin/corrections/" + id, Map.of("verdict", "severity_adjustment", "severity", ""));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("must be low, medium, high or critical");
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    for (String path :
        List.of(
            "/admin/corrections?id=" + id,
            "/admin/corrections/ranking",
            "/admin/corrections/agreement",
            "/admin/corrections/all",
            "/admin/training",
            "/admin/training/models/" + model,
            "/admin/training/data",
            "/admin/training/batches",
            "/admin/training/imports",
            "/admin/bias",
            "/admin/safety")) {
      try (var page = pages.open(path, 1440, ColorScheme.LIGHT)) {
        page.assertAccessible();
      }
      try (var page = pages.open(path, 390, ColorScheme.DARK)) {
        page.assertAccessible();
      }
    }
    var kept =
        browser.submit(
            "/admin/corrections/" + id,
            Map.of("verdict", "false_positive", "why", "not_shown", "reason", ""));
    assertThat(kept.status()).isEqualTo(302);
    assertThat(tests.<String>one("select verdict from testing.issues where id = ?", first))
        .isEqualTo("false_positive");
    browser.open("/admin/corrections");
    assertThat(browser.submit("/admin/corrections/undo", Map.of()).status()).isEqualTo(302);
    assertThat(tests.<String>one("select verdict from testing.issues where id = ?", first))
        .isNull();
  }

  private static final String EVALUATION =
      """
      {"n": 40, "sites": 8, "auc": 0.9, "error": 0.02, "brier": 0.1,
       "accuracy": {"estimate": 0.8, "low": 0.72, "high": 0.9, "n": 40},
       "automatic": {"estimate": 0.97, "low": 0.9, "high": 0.99, "n": 30}, "automaticShare": 0.7,
       "bins": [{"said": 0.2, "held": 0.25, "n": 20}, {"said": 0.9, "held": 0.85, "n": 20}],
       "curve": [{"threshold": 0.9, "precision": 1, "recall": 0.5}, {"threshold": 0.2, "precision": 0.6, "recall": 1}],
       "kinds": {"forms": {"estimate": 0.8, "low": 0.6, "high": 0.9, "n": 40}},
       "baseline": {"auc": 0.7, "error": 0.2, "brier": 0.2}}
      """;

  @Test
  void companiesDecideWhatIsLearntFromTheirTestsAndTestersSeeOnlyWhatTheyMay() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit(
        "/login", Map.of("email", company.owner().email(), "password", TestAccounts.PASSWORD));
    browser.open("/company/training");
    assertThat(browser.submit("/company/training", Map.of("learning", "true")).status())
        .isEqualTo(302);
    assertThat(browser.open("/company/training").text())
        .containsPattern("name=\"learning\"[^>]* checked");
    assertThat(browser.open("/company/training/own").status()).isEqualTo(403);
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    try (var page = pages.open("/company/training", 390, ColorScheme.LIGHT)) {
      page.assertAccessible();
    }
    var tester = accounts.tester();
    var mine = Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD);
    for (String path : List.of("/tester/review/findings", "/tester/review/findings/ranking")) {
      try (var page = mine.open(path, 390, ColorScheme.DARK)) {
        page.assertAccessible();
      }
    }
  }
}
