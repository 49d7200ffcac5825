package dev.hitlai.identity;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Proven addresses and lost passwords. */
@PlatformTest
class CredentialsTest {
  private static final String NEW = "another long sentence";

  @LocalServerPort private int port;
  @Autowired private SettableClock clock;
  @Autowired private TestDatabase database;
  private ApiClient api;
  private TestAccounts accounts;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    api = ApiClient.at(port);
    accounts = new TestAccounts(port);
    mails = new Mailbox(database);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void asksToConfirmTheAddressUntilThatIsDone() {
    var owner = accounts.company().owner();
    var browser = loggedIn(owner.email(), TestAccounts.PASSWORD);
    assertThat(browser.open("/company/account").text()).contains("Confirm that " + owner.email());
    String path = mails.path(owner.email(), "/verify-email/");
    assertThat(browser.open(path).text()).contains(owner.email());
    assertThat(browser.open("/company/account").text())
        .as("opening the link alone confirms nothing")
        .contains("Confirm that");
    browser.open(path);
    assertThat(browser.submit(path, Map.of()).status()).isEqualTo(302);
    assertThat(browser.open("/company/account").text()).doesNotContain("Confirm that");
    assertThat(browser.open(path).status()).as("a second time").isEqualTo(404);
    assertThat(owner.api().post("/api/auth/verify-email/resend", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void sendsTheLinkAgainAFewTimesAndEndsTheEarlierOne() {
    var tester = accounts.tester();
    String first = mails.token(tester.email(), "/verify-email/");
    for (int i = 0; i < 5; i++) {
      assertThat(tester.api().post("/api/auth/verify-email/resend", Map.of()).status())
          .isEqualTo(202);
    }
    assertThat(tester.api().post("/api/auth/verify-email/resend", Map.of()).status())
        .isEqualTo(429);
    assertThat(verify(first).status()).isEqualTo(404);
    String last = mails.token(tester.email(), "/verify-email/");
    assertThat(verify(last).at("/data/email")).isEqualTo(tester.email());
    assertThat(verify(last).status()).isEqualTo(404);
  }

  @Test
  void forgetsALinkAfterItsTime() {
    var tester = accounts.tester();
    String token = mails.token(tester.email(), "/verify-email/");
    clock.advance(Duration.ofDays(3).plusMinutes(1));
    assertThat(verify(token).status()).isEqualTo(404);
  }

  @Test
  void changesTheAddressOnceTheNewOneIsProvenAndTellsTheOldOne() {
    var owner = accounts.company().owner();
    String wanted = TestAccounts.email();
    assertThat(change(owner, wanted, "not the password").at("/details/currentPassword"))
        .isNotEmpty();
    assertThat(change(owner, accounts.tester().email(), TestAccounts.PASSWORD).status())
        .isEqualTo(400);
    assertThat(change(owner, wanted, TestAccounts.PASSWORD).status()).isEqualTo(202);
    assertThat(accounts.login(owner.email()).id()).as("until then").isEqualTo(owner.id());

    assertThat(verify(mails.token(wanted, "/verify-email/")).at("/data/email")).isEqualTo(wanted);
    assertThat(accounts.login(wanted).id()).isEqualTo(owner.id());
    assertThat(login(owner.email(), TestAccounts.PASSWORD)).isEqualTo(401);
    assertThat(mails.subjects(owner.email())).contains("Your account has another e-mail address");
  }

  @Test
  void replacesALostPasswordOnceAndEndsEveryLogin() {
    var company = accounts.company();
    var owner = company.owner();
    var browser = loggedIn(owner.email(), TestAccounts.PASSWORD);
    clock.advance(Duration.ofSeconds(2));
    assertThat(forgot(owner.email()).status()).isEqualTo(202);
    String token = mails.token(owner.email(), "/password/reset/");
    assertThat(reset(token, "short").at("/details/password")).isNotEmpty();
    assertThat(reset(token, NEW).status()).isEqualTo(200);
    assertThat(reset(token, NEW).status()).as("a second time").isEqualTo(404);

    assertThat(company.api().get("/api/company/settings").status()).isEqualTo(401);
    assertThat(
            api.post("/api/auth/refresh", Map.of("refresh_token", owner.refreshToken())).status())
        .isEqualTo(401);
    assertThat(browser.open("/company/account").status()).isEqualTo(302);
    assertThat(login(owner.email(), TestAccounts.PASSWORD)).isEqualTo(401);
    assertThat(login(owner.email(), NEW)).isEqualTo(200);
    assertThat(mails.subjects(owner.email())).contains("Your password was changed");
  }

  @Test
  void saysTheSameOfAddressesThatHaveNoAccountAndMailsThemNothing() {
    String nobody = TestAccounts.email();
    var tester = accounts.tester();
    var unknown = forgot(nobody);
    var known = forgot(tester.email());
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.text()).isEqualTo(known.text());
    mails.path(tester.email(), "/password/reset/");
    assertThat(mails.subjects(nobody)).isEmpty();
  }

  @Test
  void mailsOnePersonAFewLinksAnHourWhoeverAsks() {
    var tester = accounts.tester();
    for (int i = 0; i < 8; i++) {
      assertThat(forgot(tester.email()).status()).isEqualTo(202);
    }
    eventually(() -> resets(tester.email()), count -> count == 5);
    // The eight are worked off in some order; a marker behind them would be overtaken.
    eventually(
        () ->
            database.asSystem(
                sql -> sql.fetchCount(org.jooq.impl.DSL.table("platform.event_publication"))),
        left -> left == 0);
    assertThat(resets(tester.email())).isEqualTo(5);
  }

  @Test
  void leadsThroughThePagesForALostPassword() {
    var owner = accounts.company().owner();
    var browser = new Browser(api);
    assertThat(browser.open("/login").text()).contains("/password/forgot");
    browser.open("/password/forgot");
    assertThat(browser.submit("/password/forgot", Map.of("email", "x")).status()).isEqualTo(400);
    assertThat(browser.submit("/password/forgot", Map.of("email", owner.email())).text())
        .contains("Look into your mail");
    String path = mails.path(owner.email(), "/password/reset/");
    browser.open(path);
    assertThat(browser.submit(path, Map.of("password", "short")).status()).isEqualTo(400);
    assertThat(browser.submit(path, Map.of("password", NEW)).header("Location")).endsWith("/login");
    assertThat(browser.open(path).text()).contains("Send me another one");
    assertThat(login(owner.email(), NEW)).isEqualTo(200);
  }

  private long resets(String email) {
    return mails.subjects(email).stream().filter("Choose a new password"::equals).count();
  }

  private ApiClient.Answer verify(String token) {
    return api.post("/api/auth/verify-email", Map.of("token", token));
  }

  private ApiClient.Answer forgot(String email) {
    return api.post("/api/auth/password/forgot", Map.of("email", email));
  }

  private ApiClient.Answer reset(String token, String password) {
    return api.post("/api/auth/password/reset", Map.of("token", token, "password", password));
  }

  private static ApiClient.Answer change(
      TestAccounts.Person who, String email, String currentPassword) {
    return who.api()
        .post("/api/auth/email", Map.of("email", email, "currentPassword", currentPassword));
  }

  private int login(String email, String password) {
    return api.post("/api/auth/login", Map.of("email", email, "password", password)).status();
  }

  private Browser loggedIn(String email, String password) {
    var browser = new Browser(api);
    browser.open("/login");
    var answer = browser.submit("/login", Map.of("email", email, "password", password));
    assertThat(answer.status()).isEqualTo(302);
    return browser;
  }
}
