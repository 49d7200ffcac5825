package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.identity.internal.FirstAdmin;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages around accounts, on a desk in light and on a phone in dark. */
@PlatformTest
class IdentityPagesTest {
  private static final int DESK = 1440;
  private static final int PHONE = 390;

  @LocalServerPort private int port;
  @Autowired private FirstAdmin firstAdmin;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @Test
  void visitorsLogInSignUpAndJoinOnPagesThatWorkForEverybody() {
    var invited =
        accounts
            .company()
            .api()
            .post("/api/company/members", Map.of("email", TestAccounts.email(), "role", "member"));
    String invitation = invited.at("/data/inviteUrl");
    var visitor = Pages.at(port);
    assertAccessible(
        visitor,
        "/login",
        "/signup",
        "/signup/company",
        invitation.substring(invitation.indexOf("/invitation/")));
    onBoth(visitor, "/signup/tester", IdentityPagesTest::walkThroughTheSteps);
    onAPhone(visitor, "/login", IdentityPagesTest::logInWithAWrongPassword);
    onAPhone(visitor, "/signup/company", IdentityPagesTest::sendAPasswordThatAnybodyGuesses);
  }

  @Test
  void ownersSetUpTheirCompany() {
    var company = accounts.company();
    accounts.member(company, "viewer");
    accounts.key(database, company, "tests:read", "tests:write");
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    assertAccessible(
        pages,
        "/company/settings",
        "/company/settings/members",
        "/company/settings/keys",
        "/company/settings/activity",
        "/company/account");
    onAPhone(pages, "/company/settings/keys", IdentityPagesTest::makeAKey);
    onAPhone(pages, "/company/settings/members", IdentityPagesTest::inviteSomebody);
    onADesk(pages, "/company/settings/members", IdentityPagesTest::changeARole);
  }

  @Test
  void viewersReadTheSettings() {
    var viewer = accounts.member(accounts.company(), "viewer");
    var pages = Pages.at(port).signedIn(viewer.email(), TestAccounts.PASSWORD);
    assertAccessible(pages, "/company/settings", "/company/settings/members");
  }

  @Test
  void testersSeeHowTheyStand() {
    var pages = Pages.at(port).signedIn(accounts.tester().email(), TestAccounts.PASSWORD);
    assertAccessible(pages, "/tester/dashboard", "/tester/settings");
  }

  @Test
  void theFirstAdministratorStartsAndLooksAfterPeople() {
    database.asSystem(
        sql ->
            sql.execute(
                "update identity.users set user_type = 'tester' where user_type = 'admin'"));
    String token = firstAdmin.offer().orElseThrow();
    assertAccessible(Pages.at(port), "/setup/" + token);
    String email = TestAccounts.email();
    firstAdmin.make(token, email, TestAccounts.PASSWORD);
    var pages = Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
    assertAccessible(pages, "/admin/users", "/admin/users?q=nobody-at-all", "/admin/account");
  }

  @Test
  void theApiIsDescribedOnAPageThatNeedsNothingFromElsewhere() {
    try (var page = Pages.at(port).open("/api/docs", DESK, ColorScheme.LIGHT)) {
      var operations = page.tab().locator(".opblock");
      operations.first().waitFor();
      assertThat(page.tab().locator(".opblock-summary-path").allInnerTexts())
          .anyMatch(path -> path.replace("\u200b", "").equals("/api/test-requests"));
      operations.first().locator("button").first().click();
      page.tab().locator(".opblock.is-open .responses-table").first().waitFor();
      page.assertQuiet();
    }
  }

  private static void changeARole(OpenPage page) {
    var role = page.tab().locator("form[action$='/role']:has(option[value=viewer][selected])");
    role.locator("select").selectOption("admin");
    role.locator("button").click();
    page.tab().waitForSelector("text=Role changed.");
    assertThat(page.tab().locator("option[value=viewer][selected]").count()).isZero();
    page.assertQuiet();
  }

  private static void walkThroughTheSteps(OpenPage page) {
    Page tab = page.tab();
    page.assertAccessible();
    tab.fill("input[name=displayName]", "Tess Tester");
    tab.fill("input[name=languages]", "en, de");
    tab.click("button[value=next]");
    tab.waitForSelector("input[name=techLiteracy]");
    page.assertAccessible();
    tab.click("text=I manage most things");
    tab.click("button[value=next]");
    tab.waitForSelector("input[name=password]");
    page.assertAccessible();
  }

  private static void logInWithAWrongPassword(OpenPage page) {
    Page tab = page.tab();
    tab.fill("input[name=email]", TestAccounts.email());
    tab.fill("input[name=password]", "not the password");
    tab.click("main button.button-primary");
    tab.waitForSelector("main [role=alert]");
    page.assertAccessible(401);
  }

  private static void sendAPasswordThatAnybodyGuesses(OpenPage page) {
    Page tab = page.tab();
    tab.fill("input[name=companyName]", "Acme");
    tab.fill("input[name=displayName]", "Ada");
    tab.fill("input[name=email]", "ada@example.org");
    tab.fill("input[name=password]", "ada@example.org");
    tab.click("main button.button-primary");
    tab.waitForSelector("main [role=alert]");
    page.assertAccessible(400);
  }

  private static void makeAKey(OpenPage page) {
    page.tab().fill("input[name=name]", "nightly build");
    page.tab().click("text=Make the key");
    page.tab().waitForSelector("text=Copy it now.");
    page.assertAccessible();
  }

  private static void inviteSomebody(OpenPage page) {
    page.tab().fill("input[name=email]", TestAccounts.email());
    page.tab().locator("main button.button-primary").last().click();
    page.tab().waitForSelector("text=Invitation sent");
    page.assertAccessible();
  }

  /** Looks at all of them before it fails, so that one run names everything that is wrong. */
  private static void assertAccessible(Pages pages, String... paths) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (String path : paths) {
            softly
                .assertThatCode(() -> onBoth(pages, path, OpenPage::assertAccessible))
                .as(path)
                .doesNotThrowAnyException();
          }
        });
  }

  private static void onBoth(Pages pages, String path, Consumer<OpenPage> looks) {
    onADesk(pages, path, looks);
    onAPhone(pages, path, looks);
  }

  private static void onADesk(Pages pages, String path, Consumer<OpenPage> looks) {
    on(DESK, ColorScheme.LIGHT, pages, path, looks);
  }

  private static void onAPhone(Pages pages, String path, Consumer<OpenPage> looks) {
    on(PHONE, ColorScheme.DARK, pages, path, looks);
  }

  private static void on(
      int width, ColorScheme scheme, Pages pages, String path, Consumer<OpenPage> looks) {
    try (var page = pages.open(path, width, scheme)) {
      assertThat(page.tab().url()).endsWith(path);
      looks.accept(page);
    } catch (AssertionError | PlaywrightException failed) {
      throw new AssertionError(path + " at " + width + " px: " + failed.getMessage(), failed);
    }
  }
}
