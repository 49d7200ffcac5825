package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each catalogued element is where the catalogue says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedDefectsTest {

  private static final Map<String, String> WRONG_FORMS =
      Map.of(
          "/checkout/address", "#address-form .primary",
          "/account/login", "#login-form .primary",
          "/account/signup", "#signup-form .primary",
          "/contact", "#contact-form .primary");

  /** Left out to save time; nothing else depends on them. */
  private static final Set<String> SLOW = Set.of("search-slow", "delivery-slow-submit");

  private final DefectCatalogue catalogue = DefectCatalogue.load();
  private DemoShop shop;

  @BeforeAll
  void open() {
    Set<String> planted = new HashSet<>(catalogue.ids());
    planted.removeAll(SLOW);
    shop = DemoShop.startWith(0, planted);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void everySelectorMatchesOnItsPage() {
    List<String> missing = new ArrayList<>();
    Map<String, List<Defect>> byState =
        catalogue.defects().stream()
            .filter(defect -> defect.selector().isPresent())
            .collect(
                java.util.stream.Collectors.groupingBy(
                    defect ->
                        defect.page() + (defect.reach() == Defect.Reach.ERROR ? " wrong" : "")));
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      byState.forEach(
          (state, defects) -> {
            reach(page, defects.getFirst());
            defects.stream()
                .filter(defect -> page.locator(defect.selector().orElseThrow()).count() == 0)
                .forEach(defect -> missing.add(defect.id() + " at " + page.url()));
          });
    }
    assertThat(missing).isEmpty();
  }

  private void reach(Page page, Defect defect) {
    new ShopWalk(shop.url(), page).prepare(defect);
    if (defect.reach() == Defect.Reach.ERROR) {
      page.evaluate("document.querySelector('#cookie-banner, #chat-bubble')?.remove()");
      if (defect.page().equals("/checkout/address")) {
        page.fill("#postcode", "4x");
      }
      if (defect.page().equals("/account/login")) {
        page.fill("#email", "nobody@post.example");
        page.fill("#password", "wrong");
      }
      page.locator(WRONG_FORMS.get(defect.page())).press("Enter");
    }
  }

  @Test
  void oneSwitchPlantsOneDefectAndNoOther() {
    try (DemoShop single = DemoShop.startWith(0, Set.of("contact-lang-missing"));
        BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      page.navigate(single.url() + "/contact");
      assertThat(page.locator("html").getAttribute("lang")).isNull();
      assertThat(page.locator("#chat-bubble").count()).isZero();
    }
  }

  @Test
  void interactionDefectsAreFelt() {
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      Page page = context.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      page.navigate(shop.url() + "/product/enamel-mug");
      page.locator("#reviews-toggle").dispatchEvent("click");
      assertThat(page.locator("#reviews").isVisible()).isFalse();
      assertThat(errors).anyMatch(error -> error.contains("reviewWidget"));
      page.locator(".open-care").dispatchEvent("click");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Escape");
      assertThat(page.evaluate("document.activeElement.closest('#care-dialog') !== null"))
          .isEqualTo(true);
    }
  }
}
