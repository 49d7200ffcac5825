package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.internal.FirstAdmin;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class WebLoginTest {
  @LocalServerPort private int port;
  @Autowired private FirstAdmin firstAdmin;
  @Autowired private TestDatabase database;
  private ApiClient api;
  private TestAccounts accounts;
  private Browser browser;

  @BeforeEach
  void prepare() {
    api = ApiClient.at(port);
    accounts = new TestAccounts(port);
    browser = new Browser(api);
  }

  @Test
  void leadsToTheLoginAndFromThereToThePageThatWasAskedFor() {
    var company = accounts.company();
    var refused = browser.open("/company/settings/members?a=b");
    assertThat(refused.status()).isEqualTo(302);
    assertThat(refused.header("Location"))
        .endsWith("/login?next=%2Fcompany%2Fsettings%2Fmembers%3Fa%3Db");
    logIn(company.owner().email(), "/company/settings/members?a=b");
    assertThat(browser.open("/company/settings/members").text()).contains(company.owner().email());
  }

  @Test
  void goesNowhereElseAfterLogin() {
    String email = accounts.company().owner().email();
    for (String next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example"}) {
      browser = new Browser(api);
      browser.open("/login");
      var answer =
          browser.submit(
              "/login", Map.of("email", email, "password", TestAccounts.PASSWORD, "next", next));
      assertThat(answer.header("Location")).as(next).doesNotContain("evil");
    }
  }

  @Test
  void keepsTheSameSessionFromPageToPage() {
    logIn(accounts.company().owner().email(), "");
    String session = browser.cookie("SESSION");
    for (int i = 0; i < 3; i++) {
      var answer = browser.open("/company/settings");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(browser.cookie("SESSION")).isEqualTo(session);
    }
  }

  @Test
  void givesANewSessionAtLoginThatScriptsCannotRead() {
    String email = accounts.company().owner().email();
    browser.open("/login");
    browser.setCookie("SESSION", "cGxhbnRlZC1ieS1zb21lYm9keS1lbHNl");
    var answer = logIn(email, "");
    assertThat(browser.cookie("SESSION")).isNotEqualTo("cGxhbnRlZC1ieS1zb21lYm9keS1lbHNl");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("SESSION=")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax"));
    browser.open("/company/settings");
    browser.submit("/logout", Map.of());
    assertThat(browser.open("/company/settings").status()).isEqualTo(302);
  }

  @Test
  void takesNoFormAndNoApiRequestFromABrowserWithoutTheToken() {
    logIn(accounts.company().owner().email(), "");
    var form = browser.submitWithoutToken("/company/settings", Map.of("name", "Taken over"));
    assertThat(form.status()).isEqualTo(403);
    var request =
        api.with("Cookie", "SESSION=" + browser.cookie("SESSION"))
            .patch("/api/company/settings", Map.of("name", "Taken over"));
    assertThat(request.status()).isEqualTo(403);
    assertThat(
            api.with("Cookie", "SESSION=" + browser.cookie("SESSION"))
                .get("/api/company/settings")
                .at("/data/name"))
        .startsWith("Company ");
  }

  @Test
  void keepsPeopleInTheirPart() {
    var tester = accounts.tester();
    logIn(tester.email(), "");
    assertThat(browser.open("/tester/dashboard").text()).contains("Hello, Tess Tester");
    assertThat(browser.open("/company/settings").status()).isEqualTo(403);
    assertThat(browser.open("/admin/users").status()).isEqualTo(403);
  }

  @Test
  void signsUpATesterInThreeStepsAndKeepsWhatWasEntered() {
    browser.open("/signup/tester");
    var first = Map.of("step", "1", "displayName", "Ann \"<b>", "languages", "en");
    assertThat(browser.submit("/signup/tester", Map.of("step", "1")).status()).isEqualTo(400);
    var second = browser.submit("/signup/tester", first);
    assertThat(second.text()).contains("step 2 of 3").contains("Ann &#34;&lt;b>");
    var all = new java.util.LinkedHashMap<>(first);
    all.put("step", "3");
    all.put("techLiteracy", "low");
    all.put("email", TestAccounts.email());
    all.put("password", TestAccounts.PASSWORD);
    var done = browser.submit("/signup/tester", all);
    assertThat(done.status()).as(done.text()).isEqualTo(302);
    assertThat(browser.open("/tester/dashboard").text()).contains("Ann ");
  }

  @Test
  void signsUpACompanyAndTellsWhatIsWrongFirst() {
    browser.open("/signup/company");
    var wrong =
        browser.submit(
            "/signup/company",
            Map.of("companyName", "Acme", "displayName", "A", "email", "x", "password", "short"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("Acme").contains("must be an e-mail address");
  }

  @Test
  void showsASecretKeyOnceOnThePage() {
    var company = accounts.company();
    OpenFeatures.grant(database, company.id(), FeatureKey.API_ACCESS);
    logIn(company.owner().email(), "");
    browser.open("/company/settings/keys");
    browser.submit("/company/settings/keys", Map.of("name", "build", "scopes", "tests:read"));
    assertThat(browser.open("/company/settings/keys").text())
        .containsPattern("hk_live_\\w+_\\w{48}");
    assertThat(browser.open("/company/settings/keys").text())
        .doesNotContainPattern("hk_live_\\w+_\\w{48}");
    for (String page : new String[] {"", "/members", "/activity"}) {
      assertThat(browser.open("/company/settings" + page).status()).as(page).isEqualTo(200);
    }
  }

  @Test
  void makesTheFirstAdministratorOnceAndLetsThemLockPeopleOut() {
    database.asSystem(sql -> sql.execute("delete from identity.users where user_type = 'admin'"));
    String token = firstAdmin.offer().orElseThrow();
    assertThat(browser.open("/setup/" + token).status()).isEqualTo(200);
    String email = TestAccounts.email();
    var made =
        browser.submit(
            "/setup/" + token, Map.of("email", email, "password", TestAccounts.PASSWORD));
    assertThat(made.header("Location")).endsWith("/admin");
    assertThat(new Browser(api).open("/setup/" + token).status()).isEqualTo(404);
    assertThat(firstAdmin.offer()).isEmpty();

    var owner = accounts.company().owner();
    var list = browser.open("/admin/users?q=" + owner.email() + "&type=company&sort=email");
    assertThat(list.text()).contains(owner.email());
    var locked = browser.submit("/admin/users/" + owner.id() + "/lock", Map.of());
    assertThat(locked.header("Location")).as("lock").endsWith("/admin/users");
    assertThat(owner.api().get("/api/company/settings").status()).isEqualTo(401);
    var unlocked = browser.submit("/admin/users/" + owner.id() + "/unlock", Map.of());
    assertThat(unlocked.header("Location"))
        .as("unlock after %s", locked.headers())
        .endsWith("/admin/users");
    assertThat(owner.api().get("/api/company/settings").status()).isEqualTo(200);
  }

  private ApiClient.Answer logIn(String email, String next) {
    browser.open("/login");
    var answer =
        browser.submit(
            "/login", Map.of("email", email, "password", TestAccounts.PASSWORD, "next", next));
    assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    return answer;
  }
}
