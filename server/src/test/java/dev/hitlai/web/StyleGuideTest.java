package dev.hitlai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class StyleGuideTest {
  private static @Nullable Pages admin;

  @LocalServerPort int port;
  @Autowired TestDatabase database;

  @ParameterizedTest
  @CsvSource({
    "words, 1440, DARK",
    "words, 390, LIGHT",
    "forms, 1440, LIGHT",
    "forms, 390, DARK",
    "data, 1440, LIGHT",
    "data, 320, DARK",
    "states, 1440, DARK",
    "states, 390, LIGHT"
  })
  void everyComponentCanBeUsedByEverybody(String part, int width, ColorScheme scheme) {
    try (var page = pages().open("/admin/style-guide?part=" + part, width, scheme)) {
      page.assertAccessible();
    }
  }

  @Test
  void theSideNavigationMarksThePageAndOpensOnAPhone() {
    try (var page = pages().open("/admin/style-guide", 390, ColorScheme.LIGHT)) {
      var side = page.tab().locator(".side");
      assertThat(side.isVisible()).isFalse();
      page.tab().click(".menu-button");
      assertThat(side.isVisible()).isTrue();
      assertThat(side.locator("[aria-current=page]").innerText()).isEqualTo("Style guide");
      page.tab().keyboard().press("Escape");
      assertThat(side.isVisible()).isFalse();
    }
  }

  @Test
  void dangerousButtonsAskFirst() {
    try (var page = pages().open("/admin/style-guide", 1440, ColorScheme.LIGHT)) {
      page.tab().click("button[data-confirm]");
      var question = page.tab().locator("dialog[open]");
      assertThat(question.innerText()).contains("Delete it?");
      question.locator("text=Cancel").click();
      page.tab().waitForCondition(() -> question.count() == 0);
    }
  }

  @Test
  void aQuestionMarkListsTheShortcutsAndEscapeClosesThem() {
    try (var page = pages().open("/admin/style-guide", 1440, ColorScheme.LIGHT)) {
      page.tab().keyboard().press("?");
      assertThat(page.tab().locator("dialog[open]").innerText()).contains("Keyboard shortcuts");
      page.tab().keyboard().press("Escape");
      page.tab().waitForCondition(() -> page.tab().locator("dialog").count() == 0);
    }
  }

  @Test
  void aHeadOfAColumnSortsByALink() {
    try (var page = pages().open("/admin/style-guide?part=data", 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().locator("th[aria-sort]").innerText()).isEqualTo("Confidence");
      page.tab().click("th >> text=Severity");
      assertThat(page.tab().url()).contains("sort=severity").contains("part=data");
      assertThat(page.tab().locator("th[aria-sort=ascending]").innerText()).isEqualTo("Severity");
    }
  }

  @Test
  void timesAreShownInTheReadersZoneWithTheExactTimeOnHover() {
    try (var page = pages().open("/admin/style-guide?part=data", 1440, ColorScheme.LIGHT)) {
      var relative = page.tab().locator("time[data-time=relative]").first();
      assertThat(relative.innerText()).contains("minutes ago");
      assertThat(relative.getAttribute("title")).endsWith("UTC");
    }
  }

  @Test
  void whatWasTypedIsKeptAsADraftAndLeavingAsksFirst() {
    try (var page = pages().open("/admin/style-guide?part=forms", 1440, ColorScheme.LIGHT)) {
      page.tab().fill("textarea[name=notes]", "Ask about the menu");
      page.tab().uncheck("input[name=mail]");
      Object asks =
          page.tab()
              .evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
      assertThat(asks).isEqualTo(true);

      page.tab().onDialog(Dialog::accept);
      page.tab().reload();

      assertThat(page.tab().inputValue("textarea[name=notes]")).isEqualTo("Ask about the menu");
      assertThat(page.tab().isChecked("input[name=mail]")).isFalse();
    }
  }

  private Pages pages() {
    if (admin == null) {
      admin = signIn();
    }
    return admin;
  }

  private Pages signIn() {
    var accounts = new TestAccounts(port);
    var person = accounts.tester();
    try (var connection = database.superuser();
        var update =
            connection.prepareStatement(
                "update identity.users set user_type = 'admin' where id = ?")) {
      update.setObject(1, person.id());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Pages.at(port).signedIn(person.email(), TestAccounts.PASSWORD);
  }
}
