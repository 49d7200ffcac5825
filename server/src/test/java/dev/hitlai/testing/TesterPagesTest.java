package dev.hitlai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Testers' own pages, and the administrators' page of disputes. */
@PlatformTest
class TesterPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  private TestAccounts.Person tester;

  @BeforeEach
  void signUp() {
    tester = new TestAccounts(port).tester();
  }

  @Test
  void areAccessibleOnADeskAndOnAPhone() {
    var pages = Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD);
    for (String path :
        List.of(
            "/tester/dashboard",
            "/tester/review",
            "/tester/performance",
            "/tester/mission-control",
            "/tester/preferences")) {
      try (var page = pages.open(path, 1440, ColorScheme.LIGHT)) {
        page.assertAccessible();
      }
      try (var page = pages.open(path, 390, ColorScheme.DARK)) {
        page.assertAccessible();
      }
    }
  }

  @Test
  void keepWhatATesterSetsAndSayWhatIsWrong() {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", tester.email(), "password", TestAccounts.PASSWORD));
    browser.open("/tester/preferences");
    var refused =
        browser.submit(
            "/tester/preferences",
            Map.of("maxOpen", "many", "techLiteracy", "low", "languages", "fr"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("Choose a number from 1 to 10.", "fr");
    var saved =
        browser.submit(
            "/tester/preferences",
            Map.of(
                "maxOpen", "2",
                "techLiteracy", "low",
                "languages", "fr, EN",
                "days", "monday",
                "pausedUntil", "2030-01-01",
                "active", "true"));
    assertThat(saved.status()).isEqualTo(302);
    assertThat(browser.open("/tester/preferences").text())
        .contains("fr, en", "2030-01-01", "value=\"monday\" checked");
    assertThat(browser.open("/tester/mission-control").text()).contains("You are not shown here.");
  }

  @Test
  void showAdministratorsWhatIsDisputed() {
    database.asSystem(
        sql ->
            sql.execute("update identity.users set user_type = 'admin' where id = ?", tester.id()));
    var pages = Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD);
    for (String path : List.of("/admin/disputes", "/admin/testers")) {
      try (var page = pages.open(path, 390, ColorScheme.LIGHT)) {
        page.assertAccessible();
      }
    }
  }
}
