package dev.hitlai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Authenticator;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People with several companies, with none that is open, and with a second factor that is lost. */
@PlatformTest
class OwnCompaniesTest {
  private static final String PAGE = "/account/companies";
  private static final Duration GRACE = Duration.ofDays(15);

  @LocalServerPort private int port;
  @Autowired private Closings closings;
  @Autowired private SettableClock clock;
  @Autowired private TestDatabase database;

  private TestAccounts accounts;

  @BeforeEach
  void comeIn() {
    accounts = new TestAccounts(port);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void goesFromOneCompanyToAnotherOnThePageAndByTheHeader() {
    var first = accounts.company();
    var second = accounts.company();
    var stranger = accounts.company();
    join(first.owner(), second);
    var api = first.api();
    assertThat(api.get("/api/auth/companies").json().at("/data")).hasSize(2);
    assertThat(name(api)).isEqualTo(name(first.api()));
    assertThat(name(api.with("X-Company-Id", second.id().toString())))
        .isEqualTo(name(second.api()));
    for (String other : new String[] {stranger.id().toString(), "nonsense"}) {
      assertThat(api.with("X-Company-Id", other).get("/api/company/settings").status())
          .as("never another one instead")
          .isEqualTo(403);
    }
    var key = accounts.key(database, first, "admin");
    assertThat(key.with("X-Company-Id", first.id().toString()).get("/api/company/billing").status())
        .isEqualTo(200);
    assertThat(
            key.with("X-Company-Id", second.id().toString()).get("/api/company/billing").status())
        .as("a key is one company's")
        .isEqualTo(401);

    var browser = signedIn(first.owner().email());
    assertThat(browser.open(PAGE).text()).contains("you are here", "Go there");
    assertAccessible(first.owner().email(), "companies");
    browser.open(PAGE);
    browser.submit(PAGE + "/" + second.id() + "/choice", Map.of());
    assertThat(browser.open("/company/settings").text()).contains(name(second.api()));
    assertThat(browser.open("/company/billing").status())
        .as("a member here, the owner there")
        .isEqualTo(403);
    browser.open(PAGE);
    browser.submit(PAGE + "/" + stranger.id() + "/choice", Map.of());
    assertThat(browser.open(PAGE).text()).contains("You belong to no company of this id.");
  }

  @Test
  void letsMembersOfAClosedCompanyInWhoSeeWhyAndFoundAnother() {
    var company = accounts.company();
    var member = accounts.member(company, "member");
    String name = name(company.api());
    company.api().post("/api/company/closing", Map.of("name", name));
    clock.advance(GRACE);
    closings.carryOut();

    var person = accounts.login(member.email());
    assertThat(person.api().get("/api/company/stats").status()).isEqualTo(403);
    assertThat(person.api().get("/api/auth/account/erasure").status()).isEqualTo(200);
    assertThat(person.api().get("/api/auth/companies").json().at("/data/0/open").asBoolean(true))
        .isFalse();
    assertThat(new Mailbox(database).subjects(member.email())).contains(name + " is closed");

    var browser = signedIn(member.email());
    var start = browser.open("/company/dashboard");
    assertThat(start.header("Location")).endsWith(PAGE);
    assertThat(browser.open(PAGE).text())
        .contains("Nobody works in your companies any more", "Closed by an owner", name);
    assertThat(browser.open("/account/data").status()).isEqualTo(200);
    assertThat(browser.open("/company/account").status()).isEqualTo(200);
    assertThat(browser.open("/notifications").status()).isEqualTo(200);
    assertAccessible(member.email(), "closed-company");
    browser.open(PAGE);
    var refused = browser.submit(PAGE, Map.of("companyName", "  ", "industry", "retail"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("retail");
    var founded = browser.submit(PAGE, Map.of("companyName", "Phoenix Ltd"));
    assertThat(founded.status()).as(founded.text()).isEqualTo(302);
    assertThat(browser.open("/company/settings").text()).contains("Phoenix Ltd");
    assertThat(accounts.login(member.email()).api().get("/api/company/settings").at("/data/name"))
        .isEqualTo("Phoenix Ltd");
  }

  @Test
  void removesALostSecondFactorWithAReasonAndTellsThePerson() {
    var person = accounts.tester();
    String key = person.api().post("/api/auth/mfa/enrol", Map.of()).at("/data/key");
    person
        .api()
        .post("/api/auth/mfa/confirm", Map.of("code", new Authenticator(key, clock).code()));
    var admin = accounts.admin(database);
    var office = signedIn(admin.email());
    String page = "/admin/users/" + person.id() + "/second-factor";
    assertThat(office.open("/admin/users?q=" + person.email()).text()).contains(page);
    office.open(page);
    assertThat(office.submit(page, Map.of("reason", "asked")).status()).isEqualTo(400);
    // A token knows whole seconds only; one of the same second still counts.
    clock.advance(Duration.ofSeconds(2));
    office.submit(page, Map.of("reason", "Called back on the number in the contract."));
    assertThat(office.open(page).text())
        .contains("There is none", "Called back on the number in the contract.");
    assertThat(person.api().get("/api/tester/profile").status())
        .as("signed out everywhere")
        .isEqualTo(401);
    assertThat(accounts.login(person.email()).id()).isEqualTo(person.id());
    assertThat(new Mailbox(database).subjects(person.email()))
        .contains("An administrator removed your second factor");
    assertThat(office.submit(page, Map.of("reason", "Once more, to be sure.")).status())
        .isEqualTo(409);
    assertThat(office.open("/admin/users/" + UUID.randomUUID() + "/second-factor").status())
        .isEqualTo(404);
  }

  private void join(TestAccounts.Person person, TestAccounts.Company company) {
    company.api().post("/api/company/members", Map.of("email", person.email(), "role", "member"));
    var joined =
        person
            .api()
            .post(
                "/api/auth/invitation",
                Map.of("token", new Mailbox(database).token(person.email(), "/invitation/")));
    assertThat(joined.status()).as(joined.text()).isBetween(200, 299);
  }

  private static String name(ApiClient api) {
    return api.get("/api/company/settings").at("/data/name");
  }

  private Browser signedIn(String email) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    return browser;
  }

  private void assertAccessible(String email, String name) {
    try (var page =
        Pages.at(port).signedIn(email, TestAccounts.PASSWORD).open(PAGE, 390, ColorScheme.DARK)) {
      page.assertAccessible();
      String shots = System.getProperty("hitlai.shots");
      if (shots != null) {
        page.screenshot(Path.of(shots, name + ".png"));
      }
    }
  }
}
