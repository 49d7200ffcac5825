package dev.hitlai.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.OpenPage;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in a real browser. */
@PlatformTest
class AlignmentPagesTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;

  @Test
  void areAccessibleAndLetAnAdministratorWriteTryAndSaveARule() {
    var admin = new TestAccounts(port).admin(database);
    var pages = Pages.at(port).signedIn(admin.email(), TestAccounts.PASSWORD);
    see(pages, "rules", "/admin/rules", 1440);
    see(pages, "rules-phone", "/admin/rules", 390);
    see(pages, "violations", "/admin/violations", 1440);
    see(pages, "safety", "/admin/safety-switch", 390);
    try (var page = pages.open("/admin/rules/new", 1440, ColorScheme.LIGHT)) {
      var tab = page.tab();
      tab.fill("input[name=name]", "Look at doubts " + admin.id());
      tab.fill("textarea[name=condition]", "finding.confidence < \"a\"");
      tab.click("button[value=save]");
      assertThat(tab.textContent("pre")).contains("^");
      page.assertAccessible(400);
      shot(page, "rule-wrong");
      tab.fill("textarea[name=condition]", "finding.confidence < 0.2");
      tab.click("button[value=try]");
      assertThat(tab.textContent("main")).contains("It fires on");
      shot(page, "rule-tried");
      tab.click("button[value=save]");
      assertThat(tab.textContent("body")).contains("Saved as version 1");
      shot(page, "rule");
    }
    var company = new TestAccounts(port).company();
    var own = Pages.at(port).signedIn(company.owner().email(), TestAccounts.PASSWORD);
    see(own, "company-rules", "/company/rules", 390);
    see(own, "company-rule", "/company/rules/new", 390);
  }

  private static void see(Pages pages, String name, String path, int width) {
    try (var page = pages.open(path, width, width < 640 ? ColorScheme.DARK : ColorScheme.LIGHT)) {
      page.assertAccessible();
      shot(page, name);
    }
  }

  private static void shot(OpenPage page, String name) {
    String folder = System.getProperty("hitlai.screenshots");
    if (folder != null) {
      page.screenshot(Path.of(folder, "alignment-" + name + ".png"));
    }
  }
}
