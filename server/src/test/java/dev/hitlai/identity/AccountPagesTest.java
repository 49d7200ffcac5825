package dev.hitlai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.Authenticator;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that keep accounts safe, on a desk in light and on a phone in dark. */
@PlatformTest
class AccountPagesTest {
  private static final int DESK = 1440;
  private static final int PHONE = 390;

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  private TestAccounts accounts;
  private Mailbox mails;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    mails = new Mailbox(database);
  }

  @Test
  void theLinksOfMailsLeadToPagesThatWorkForEverybody() {
    var tester = accounts.tester();
    tester
        .api()
        .post("/api/auth/account/erasure", Map.of("currentPassword", TestAccounts.PASSWORD));
    tester.api().post("/api/auth/password/forgot", Map.of("email", tester.email()));
    assertAccessible(
        Pages.at(port),
        "/password/forgot",
        mails.path(tester.email(), "/verify-email/"),
        mails.path(tester.email(), "/keep-account/"),
        mails.path(tester.email(), "/password/reset/"));
    try (var page = Pages.at(port).open("/password/reset/gone", PHONE, ColorScheme.DARK)) {
      page.assertAccessible(404);
    }
    assertAccessible(
        Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD),
        "/account/data",
        "/tester/settings");
  }

  @Test
  void ownersSeeWhatHoldsThemAndCloseTheirCompany() {
    var company = accounts.company();
    var pages = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    assertAccessible(pages, "/account/security", "/account/data", "/company/settings/closing");
    try (var page = pages.open("/company/settings/closing", PHONE, ColorScheme.DARK)) {
      page.tab().fill("input[name=name]", "Another");
      page.tab().locator("main button.button-danger").click();
      page.tab().locator("dialog[open] button[value=yes]").click();
      page.tab().waitForSelector("main [role=alert]");
      page.assertAccessible(400);
    }
  }

  @Test
  void somebodySetsUpASecondFactorOnAPhone() {
    var tester = accounts.tester();
    var pages = Pages.at(port).signedIn(tester.email(), TestAccounts.PASSWORD);
    try (var page = pages.open("/account/security", PHONE, ColorScheme.DARK)) {
      page.tab().click("text=Set up a second factor");
      page.tab().waitForSelector("main svg[role=img]");
      page.assertAccessible();
      String key = page.tab().locator("main figure.code code").innerText();
      page.tab().fill("input[name=code]", new Authenticator(key, clock).code());
      page.tab().click("text=Switch it on");
      page.tab().waitForSelector("text=You see them only now");
      page.assertAccessible();
      var file = page.tab().waitForDownload(() -> page.tab().click("text=Download"));
      assertThat(file.suggestedFilename()).isEqualTo("hitlai-recovery-codes.txt");
    }
    assertAccessible(pages, "/account/security");
    try (var page = Pages.at(port).open("/login", PHONE, ColorScheme.DARK)) {
      page.tab().fill("input[name=email]", tester.email());
      page.tab().fill("input[name=password]", TestAccounts.PASSWORD);
      page.tab().click("main button.button-primary");
      page.tab().waitForSelector("input[name=code]");
      page.assertAccessible();
    }
  }

  private static void assertAccessible(Pages pages, String... paths) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (String path : paths) {
            softly.assertThatCode(() -> onBoth(pages, path)).as(path).doesNotThrowAnyException();
          }
        });
  }

  private static void onBoth(Pages pages, String path) {
    try (var page = pages.open(path, DESK, ColorScheme.LIGHT)) {
      page.assertAccessible();
    }
    try (var page = pages.open(path, PHONE, ColorScheme.DARK)) {
      page.assertAccessible();
    }
  }
}
