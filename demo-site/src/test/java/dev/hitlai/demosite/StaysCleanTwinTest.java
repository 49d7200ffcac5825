package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The booking site's twin has to be clean in every state, by keyboard too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaysCleanTwinTest {

  /** The frame's document and the small button within a date field draw their own ring. */
  private static final String DRAWN_BY_BROWSER =
      "document.activeElement.matches('iframe, input[type=date]')";

  private final TwinLook look = new TwinLook();
  private DemoStays stays;

  @BeforeAll
  void walk() {
    stays = DemoStays.start(0, true);
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      look.listen(page);
      new StaysWalk(stays.url(), page)
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

  @AfterAll
  void close() {
    stays.close();
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
    assertThat(look.console()).allMatch(message -> message.contains("/nowhere"));
  }

  @Test
  void givesEachPageItsOwnTitle() {
    assertThat(look.titles()).hasSizeGreaterThan(20);
    assertThat(look.titles().values()).noneMatch(states -> states.contains(" and "));
  }

  @Test
  void theKeyboardGoesThroughAHouseWithoutATrapAndIsAlwaysSeen() {
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(stays.url() + "/stay/gannet-house");
      List<Object> outlines = new ArrayList<>();
      boolean reached = false;
      for (int stop = 0; stop < 90 && !reached; stop++) {
        page.keyboard().press("Tab");
        Object itsOwn = page.evaluate(DRAWN_BY_BROWSER);
        if (Boolean.FALSE.equals(itsOwn)) {
          outlines.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
        }
        reached =
            Boolean.TRUE.equals(
                page.evaluate("!!document.activeElement.closest('.legal, .below')"));
      }
      assertThat(reached).isTrue();
      assertThat(outlines).allMatch(outline -> outline.equals("solid"));
    }
  }

  @Test
  void dialogsHoldTheFocusAndGiveItBack() {
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(stays.url() + "/stay/gannet-house");
      for (String opener : List.of(".open-rules", ".thumb")) {
        Locator button = page.locator(opener).first();
        button.focus();
        page.keyboard().press("Enter");
        assertThat(page.evaluate("!!document.activeElement.closest('dialog')")).isEqualTo(true);
        page.keyboard().press("Escape");
        assertThat(button.evaluate("button => button === document.activeElement")).isEqualTo(true);
      }
    }
  }

  @Test
  void tabsMoveWithArrowKeys() {
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(stays.url() + "/stay/gannet-house");
      page.locator("#tab-about").focus();
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("#panel-way").isVisible()).isTrue();
      assertThat(page.locator("#tab-way").getAttribute("aria-selected")).isEqualTo("true");
    }
  }
}
