package dev.hitlai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class PublicPagesTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "/, 1440, LIGHT",
    "/, 390, DARK",
    "/, 320, LIGHT",
    "/features, 1440, DARK",
    "/features, 390, LIGHT",
    "/docs, 1440, LIGHT",
    "/docs, 320, DARK",
    "/legal/privacy, 390, LIGHT",
    "/legal/terms, 1440, DARK",
    "/no/such/page, 1440, LIGHT",
    "/no/such/page, 390, DARK"
  })
  void canBeUsedByEverybody(String path, int width, ColorScheme scheme) {
    try (var page = Pages.at(port).open(path, width, scheme)) {
      page.assertAccessible(path.equals("/no/such/page") ? 404 : 200);
      assertThat(page.tab().locator("h1").count()).isEqualTo(1);
      assertThat(page.tab().title()).endsWith("· HitlAI");
    }
  }

  @Test
  void theHomePageSaysHonestlyThatNoTestWasCompletedYet() {
    try (var page = Pages.at(port).open("/", 1440, ColorScheme.LIGHT)) {
      assertThat(page.tab().locator(".phase").innerText()).contains("tests completed so far");
      assertThat(page.tab().locator(".phase progress").first().getAttribute("max"))
          .isEqualTo("1000");
      assertThat(page.tab().locator(".phase").innerText())
          .contains("Phase 1 of 4")
          .contains("Tests ready for a training batch");
    }
  }

  @Test
  void theMenuOpensOnAPhoneWithoutAScript() {
    try (var page = Pages.at(port).open("/", 390, ColorScheme.LIGHT)) {
      assertThat(page.tab().locator(".public-nav").isVisible()).isFalse();
      page.tab().click("text=Menu");
      page.tab().locator(".public-nav").locator("text=Features").click();
      assertThat(page.tab().url()).endsWith("/features");
    }
  }

  @Test
  void colourChoicesStayOnTheNextPage() {
    try (var page = Pages.at(port).open("/features", 1440, ColorScheme.LIGHT)) {
      page.tab().click("button[value=dark]");
      page.tab()
          .waitForCondition(
              () ->
                  page.tab().context().cookies().stream()
                      .anyMatch(cookie -> cookie.value.equals("dark")));
      page.tab().navigate("/docs");
      assertThat(page.tab().locator("html").getAttribute("data-theme")).isEqualTo("dark");
      assertThat(page.tab().evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("rgb(15, 18, 22)");
    }
  }
}
