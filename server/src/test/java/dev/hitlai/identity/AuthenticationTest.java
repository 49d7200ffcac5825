package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class AuthenticationTest {
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

  @Test
  void signsUpACompanyWhoseOwnerIsLoggedIn() {
    var company = accounts.company();
    var members = company.api().get("/api/company/members");
    assertThat(members.status()).isEqualTo(200);
    assertThat(members.at("/data/0/role")).isEqualTo("owner");
    assertThat(members.at("/data/0/userId")).isEqualTo(company.owner().id().toString());
  }

  @Test
  void signsUpATesterTogetherWithTheRosterRow() {
    var tester = accounts.tester();
    var profile = tester.api().get("/api/tester/profile");
    assertThat(profile.status()).as(profile.text()).isEqualTo(200);
    assertThat(profile.at("/data/displayName")).isEqualTo("Tess Tester");
    assertThat(profile.at("/data/languages/1")).isEqualTo("de");
    assertThat(accounts.login(tester.email()).id()).isEqualTo(tester.id());
  }

  @Test
  void refusesASecondAccountWithTheSameAddressInOtherCase() {
    var tester = accounts.tester();
    var again =
        api.post(
            "/api/auth/signup",
            Map.of(
                "email",
                tester.email().toUpperCase(java.util.Locale.ROOT),
                "password",
                TestAccounts.PASSWORD,
                "displayName",
                "Twin"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/code")).isEqualTo("CONFLICT");
  }

  @Test
  void refusesPasswordsThatAreShortCommonOrTheAddress() {
    String email = TestAccounts.email();
    for (String password : List.of("short", "password123", "aaaaaaaaaaaaaa", email)) {
      var refused =
          api.post(
              "/api/auth/signup", Map.of("email", email, "password", password, "companyName", "C"));
      assertThat(refused.status()).as(password).isEqualTo(400);
      assertThat(refused.at("/details/password")).as(password).isNotEmpty();
    }
  }

  @Test
  void givesAFreshTokenForARefreshTokenOnceAndEndsTheFamilyOnReuse() {
    var owner = accounts.company().owner();
    var first = refresh(owner.refreshToken());
    assertThat(first.status()).isEqualTo(200);
    assertThat(api.as(first.at("/access_token")).get("/api/company/settings").status())
        .isEqualTo(200);

    assertThat(refresh(owner.refreshToken()).status()).as("used a second time").isEqualTo(401);
    assertThat(refresh(first.at("/refresh_token")).status())
        .as("the family has ended")
        .isEqualTo(401);
  }

  @Test
  void endsALoginByItsRefreshToken() {
    var owner = accounts.company().owner();
    assertThat(api.post("/api/auth/logout", Map.of("refresh_token", owner.refreshToken())).status())
        .isEqualTo(200);
    assertThat(refresh(owner.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void takesAnAccessTokenForAQuarterOfAnHour() {
    var company = accounts.company();
    clock.advance(Duration.ofMinutes(14));
    assertThat(company.api().get("/api/company/settings").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(2));
    var expired = company.api().get("/api/company/settings");
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.at("/code")).isEqualTo("UNAUTHORIZED");
    assertThat(expired.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void refusesTokensThatOthersSignedOrNobody() {
    String token = accounts.company().owner().token();
    String[] parts = token.split("\\.", -1);
    String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + "."; // {"alg":"none"}
    for (String forged :
        List.of(
            unsigned,
            parts[0] + "." + parts[1] + ".AAAA",
            "x.y.z",
            "",
            "hk_live_",
            "hk_live_a_b")) {
      assertThat(api.as(forged).get("/api/company/settings").status()).as(forged).isEqualTo(401);
    }
  }

  @Test
  void locksAnAccountAfterTenWrongPasswordsAndOpensItLater() {
    var owner = accounts.company().owner();
    for (int tries = 0; tries < 10; tries++) {
      assertThat(login(owner.email(), "wrong wrong wrong").status()).isEqualTo(401);
    }
    var locked = login(owner.email(), TestAccounts.PASSWORD);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 60);

    clock.advance(Duration.ofSeconds(61));
    assertThat(login(owner.email(), TestAccounts.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void treatsAnAddressWithoutAnAccountTheSameWay() {
    String nobody = TestAccounts.email();
    for (int tries = 0; tries < 10; tries++) {
      assertThat(login(nobody, "wrong wrong wrong").status()).isEqualTo(401);
    }
    assertThat(login(nobody, "wrong wrong wrong").status()).isEqualTo(429);
  }

  @Test
  void keepsNoPasswordAndNoTokenAsText() {
    var owner = accounts.company().owner();
    String rows =
        database.asSystem(
            sql ->
                sql.fetch("select * from identity.users u where u.id = ?", owner.id()).formatCSV()
                    + sql.fetch(
                            "select * from identity.refresh_tokens t where t.user_id = ?",
                            owner.id())
                        .formatCSV());
    assertThat(rows)
        .contains("argon2id")
        .doesNotContain(TestAccounts.PASSWORD)
        .doesNotContain(owner.refreshToken());
  }

  private ApiClient.Answer refresh(String token) {
    return api.post("/api/auth/refresh", Map.of("refresh_token", token));
  }

  private ApiClient.Answer login(String email, String password) {
    return api.post("/api/auth/login", Map.of("email", email, "password", password));
  }
}
