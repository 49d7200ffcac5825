package dev.hitlai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Person;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A login that takes more than a password. */
@PlatformTest
class SecondFactorTest {
  @LocalServerPort private int port;
  @Autowired private SettableClock clock;
  @Autowired private TestDatabase database;
  private ApiClient api;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    api = ApiClient.at(port);
    accounts = new TestAccounts(port);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  /** Somebody with a second factor. */
  private record Guarded(Person person, byte[] secret, List<String> recovery) {}

  @Test
  void countsOnceACodeWasShownAndThenAtEveryLogin() {
    var owner = accounts.company().owner();
    var enrolled = owner.api().post("/api/auth/mfa/enrol", Map.of());
    assertThat(enrolled.at("/data/svg")).startsWith("<svg");
    assertThat(accounts.login(owner.email()).id()).as("not in force yet").isEqualTo(owner.id());
    assertThat(confirm(owner, "000000").at("/details/code")).isNotEmpty();

    byte[] secret = Base32.decode(enrolled.at("/data/key"));
    var confirmed = confirm(owner, code(secret));
    assertThat(confirmed.at("/data/recoveryCodes/9")).hasSize(19);
    var half = login(owner);
    assertThat(half.status()).isEqualTo(401);
    assertThat(half.json().at("/details/mfaRequired").asBoolean()).isTrue();
    assertThat(half.json().has("access_token")).isFalse();

    nextCode();
    var whole = verify(half, code(secret));
    assertThat(whole.status()).as(whole.text()).isEqualTo(200);
    assertThat(api.as(whole.at("/access_token")).get("/api/company/settings").status())
        .isEqualTo(200);
    assertThat(new Mailbox(database).subjects(owner.email())).contains("Your second factor is on");
  }

  @Test
  void takesNoCodeTwiceNorOneThatIsOlder() {
    var guarded = guarded(accounts.tester());
    nextCode();
    String now = code(guarded.secret());
    assertThat(verify(login(guarded.person()), now).status()).isEqualTo(200);
    assertThat(verify(login(guarded.person()), now).status()).isEqualTo(401);
    String before = Totp.code(guarded.secret(), Totp.step(clock.instant()) - 1);
    assertThat(verify(login(guarded.person()), before).status()).isEqualTo(401);
    nextCode();
    assertThat(verify(login(guarded.person()), code(guarded.secret())).status()).isEqualTo(200);
  }

  @Test
  void locksTheAccountAfterTenWrongCodesWhateverPasswordComesBetween() {
    var guarded = guarded(accounts.tester());
    for (int tries = 0; tries < 10; tries++) {
      // So that the limit of codes in a while isn't what stops it.
      clock.advance(Duration.ofMinutes(2));
      assertThat(verify(login(guarded.person()), "000000").status()).isEqualTo(401);
    }
    assertThat(login(guarded.person()).status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(61));
    assertThat(verify(login(guarded.person()), code(guarded.secret())).status()).isEqualTo(200);
  }

  @Test
  void limitsHowFastCodesAreTried() {
    var tester = accounts.tester();
    tester.api().post("/api/auth/mfa/enrol", Map.of());
    for (int tries = 0; tries < 10; tries++) {
      assertThat(confirm(tester, "000000").status()).isEqualTo(400);
    }
    assertThat(confirm(tester, "000000").status()).isEqualTo(429);
  }

  @Test
  void wantsTheCodeSoonAndFromWhoeverShowedThePassword() {
    var guarded = guarded(accounts.tester());
    var half = login(guarded.person());
    clock.advance(Duration.ofMinutes(6));
    assertThat(verify(half, code(guarded.secret())).status()).isEqualTo(401);
    for (String forged : List.of("x", "x.y", "", ".", half.at("/details/mfaToken") + "x")) {
      var refused = api.post("/api/auth/mfa/verify", Map.of("mfaToken", forged, "code", "000000"));
      assertThat(refused.status()).as(forged).isIn(400, 401);
    }
  }

  @Test
  void takesARecoveryCodeOnceHoweverItIsTyped() {
    var guarded = guarded(accounts.tester());
    String code =
        guarded.recovery().getFirst().replace("-", " ").toUpperCase(java.util.Locale.ROOT);
    assertThat(verify(login(guarded.person()), code).status()).isEqualTo(200);
    assertThat(verify(login(guarded.person()), code).status()).isEqualTo(401);
    assertThat(guarded.person().api().get("/api/auth/mfa").at("/data/recoveryCodesLeft"))
        .isEqualTo("9");
    nextCode();
    var renewed =
        guarded
            .person()
            .api()
            .post("/api/auth/mfa/recovery-codes", Map.of("code", code(guarded.secret())));
    assertThat(renewed.at("/data/recoveryCodes/0")).isNotEmpty();
    assertThat(verify(login(guarded.person()), guarded.recovery().get(1)).status())
        .as("an earlier one")
        .isEqualTo(401);
  }

  @Test
  void keepsNeitherTheSecretNorTheCodesAsText() {
    var guarded = guarded(accounts.tester());
    String rows =
        database.asSystem(
            sql ->
                sql.fetch("select * from identity.users u where u.id = ?", guarded.person().id())
                        .formatCSV()
                    + sql.fetch(
                            "select * from identity.mfa_recovery_codes c where c.user_id = ?",
                            guarded.person().id())
                        .formatCSV());
    assertThat(rows)
        .doesNotContain(Base32.encode(guarded.secret()))
        .doesNotContain(guarded.recovery().getFirst())
        .doesNotContain(guarded.recovery().getFirst().replace("-", ""));
  }

