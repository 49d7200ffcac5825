package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where somebody is logged in. */
@PlatformTest
class OpenLoginsTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  @LocalServerPort private int port;
  @Autowired private SettableClock clock;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void listsBrowsersAndProgramsAndEndsOneOfThem() {
    var tester = accounts.tester();
    var here = browser(tester.email(), FIREFOX);
    var elsewhere = browser(tester.email(), "curl/8.0");
    String page = here.open("/account/security").text();
    assertThat(page).contains("Firefox on Linux").contains("(this one)").contains("curl");
    var ends = Pattern.compile("action=\"(/account/security/logins/[^\"/]+/end)\"").matcher(page);
    while (ends.find()) {
      here.submit(ends.group(1), Map.of());
    }
    assertThat(here.open("/tester/dashboard").status()).isEqualTo(200);
    assertThat(elsewhere.open("/tester/dashboard").status()).isEqualTo(302);
    assertThat(refresh(tester.refreshToken())).isEqualTo(401);
  }

  @Test
  void showsNobodyTheLoginsOfOthersNorLetsThemEndAny() {
    var one = accounts.tester();
    var other = accounts.tester();
    String id = one.api().get("/api/auth/sessions").at("/data/0/id");
    assertThat(other.api().delete("/api/auth/sessions/" + id).status()).isEqualTo(404);
    assertThat(one.api().delete("/api/auth/sessions/" + id).status()).isEqualTo(204);
    assertThat(one.api().get("/api/auth/sessions").json().at("/data").isEmpty()).isTrue();
  }

  @Test
  void endsAllOthersAtOnceWithTheTokensTheyHold() {
    var tester = accounts.tester();
    var here = browser(tester.email(), FIREFOX);
    var elsewhere = browser(tester.email(), "curl/8.0");
    clock.advance(Duration.ofSeconds(2));
    here.open("/account/security");
    here.submit("/account/security/logins/end", Map.of());
    assertThat(here.open("/tester/dashboard").status()).isEqualTo(200);
    assertThat(elsewhere.open("/tester/dashboard").status()).isEqualTo(302);
    assertThat(tester.api().get("/api/tester/profile").status()).isEqualTo(401);
    assertThat(refresh(tester.refreshToken())).isEqualTo(401);
  }

  @Test
  void endsOtherBrowsersWhenThePasswordChanges() {
    var tester = accounts.tester();
    var here = browser(tester.email(), FIREFOX);
    var elsewhere = browser(tester.email(), "curl/8.0");
    here.open("/tester/settings");
    here.submit(
        "/tester/settings/password",
        Map.of(
            "currentPassword", TestAccounts.PASSWORD, "newPassword", "a quite different sentence"));
    assertThat(here.open("/account/security").text()).doesNotContain("curl");
    assertThat(elsewhere.open("/tester/dashboard").status()).isEqualTo(302);
  }

  private int refresh(String token) {
    return ApiClient.at(port).post("/api/auth/refresh", Map.of("refresh_token", token)).status();
  }

  private Browser browser(String email, String agent) {
    var browser = new Browser(ApiClient.at(port).with("User-Agent", agent));
    browser.open("/login");
    var answer =
        browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    assertThat(answer.status()).isEqualTo(302);
    return browser;
  }
}
