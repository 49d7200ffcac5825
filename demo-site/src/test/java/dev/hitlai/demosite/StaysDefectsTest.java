package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each defect of the booking site's catalogue is there, and only where it is switched on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaysDefectsTest {

  /** Left out to save time, or because an action would be refused before another is looked at. */
  private static final Set<String> LEFT_OUT =
      Set.of("results-slow", "results-blocking-script", "home-coast-oversized");

  private final DefectCatalogue catalogue = DefectCatalogue.ofStays();
  private DemoStays stays;

  @BeforeAll
  void open() {
    Set<String> planted = new HashSet<>(catalogue.ids());
    planted.removeAll(LEFT_OUT);
    stays = DemoStays.startWith(0, planted);
  }

  @AfterAll
  void close() {
    stays.close();
  }

  @Test
  void everySelectorMatchesOnItsPage() {
    List<String> missing = new ArrayList<>();
    catalogue.defects().stream()
        .filter(defect -> defect.selector().isPresent() && !LEFT_OUT.contains(defect.id()))
        .collect(Collectors.groupingBy(StaysDefectsTest::state))
        .values()
        .forEach(
            together ->
                inFreshVisit(
                    page -> {
                      new StaysWalk(stays.url(), page).prepare(together.getFirst());
                      together.stream()
                          .filter(d -> page.locator(d.selector().orElseThrow()).count() == 0)
                          .forEach(d -> missing.add(d.id() + " at " + page.url()));
                    }));
    assertThat(missing).isEmpty();
  }

  private static String state(Defect defect) {
    return defect.page() + (defect.reach() == Defect.Reach.ERROR ? " wrong" : "");
  }

  private static void inFreshVisit(java.util.function.Consumer<Page> look) {
    try (BrowserContext context = TestBrowser.context(1280, 900)) {
      look.accept(context.newPage());
    }
  }

  @Test
  void oneSwitchPlantsOneDefectAndNoOther() {
    try (DemoStays single = DemoStays.startWith(0, Set.of("layout-year-stale"))) {
      inFreshVisit(
          page -> {
            page.navigate(single.url() + "/contact");
            assertThat(page.locator(".legal").textContent()).contains("2014");
            assertThat(page.locator(".chat, .help-bar, .phone-picture").count()).isZero();
          });
    }
  }

  @Test
  void interactionDefectsAreFelt() {
    inFreshVisit(
        page -> {
          page.navigate(stays.url() + "/stay/gannet-house");
          page.locator(".calendar .day").last().focus();
          page.keyboard().press("Tab");
          assertThat(focusIsIn(page, ".calendar")).isTrue();
          page.locator(".open-rules").dispatchEvent("click");
          page.locator(".close-rules").dispatchEvent("click");
          assertThat(focusIsIn(page, ".open-rules")).isFalse();
          page.locator(".thumb").first().focus();
          page.keyboard().press("Enter");
          assertThat(page.locator("#lightbox").isVisible()).isTrue();
          assertThat(focusIsIn(page, "#lightbox")).isFalse();
          assertThat(page.locator(".reserve").isDisabled()).isTrue();
        });
  }

  private static boolean focusIsIn(Page page, String selector) {
    return Boolean.TRUE.equals(page.evaluate("s => !!document.activeElement.closest(s)", selector));
  }

  @Test
  void theListLosesFocusAndDatesAndCountsBackwards() {
    inFreshVisit(
        page -> {
          page.navigate(stays.url() + "/stays?arrive=2031-06-10&depart=2031-06-08");
          assertThat(page.content()).contains("-2 nights");
          page.navigate(stays.url() + "/stays?guests=1");
          page.locator(".show-more").focus();
          page.keyboard().press("Enter");
          assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
          page.navigate(stays.url() + "/stays?most=200");
          assertThat(page.locator(".trip").textContent()).contains("any dates");
          page.navigate(stays.url() + "/stays?sort=rating");
          assertThat(page.locator(".card h3").first().textContent()).contains("Peat Lane");
        });
  }

  @Test
  void aBookingSneaksCoverAndFeeInAndForgetsItsChange() {
    inFreshVisit(
        page -> {
          StaysWalk walk = new StaysWalk(stays.url(), page);
          walk.toPay();
          assertThat(page.locator(".sums").textContent()).contains("Service fee", "Extras");
          walk.signIn();
          walk.open("/account/bookings/SK-1042");
          String before = page.locator(".booked-dates").textContent();
          page.fill("#change-form #arrive", "2031-06-10");
          page.fill("#change-form #depart", "2031-06-12");
          walk.send("#change-form .primary");
          assertThat(page.locator(".ok").textContent()).contains("saved");
          assertThat(page.locator(".booked-dates").textContent()).isEqualTo(before);
        });
  }
}
