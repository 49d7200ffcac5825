package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The twin has to be clean, or the benchmark counts false alarms that are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleanTwinTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Elements to press that are smaller than 44 pixels and don't stand in running text. */
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, [aria-hidden=true]')
            && e.type !== 'hidden' && !e.classList.contains('skip'))
        .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
        .filter(e => !(e.type === 'checkbox' || e.type === 'radio')
            || !e.closest('.check')?.querySelector('label'))
        .filter(e => { const box = e.getBoundingClientRect();
                       return box.height < 43.5 || box.width < 24; })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  private static final String OVERFLOW =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 120))
      """;

  private final List<String> axe = new ArrayList<>();
  private final List<String> narrow = new ArrayList<>();
  private final List<String> console = new ArrayList<>();
  private final Map<String, String> titles = new HashMap<>();

  @BeforeAll
  void walk() {
    try (DemoShop shop = DemoShop.start(0, true);
        BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      listen(page);
      new ShopWalk(shop.url(), page)
          .states()
          .forEach(
              (state, reach) -> {
                page.setViewportSize(1280, 900);
                reach.run();
                page.waitForLoadState();
                look(state, page);
              });
    }
  }

  private void listen(Page page) {
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            console.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(console::add);
    page.onRequestFailed(request -> console.add("failed: " + request.url()));
  }

  private void look(String state, Page page) {
    new AxeBuilder(page)
        .setLegacyMode(true)
        .withTags(RULES)
        .analyze()
        .getViolations()
        .forEach(rule -> axe.add(state + ": " + inShort(rule)));
    if (state.startsWith("/")) {
      titles.merge(page.title(), state, (one, other) -> one + " and " + other);
    }
    page.setViewportSize(320, 900);
    narrow.addAll(found(state + " overflows", page.evaluate(OVERFLOW)));
    narrow.addAll(found(state + " small", page.evaluate(SMALL_TARGETS)));
  }

  @Test
  void axeHasNothingToSayAboutAnyState() {
    assertThat(axe).isEmpty();
  }

  @Test
  void fitsANarrowPhoneAndAThumb() {
    assertThat(narrow).isEmpty();
  }

  @Test
  void keepsQuietInTheConsole() {
    assertThat(console).isEmpty();
  }

  @Test
  void givesEachPageItsOwnTitle() {
    assertThat(titles).hasSizeGreaterThan(15);
    assertThat(titles.values()).noneMatch(states -> states.contains(" and "));
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

  private static List<String> found(String state, Object elements) {
    return ((List<?>) elements).stream().map(element -> state + ": " + element).toList();
  }

  private static String inShort(Rule rule) {
    return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
  }
}
