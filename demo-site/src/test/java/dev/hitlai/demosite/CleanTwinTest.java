package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The twin has to be clean, or the benchmark counts false alarms that are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleanTwinTest {

  private final TwinLook look = new TwinLook();

  @BeforeAll
  void walk() {
    try (DemoShop shop = DemoShop.start(0, true);
        BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      look.listen(page);
      new ShopWalk(shop.url(), page)
          .states()
          .forEach(
              (state, reach) -> {
                page.setViewportSize(1280, 900);
                reach.run();
                page.waitForLoadState();
                look.at(state, page);
              });
    }
  }

  @Test
  void axeHasNothingToSayAboutAnyState() {
    assertThat(look.axe()).isEmpty();
  }

  @Test
  void fitsANarrowPhoneAndAThumb() {
    assertThat(look.narrow()).isEmpty();
  }

  @Test
  void keepsQuietInTheConsole() {
    assertThat(look.console()).isEmpty();
  }

  @Test
  void givesEachPageItsOwnTitle() {
    assertThat(look.titles()).hasSizeGreaterThan(15);
    assertThat(look.titles().values()).noneMatch(states -> states.contains(" and "));
  }

  @Test
  void theQueryTurnsTheFlawedShopIntoTheTwinForTheWholeVisit() {
    try (DemoShop flawed = DemoShop.start(0, false);
        BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(flawed.url() + "/contact?clean=1");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      page.navigate(flawed.url() + "/contact");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      page.navigate(flawed.url() + "/contact?clean=0");
      assertThat(page.locator("html").getAttribute("lang")).isNull();
    }
  }

  @Test
  void showsWhereTheKeyboardIs() {
    try (DemoShop shop = DemoShop.start(0, true);
        BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(shop.url() + "/help");
      List<Object> outlines = new ArrayList<>();
      for (int stop = 0; stop < 12; stop++) {
        page.keyboard().press("Tab");
        outlines.add(page.evaluate("getComputedStyle(document.activeElement).outline"));
      }
      assertThat(outlines)
          .allSatisfy(outline -> assertThat(outline).asString().contains("rgb(26, 95, 180) solid"));
    }
  }
}
