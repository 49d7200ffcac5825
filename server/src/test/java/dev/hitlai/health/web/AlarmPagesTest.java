package dev.hitlai.health.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.health.internal.TestMonitors;
import dev.hitlai.identity.internal.FirstAdmin;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of incidents, maintenance and alerts, on a desk in light and on a phone in dark. */
@PlatformTest
class AlarmPagesTest {
  @LocalServerPort private int port;
  @Autowired private FirstAdmin firstAdmin;
  @Autowired private TestDatabase database;
  private TestMonitors monitors;
  private UUID monitor;
  private Pages pages;
  private @Nullable OpenPage desk;
  private @Nullable OpenPage phone;

  @BeforeEach
  void prepare() {
    monitors = new TestMonitors(database);
    monitor = monitors.make("Search");
    pages = administrator();
  }

  @AfterEach
  void tidyUp() {
    monitors.retire(monitor);
    for (var open : new OpenPage[] {desk, phone}) {
      if (open != null) {
        open.close();
      }
    }
  }

  @Test
  void administratorsHandleAnIncident() {
    assertAccessible("/admin/incidents", "/admin/incidents/new", "/admin/incidents?show=resolved");
    onADesk(
        "/admin/incidents/new",
        page -> {
          page.tab().fill("textarea[name=message]", "what I typed");
          page.tab()
              .evaluate(
                  "() => document.querySelectorAll('[required]').forEach(e => e.required = false)");
          page.tab().click("main form.form button.button-primary");
          page.tab().waitForSelector(".field-error");
          assertThat(page.tab().inputValue("textarea[name=message]")).isEqualTo("what I typed");
          page.assertAccessible(400);
        });
    onADesk(
        "/admin/incidents/new",
        page -> {
          page.tab().fill("textarea[name=message]", "Searches find nothing.");
          page.tab().fill("input[name=title]", "Search finds nothing");
          page.tab().check("input[name=monitorIds][value='" + monitor + "']");
          page.tab().click("main form.form button.button-primary");
          page.tab().waitForSelector("text=Opened. Everybody who should know");
          page.assertAccessible();
        });
    onAPhone(
        "/admin/incidents",
        page -> {
          page.tab().click("text=Search finds nothing");
          page.tab().waitForSelector("text=Say something");
          page.tab().selectOption("select[name=status]", "resolved");
          page.tab().fill("textarea[name=message]", "The index is back.");
          page.tab().click("text=Say it");
          page.tab().waitForSelector("text=Post-mortem");
          page.assertAccessible();
          page.tab().fill("textarea[name=rootCause]", "A disk was full.");
          page.tab().fill("textarea[name=resolutionSteps]", "A bigger disk, and an alert before.");
          page.tab().click("text=Save the post-mortem");
          page.tab().waitForSelector("text=Saved.");
          page.assertAccessible();
        });
    assertAccessible("/admin/incidents?show=all");
  }

  @Test
  void administratorsPlanMaintenance() {
    String day = Instant.now().plus(Duration.ofDays(2)).toString().substring(0, 11);
    assertAccessible(
        "/admin/maintenance", "/admin/maintenance/new", "/admin/maintenance?show=past");
    onADesk(
        "/admin/maintenance/new",
        page -> {
          page.tab().fill("input[name=title]", "New disks");
          page.tab().fill("input[name=start]", day + "10:00");
          page.tab().fill("input[name=end]", day + "09:00");
          page.tab().click("main form.form button.button-primary");
          page.tab().waitForSelector(".field-error");
          assertThat(page.tab().inputValue("input[name=start]")).isEqualTo(day + "10:00");
          page.assertAccessible(400);
        });
    onADesk(
        "/admin/maintenance/new",
        page -> {
          page.tab().fill("input[name=title]", "New disks");
          page.tab().fill("input[name=start]", day + "10:00");
          page.tab().fill("input[name=end]", day + "11:00");
          page.tab().click("main form.form button.button-primary");
          page.tab().waitForSelector("text=Planned. Subscribers are told.");
          page.assertAccessible();
          page.tab().click("text=Begin now");
          page.tab().waitForSelector("text=It has begun.");
        });
    onAPhone(
        "/admin/maintenance",
        page -> {
          page.tab().click("text=New disks");
          page.tab().click("text=End now");
          page.tab().waitForSelector("text=It is over.");
          page.assertAccessible();
        });
  }

