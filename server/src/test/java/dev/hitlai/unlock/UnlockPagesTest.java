package dev.hitlai.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The pages of milestones and of what they open, in a real browser. */
@PlatformTest
class UnlockPagesTest {
  private static final int DESK = 1440;
  private static final int PHONE = 390;

  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts.Company company;
  private Pages pages;

  @BeforeEach
  void signUp() {
    company = new TestAccounts(port).company();
    pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
  }

  @Test
  void aNewCompanySeesWhatIsAheadAndWhatIsLocked() {
    assertAccessible(pages, 200, "/company/dashboard", "/company/milestones", "/company/support");
    assertAccessible(pages, 200, "/company/personas", "/company/settings/keys");
    assertAccessible(pages, 403, "/company/analytics", "/company/settings/brand");
  }

  @Test
  void whatIsOpenCanBeUsedByEverybody() {
    OpenFeatures.grant(database, company.id(), FeatureKey.values());
    fill();
    assertAccessible(
        pages,
        200,
        "/company/milestones",
        "/company/analytics",
        "/company/personas/new",
        "/company/settings/brand",
        "/company/account-manager",
        "/company/partnership",
        "/company/sla");
  }

  @Test
  void administratorsLookAfterPhasesGrantsAndMessages() {
    OpenFeatures.grant(database, company.id(), FeatureKey.WHITE_LABEL);
    fill();
    var admin = TestAdmin.make(database, port);
    var theirs = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    assertAccessible(
        theirs,
        200,
        "/admin/milestones",
        "/admin/milestones/companies/" + company.id(),
        "/admin/messages",
        "/admin/roadmap");
    try (var page =
        theirs.open("/admin/milestones/companies/" + company.id(), DESK, ColorScheme.LIGHT)) {
      page.tab().selectOption("select[name=feature]", "api_access");
      page.tab().locator("form[action$='/grants'] input[name=reason]").fill("A pilot");
      page.tab().click("text=Grant >> nth=-1");
      page.tab().waitForSelector("text=The company was told.");
    }
    assertThat(company.api().get("/api/milestones/company").text()).contains("A pilot");
  }

  @Test
  void aMilestoneIsCelebratedOnceForEachPersonAndByKeyboardToo() {
    // Logged in before: the page that a login leads to would celebrate.
    var colleague = new TestAccounts(port).member(company, "viewer");
    var others = Pages.at(port).signedIn(colleague.email(), TestAccounts.PASSWORD);
    reach("1k");
    try (var page = pages.open("/company/dashboard", DESK, ColorScheme.LIGHT)) {
      var dialog = page.tab().locator("dialog[open]");
      assertThat(dialog.innerText()).contains("1,000 tests completed").contains("API access");
      assertThat(dialog.getAttribute("aria-labelledby")).isEqualTo("celebration-title");
      assertThat(page.tab().evaluate("document.activeElement.closest('dialog') !== null"))
          .isEqualTo(true);
      assertThat(
              page.tab()
                  .evaluate(
                      "getComputedStyle(document.querySelector('.celebration"
                          + " .icon')).animationName"))
          .isEqualTo("none");
      page.tab().keyboard().press("Escape");
      assertThat(page.tab().locator("dialog[open]").count()).isZero();
      page.assertQuiet();
    }
    try (var page = pages.open("/company/dashboard", PHONE, ColorScheme.DARK)) {
      assertThat(page.tab().locator("dialog").count()).isZero();
    }
    try (var page = others.open("/company/milestones", PHONE, ColorScheme.LIGHT)) {
      page.tab().locator("dialog[open]").waitFor(); // A script opens it once the page is there.
      assertThat(page.tab().locator("dialog[open]").count()).isOne();
    }
  }

  private void reach(String milestone) {
    database.asSystem(
        sql -> {
          for (var feature : CompanyMilestone.of(milestone).features()) {
            sql.execute(
                "insert into unlock.unlocked_features (company_id, milestone, feature_key, source,"
                    + " completed_tests, unlocked_at) values (?, ?, ?, 'milestone', 1000, now())",
                company.id(),
                milestone,
                feature.code());
          }
          return true;
        });
  }

  /** A completed run with findings, a conversation, an item of the roadmap, a request. */
  private void fill() {
    UUID request = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://shop.example/', 'Look', 'ai_only')",
              request,
              company.id());
          sql.execute(
              "insert into testing.test_runs (company_id, test_request_id, url, mission, test_type,"
                  + " status, score, outcome, persona, started_at, completed_at) select ?, ?,"
                  + " 'https://shop.example/', 'Look', 'ai_only', 'completed', 70 + n, 'done',"
                  + " cast(? as jsonb), now() - interval '2 minutes' - n *"
                  + " interval '7 days', now() - n * interval '7 days' from generate_series(0, 3)"
                  + " n",
              company.id(),
              request,
              JsonMapper.shared().writeValueAsString(ShippedPersonas.all().getFirst()));
          sql.execute(
              "insert into testing.issues (company_id, test_run_id, title, description, severity,"
                  + " category, source, rules, fingerprint) select company_id, id, 'No label',"
                  + " 'Text', 'high', 'forms', 'ai', array['label'], 'f' from testing.test_runs"
                  + " where test_request_id = ?",
              request);
          sql.execute(
              "insert into unlock.conversations (company_id, topic, subject) values (?, 'support',"
                  + " 'A question')",
              company.id());
          sql.execute("insert into unlock.roadmap_items (title) values ('Dark mode')");
          return sql.execute(
              "insert into unlock.development_requests (company_id, title, description) values (?,"
                  + " 'A plug-in', 'For our shop.')",
              company.id());
        });
  }

  private static void assertAccessible(Pages pages, int status, String... paths) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (String path : paths) {
            for (int width : new int[] {DESK, PHONE}) {
              softly
                  .assertThatCode(
                      () -> {
                        try (var page =
                            pages.open(
                                path,
                                width,
                                width == DESK ? ColorScheme.LIGHT : ColorScheme.DARK)) {
                          page.assertAccessible(status);
                        }
                      })
                  .as(path + " at " + width)
                  .doesNotThrowAnyException();
            }
          }
        });
  }
}
