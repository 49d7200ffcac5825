package dev.hitlai.notifications;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.PasswordResetAsked;
import dev.hitlai.identity.internal.FirstAdmin;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of notices, mail and webhooks, on a desk in light and on a phone in dark. */
@PlatformTest
class NotificationPagesTest {
  @LocalServerPort private int port;
  @Autowired private Notifications notifications;
  @Autowired private FirstAdmin firstAdmin;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TransactionTemplate transactions;
  @Autowired private TestDatabase database;
  private TestAccounts accounts;
  private Company company;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
    company = accounts.company();
    OpenFeatures.grant(database, company.id(), FeatureKey.CUSTOM_INTEGRATIONS);
  }

  @Test
  void peopleReadWhatHappenedAndChooseHowTheyHearOfIt() {
    var pages = signedIn();
    tell("The test of shop.example is done");
    assertAccessible(
        pages,
        "/notifications",
        "/notifications?show=unread&kind=money",
        "/notifications/preferences");
    onAPhone(
        pages,
        "/notifications",
        page -> {
          assertThat(bell(page)).isEqualTo("2");
          page.tab().click("text=Mark all as read");
          page.tab().waitForSelector("text=as read.");
          assertThat(page.tab().locator(".bell-count:visible").count()).isZero();
        });
    onADesk(
        pages,
        "/notifications/preferences",
        page -> {
          page.tab().selectOption("select[name=mail_tests]", "off");
          page.tab().selectOption("select[name=timeZone]", "Europe/Berlin");
          page.tab().click("main button.button-primary");
          page.tab().waitForSelector("text=Saved.");
          assertThat(page.tab().inputValue("select[name=mail_tests]")).isEqualTo("off");
          assertThat(page.tab().inputValue("select[name=timeZone]")).isEqualTo("Europe/Berlin");
          page.assertQuiet();
        });
  }

  @Test
  void theBellCountsWhileThePageIsOpen() {
    onADesk(
        signedIn(),
        "/company/dashboard",
        page -> {
          assertThat(bell(page)).isEqualTo("1");
          tell("Something new");
          page.tab().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
          eventually(() -> bell(page).equals("2"));
          page.assertQuiet();
        });
  }

  @Test
  void ownersConnectTheirPrograms() {
    var pages = signedIn();
    assertAccessible(pages, "/company/settings/webhooks", "/company/settings/slack");
    onAPhone(
        pages,
        "/company/settings/webhooks",
        page -> {
          page.tab().fill("input[name=url]", "http://127.0.0.1:9/hook");
          page.tab().click("main button.button-primary");
          page.tab().waitForSelector("text=Copy it now");
          page.assertAccessible();
          page.tab().click("text=Send a test event");
          page.tab().waitForSelector("text=is on its way");
          page.assertAccessible();
        });
    assertAccessible(pages, "/company/settings/webhooks");
    onADesk(
        pages,
        "/company/settings/webhooks",
        page -> {
          page.tab().fill("input[name=url]", "https://no-such-host.invalid/hook");
          page.tab().fill("input[name=description]", "what I typed");
          page.tab().click("main button.button-primary");
          page.tab().waitForSelector("text=can't be found");
          assertThat(page.tab().inputValue("input[name=description]")).isEqualTo("what I typed");
          page.assertAccessible(400);
        });
    onADesk(
        pages,
        "/company/settings/slack",
        page -> {
          page.tab().fill("input[name=url]", "http://127.0.0.1:9/services/T0/B0/secret");
          page.tab().click("main button.button-primary");
          page.tab().waitForSelector("text=Disconnect");
          assertThat(page.tab().content()).doesNotContain("B0/secret");
          page.tab().click("text=Send a test message");
          page.tab().waitForSelector("text=is on its way");
          page.assertAccessible();
        });
  }

  @Test
  void visitorsUnsubscribe() {
    tell("The test of shop.example is done");
    String url =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_url from notifications.email_outbox"
                            + " where to_address = ?::citext and unsubscribe_url is not null",
                        company.owner().email())
                    .get(0, String.class));
    String path = url.substring(url.indexOf("/unsubscribe/"));
    var visitor = Pages.at(port);
    assertAccessible(visitor, path);
    onAPhone(
        visitor,
        path,
        page -> {
          page.tab().click("main button");
          page.tab().waitForSelector("text=We send you no more");
          page.assertAccessible();
        });
  }

  @Test
  void administratorsReadWhatNobodyGotWithoutAServerForMail() {
    publish(
        new PasswordResetAsked(
            company.owner().id(), company.owner().email(), "Ada", "/password/reset/abc"));
    var pages = administrator();
    assertAccessible(pages, "/admin/mail", "/admin/mail?status=dead", "/notifications");
    onAPhone(
        pages,
        "/admin/mail?q=" + company.owner().email(),
        page -> {
          page.tab().click("text=Choose a new password");
          page.tab().waitForSelector("text=See it as its reader does");
          page.assertAccessible();
          assertThat(page.tab().locator("a[href$='/password/reset/abc']").count()).isOne();
          page.tab().click("text=See it as its reader does");
          page.tab().waitForSelector("a.button");
          page.assertAccessible();
        });
  }

  private Pages signedIn() {
    return Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
  }

  private Pages administrator() {
    database.asSystem(
        sql ->
            sql.execute(
                "update identity.users set user_type = 'tester' where user_type = 'admin'"));
    String email = TestAccounts.email();
    firstAdmin.make(firstAdmin.offer().orElseThrow(), email, TestAccounts.PASSWORD);
    return Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
  }

  private static String bell(OpenPage page) {
    return page.tab().locator(".bell:visible .bell-count").innerText();
  }

  private void tell(String title) {
    var notice =
        new Notice(
            "finding.critical",
            UUID.randomUUID().toString(),
            NoticeKind.FINDINGS,
            new Audience.Company(company.id()),
            title,
            List.of("Found: 1 critical, 3 medium. Score: 71 of 100."),
            new Notice.Action("See the result", "/company/issues"),
            Map.of());
    Tenancy.run(
        Actor.system("test"),
        () -> transactions.executeWithoutResult(status -> notifications.tell(notice)));
  }

  private void publish(Object event) {
    Tenancy.run(
        Actor.system("test"),
        () -> transactions.executeWithoutResult(status -> events.publishEvent(event)));
  }

  /** Looks at all of them before it fails, so that one run names everything that is wrong. */
  private static void assertAccessible(Pages pages, String... paths) {
    SoftAssertions.assertSoftly(
        softly -> {
          for (String path : paths) {
            softly
                .assertThatCode(
                    () -> {
                      onADesk(pages, path, OpenPage::assertAccessible);
                      onAPhone(pages, path, OpenPage::assertAccessible);
                    })
                .as(path)
                .doesNotThrowAnyException();
          }
        });
  }

  private static void onADesk(Pages pages, String path, Consumer<OpenPage> looks) {
    on(1440, ColorScheme.LIGHT, pages, path, looks);
  }

  private static void onAPhone(Pages pages, String path, Consumer<OpenPage> looks) {
    on(390, ColorScheme.DARK, pages, path, looks);
  }

  private static void on(
      int width, ColorScheme scheme, Pages pages, String path, Consumer<OpenPage> looks) {
    try (var page = pages.open(path, width, scheme)) {
      looks.accept(page);
    } catch (AssertionError | PlaywrightException failed) {
      throw new AssertionError(path + " at " + width + " px: " + failed.getMessage(), failed);
    }
  }
}