  @Test
  void administratorsTryARuleBeforeTheySaveIt() {
    assertAccessible("/admin/alerts", "/admin/alerts/new");
    Instant now = Instant.now();
    for (int minute = 60; minute > 0; minute--) {
      monitors.check(monitor, now.minus(Duration.ofMinutes(minute)), minute < 30 ? 9000.0 : 100.0);
    }
    onADesk(
        "/admin/alerts/new",
        page -> {
          page.tab().fill("input[name=name]", "Slow answers");
          page.tab().selectOption("select[name=metric]", "response_time");
          page.tab().fill("input[name=threshold]", "3000");
          page.tab().click("text=Try it over the past");
          page.tab().waitForSelector("text=It would have fired");
          assertThat(page.tab().inputValue("input[name=name]")).isEqualTo("Slow answers");
          page.assertAccessible();
          page.tab().fill("input[name=threshold]", "lots");
          page.tab().click("text=Make it");
          page.tab().waitForSelector(".field-error");
          page.assertAccessible(400);
        });
    onADesk(
        "/admin/alerts/new",
        page -> {
          page.tab().fill("input[name=name]", "Slow answers");
          page.tab().selectOption("select[name=metric]", "response_time");
          page.tab().fill("input[name=threshold]", "3000");
          page.tab().check("input[name=sendWebhook]");
          page.tab().fill("input[name=webhookUrl]", "http://127.0.0.1:9/alerts");
          page.tab().click("text=Make it");
          page.tab().waitForSelector("text=Copy it now");
          page.assertAccessible();
          page.tab().click("text=Fire a test");
          page.tab().waitForSelector("text=A test alarm is on its way to 2 targets.");
          page.assertAccessible();
        });
    onAPhone(
        "/admin/alerts",
        page -> {
          page.assertAccessible();
          page.tab().click("th a:has-text('Slow answers') >> nth=0");
          page.tab().selectOption("#field-snooze-hours", "4");
          page.tab().click("button:has-text('Snooze')");
          page.tab().waitForSelector("text=It tells nobody until");
          page.assertAccessible();
          page.tab().click("text=Let it tell again");
          page.tab().waitForSelector("text=It tells again.");
          page.tab().click("text=Switch off");
          page.tab().waitForSelector("text=It is off: nothing fires.");
          page.assertAccessible();
        });
  }

  @Test
  void subscribersConfirmAndUnsubscribe() {
    var visitor = Pages.at(port);
    String email = TestAccounts.email();
    ApiClient.at(port).post("/api/health/subscriptions", Map.of("email", email));
    String path = new Mailbox(database).path(email, "/status/subscriptions/confirm/");
    on(1440, ColorScheme.LIGHT, visitor, path, OpenPage::assertAccessible);
    on(
        390,
        ColorScheme.DARK,
        visitor,
        path,
        page -> {
          page.tab().click("main form button");
          page.tab().waitForSelector("text=You are subscribed");
          page.assertAccessible();
        });
    assertAccessible("/admin/incidents/subscriptions", "/admin/incidents/subscriptions?show=told");
    String token =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_token from apihealth.api_status_subscriptions where"
                            + " email = ?::citext",
                        email)
                    .get(0, String.class));
    on(
        390,
        ColorScheme.DARK,
        visitor,
        "/unsubscribe/status/" + token,
        page -> {
          page.assertAccessible();
          page.tab().click("main form button");
          page.tab().waitForSelector("text=No more of these messages");
          page.assertAccessible();
        });
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

  private void assertAccessible(String... paths) {
    for (String path : paths) {
      onADesk(path, OpenPage::assertAccessible);
      onAPhone(path, OpenPage::assertAccessible);
    }
  }

  private void onADesk(String path, Consumer<OpenPage> looks) {
    desk = desk == null ? pages.open(path, 1440, ColorScheme.LIGHT) : desk.show(path);
    look(desk, path + " on a desk", looks);
  }

  private void onAPhone(String path, Consumer<OpenPage> looks) {
    phone = phone == null ? pages.open(path, 390, ColorScheme.DARK) : phone.show(path);
    look(phone, path + " on a phone", looks);
  }

  private static void look(OpenPage page, String where, Consumer<OpenPage> looks) {
    try {
      looks.accept(page);
    } catch (AssertionError | PlaywrightException failed) {
      throw new AssertionError(where + ": " + failed.getMessage(), failed);
    }
  }

  private static void on(
      int width, ColorScheme scheme, Pages pages, String path, Consumer<OpenPage> looks) {
    try (var page = pages.open(path, width, scheme)) {
      look(page, path + " at " + width + " px", looks);
    }
  }
}
