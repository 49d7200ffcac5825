package dev.hitlai.redteam;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.redteam.internal.store.CampaignWork;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Campaigns and weaknesses in a real browser, and what the gate says of them. */
@PlatformTest
class RedTeamPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired CampaignWork work;
  @Autowired DeploymentGate gate;

  @Test
  void anAdministratorAttacksTheGuardAndLooksAfterWhatWasFound() {
    var admin = new TestAccounts(port).admin(database);
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    wide(pages, "campaigns", "/admin/red-team");
    try (var page = pages.open("/admin/red-team", 1440, ColorScheme.LIGHT)) {
      var tab = page.tab();
      tab.selectOption("select[name=target]", "guard");
      tab.fill("input[name=prompts]", "none");
      tab.click("button:has-text('Attack')");
      assertThat(tab.locator("main").innerText()).contains("Enter a whole number");
      assertThat(tab.inputValue("input[name=prompts]")).isEqualTo("none");
      page.assertAccessible(400);
      tab.selectOption("select[name=target]", "guard");
      tab.check("input[name=category][value=jailbreak]");
      tab.fill("input[name=prompts]", "12");
      tab.fill("input[name=generations]", "1");
      tab.fill("input[name=seed]", "5");
      tab.click("button:has-text('Attack')");
      assertThat(tab.locator("main").innerText()).contains("Campaign against guard");
    }
    var campaign =
        (UUID) value("select id from redteam.campaigns where target = 'guard' and seed = 5");
    work.work(campaign);
    assertThat(value("select status from redteam.campaigns where id = '" + campaign + "'"))
        .isEqualTo("done");
    assertThat(
            value(
                "select count(*)::int from redteam.red_team_tests where campaign_id = '"
                    + campaign
                    + "'"))
        .isEqualTo(12);
    wide(pages, "campaign", "/admin/red-team/" + campaign);
    phone(pages, "campaign-phone", "/admin/red-team/" + campaign);
    assertThat(asked("guard").allowed()).isFalse();

    var weakness = weakness();
    wide(pages, "weaknesses", "/admin/vulnerabilities");
    phone(pages, "weakness", "/admin/vulnerabilities/" + weakness);
    try (var page = pages.open("/admin/vulnerabilities/" + weakness, 1440, ColorScheme.LIGHT)) {
      var tab = page.tab();
      tab.click("button:has-text('Fixed')");
      assertThat(tab.locator("main").innerText()).contains("Say in which version it is fixed");
      tab.fill("input[name=fixedInVersion]", "2.1");
      tab.click("button:has-text('Fixed')");
      assertThat(tab.locator("main").innerText()).contains("Saved", "2.1");
    }
    assertThat(
            value(
                "select status from redteam.red_team_vulnerabilities where id = '"
                    + weakness
                    + "'"))
        .isEqualTo("fixed");
  }

  private UUID weakness() {
    var id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into redteam.red_team_vulnerabilities (id, target, vulnerability_type,"
                    + " severity, title, description, reproducibility) values (?, ?,"
                    + " 'jailbreak-01', 'critical', 'Jailbreak: jailbreak-01 works', 'The answer"
                    + " gives the secret word away.', 'always')",
                id,
                "pages-" + id));
    assertThat(asked("pages-" + id).reasons()).contains("A critical weakness is open.");
    return id;
  }

  private DeploymentGate.Answer asked(String target) {
    return Tenancy.as(Actor.system("test"), () -> gate.ask(target));
  }

  private Object value(String query) {
    return database.asSystem(sql -> sql.fetchValue(query));
  }

  private static void wide(Pages pages, String name, String path) {
    try (var page = pages.open(path, 1440, ColorScheme.LIGHT)) {
      page.assertAccessible();
      shot(page.tab(), name);
    }
  }

  private static void phone(Pages pages, String name, String path) {
    try (var page = pages.open(path, 390, ColorScheme.DARK)) {
      page.assertAccessible();
      shot(page.tab(), name);
    }
  }

  private static void shot(com.microsoft.playwright.Page tab, String name) {
    tab.screenshot(
        new com.microsoft.playwright.Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "red-team-" + name + ".png")));
  }
}
