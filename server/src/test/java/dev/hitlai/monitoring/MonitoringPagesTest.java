package dev.hitlai.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.monitoring.internal.Writing;
import dev.hitlai.monitoring.internal.security.Detection;
import dev.hitlai.monitoring.internal.system.PartProbes;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in a real browser. */
@PlatformTest
class MonitoringPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Writing writing;
  @Autowired Detection detection;
  @Autowired PartProbes probes;

  @Test
  void areAccessibleAndLetAnAdministratorSettleAnIncident() {
    var company = new TestAccounts(port).company();
    for (int i = 0; i < 22; i++) {
      company.api().get("/api/test-runs/" + UUID.randomUUID());
    }
    writing.write(true);
    Tenancy.run(Actor.system("test"), detection::run);
    Tenancy.run(Actor.system("test"), probes::run);
    var admin = new TestAccounts(port).admin(database);
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    String incident =
        "/admin/security/"
            + database.asSystem(
                sql ->
                    sql.fetchValue(
                        "select id from monitoring.security_incidents where company_id = ?",
                        company.id()));
    String call =
        "/admin/requests/"
            + database.asSystem(
                sql ->
                    sql.fetchValue(
                        "select id from monitoring.api_call_logs where company_id = ? limit 1",
                        company.id()));
    wide(pages, "security", "/admin/security");
    phone(pages, "incident", incident);
    phone(pages, "requests", "/admin/requests");
    wide(pages, "request", call);
    phone(pages, "limits", "/admin/limits?show=all");
    wide(pages, "performance", "/admin/performance");
    phone(pages, "system", "/admin/system");

    try (var page = pages.open(incident, 1440, ColorScheme.LIGHT)) {
      var tab = page.tab();
      tab.click("text=Look into it");
      assertThat(tab.locator("main").innerText()).contains("It is yours now", "Investigating");
      tab.fill("textarea[name=action]", "Asked the company: a script with old ids.");
      tab.click("button:has-text('Resolved')");
      assertThat(tab.locator("main").innerText())
          .contains("The incident is settled", "a script with old ids");
      tab.fill("textarea[name=message]", "Please mend your script.");
      tab.click("button:has-text('Send')");
      assertThat(tab.locator("main").innerText()).contains("They are told", "Told the company");
    }
    Object told =
        database.asSystem(
            sql ->
                sql.fetchValue(
                    "select count(*)::int from notifications.notifications where user_id = ?"
                        + " and event = 'security.notice'",
                    company.owner().id()));
    assertThat(told).isEqualTo(1);
  }

  private static void wide(Pages pages, String name, String path) {
    try (var page = pages.open(path, 1440, ColorScheme.LIGHT)) {
      page.assertAccessible();
      shot(page, name + "-wide");
    }
  }

  private static void phone(Pages pages, String name, String path) {
    try (var page = pages.open(path, 390, ColorScheme.DARK)) {
      page.assertAccessible();
      shot(page, name + "-phone");
    }
  }

  private static void shot(dev.hitlai.testsupport.OpenPage page, String name) {
    String folder = System.getProperty("hitlai.screenshots");
    if (folder != null) {
      page.screenshot(Path.of(folder, name + ".png"));
    }
  }
}