  @Test
  void isGivenUpWithPasswordAndCode() {
    var guarded = guarded(accounts.tester());
    nextCode();
    assertThat(disable(guarded, "not the password", code(guarded.secret())).status())
        .isEqualTo(400);
    assertThat(disable(guarded, TestAccounts.PASSWORD, "000000").status()).isEqualTo(400);
    assertThat(disable(guarded, TestAccounts.PASSWORD, code(guarded.secret())).status())
        .isEqualTo(200);
    assertThat(accounts.login(guarded.person().email()).id()).isEqualTo(guarded.person().id());
  }

  @Test
  void keepsMembersWithoutOneOutOfACompanyThatAsksForIt() {
    var company = accounts.company();
    var member = accounts.member(company, "member");
    var required = Map.of("secondFactorRequired", true);
    assertThat(company.api().patch("/api/company/settings", required).status())
        .as("who asks for it has one")
        .isEqualTo(400);
    var key = accounts.key(database, company, "admin");
    guarded(company.owner());
    assertThat(company.api().patch("/api/company/settings", required).status()).isEqualTo(200);

    assertThat(member.api().get("/api/company/settings").status()).isEqualTo(403);
    assertThat(key.get("/api/company/settings").status()).as("a program").isEqualTo(200);
    var browser = new Browser(api);
    browser.open("/login");
    browser.submit("/login", Map.of("email", member.email(), "password", TestAccounts.PASSWORD));
    assertThat(browser.open("/company/dashboard").header("Location")).endsWith("/account/security");
    assertThat(browser.open("/account/security").text()).contains("asks its members");

    guarded(member);
    assertThat(member.api().get("/api/company/settings").status()).isEqualTo(200);
  }

  @Test
  void leadsThroughThePages() {
    var tester = accounts.tester();
    var browser = new Browser(api);
    browser.open("/login");
    browser.submit("/login", Map.of("email", tester.email(), "password", TestAccounts.PASSWORD));
    browser.open("/account/security");
    browser.submit("/account/security/second-factor", Map.of());
    String page = browser.open("/account/security/second-factor").text();
    var key = java.util.regex.Pattern.compile("((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})").matcher(page);
    assertThat(key.find()).isTrue();
    byte[] secret = Base32.decode(key.group(1));
    String confirmation = "/account/security/second-factor/confirmation";
    assertThat(browser.submit(confirmation, Map.of("code", "1")).status()).isEqualTo(400);
    var codes = browser.submit(confirmation, Map.of("code", code(secret)));
    assertThat(codes.text()).contains("You see them only now");
    assertThat(browser.open("/account/security").text()).contains("10 of your recovery codes");

    var again = new Browser(api);
    again.open("/login");
    var form =
        again.submit(
            "/login",
            Map.of(
                "email",
                tester.email(),
                "password",
                TestAccounts.PASSWORD,
                "next",
                "/tester/settings"));
    assertThat(form.text()).contains("Enter your code");
    assertThat(again.open("/tester/dashboard").status()).as("not yet").isEqualTo(302);
    var half =
        java.util.regex.Pattern.compile("name=\"half\" value=\"([^\"]+)\"").matcher(form.text());
    assertThat(half.find()).isTrue();
    nextCode();
    var fields = Map.of("half", half.group(1), "code", code(secret), "next", "/tester/settings");
    assertThat(again.submit("/login/code", Map.of("half", half.group(1), "code", "1")).status())
        .isEqualTo(401);
    assertThat(again.submit("/login/code", fields).header("Location")).endsWith("/tester/settings");
    assertThat(again.open("/tester/settings").status()).isEqualTo(200);
  }

  private Guarded guarded(Person person) {
    var enrolled = person.api().post("/api/auth/mfa/enrol", Map.of());
    byte[] secret = Base32.decode(enrolled.at("/data/key"));
    var confirmed = confirm(person, code(secret));
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    var codes =
        confirmed.json().at("/data/recoveryCodes").valueStream().map(c -> c.asString()).toList();
    return new Guarded(person, secret, codes);
  }

  private String code(byte[] secret) {
    return Totp.code(secret, Totp.step(clock.instant()));
  }

  private void nextCode() {
    clock.advance(Duration.ofSeconds(31));
  }

  private static ApiClient.Answer confirm(Person person, String code) {
    return person.api().post("/api/auth/mfa/confirm", Map.of("code", code));
  }

  private static ApiClient.Answer disable(Guarded guarded, String password, String code) {
    return guarded
        .person()
        .api()
        .post("/api/auth/mfa/disable", Map.of("currentPassword", password, "code", code));
  }

  private ApiClient.Answer login(Person person) {
    return api.post(
        "/api/auth/login", Map.of("email", person.email(), "password", TestAccounts.PASSWORD));
  }

  private ApiClient.Answer verify(ApiClient.Answer half, String code) {
    return api.post(
        "/api/auth/mfa/verify", Map.of("mfaToken", half.at("/details/mfaToken"), "code", code));
  }
}
