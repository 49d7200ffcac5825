package dev.hitlai.testers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class PricingPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  @Test
  void showsEverybodyWhatTestsCostAndCalculatesWithoutJavaScript() {
    var visitor = new Browser(ApiClient.at(port));
    assertThat(visitor.open("/pricing").text())
        .contains("Human tester", "$25.00", "Falls with the platform", "$4.00", "$2.00");
    assertThat(visitor.open("/pricing?ai=4&people=0&program=founding_partner").text())
        .contains("4 × AI tester at $5.00", "× 0.75", "$3.75 a test", "$15.00");
    assertThat(visitor.open("/pricing?ai=0&people=0").text()).contains("$0.00");
    assertThat(visitor.open("/pricing?ai=-7&people=x&program=king").status()).isEqualTo(200);
    for (int width : new int[] {1440, 390}) {
      var scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (var page = Pages.at(port).open("/pricing", width, scheme)) {
        page.assertAccessible();
      }
    }
  }

  @Test
  void letsAdministratorsPlanPricesAndKeepsWhatWasEnteredWrong() {
    var admin = new TestAccounts(port).admin(database);
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", admin.email(), "password", TestAccounts.PASSWORD));
    assertThat(browser.open("/admin/pricing").text()).contains("in force", "OpenAI GPT-4");
    var refused =
        browser.submit(
            "/admin/pricing",
            Map.of(
                "item", "grok",
                "base", "4.75",
                "platformFeePercent", "130",
                "payoutPercent", "0",
                "from", "2020-01-01"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("from 0 to 100", "4.75");
    var from = LocalDate.now(ZoneOffset.UTC).plusYears(20);
    var added =
        browser.submit(
            "/admin/pricing",
            Map.of(
                "item", "grok",
                "base", "4.75",
                "platformFeePercent", "30",
                "payoutPercent", "0",
                "from", from.toString()));
    assertThat(added.status()).isEqualTo(302);
    assertThat(browser.open("/admin/pricing").text()).contains("planned", "$4.75");
    var list = admin.api().get("/api/admin/pricing");
    assertThat(list.text()).contains("\"standing\":\"future\"", "\"item\":\"grok\"");
    assertThat(new TestAccounts(port).company().api().get("/api/admin/pricing").status())
        .isEqualTo(403);
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    for (int width : new int[] {1440, 390}) {
      try (var page = pages.open("/admin/pricing", width, ColorScheme.LIGHT)) {
        page.assertAccessible();
      }
    }
  }
}
