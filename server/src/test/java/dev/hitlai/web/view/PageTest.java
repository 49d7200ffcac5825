package dev.hitlai.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.validation.MapBindingResult;

class PageTest {
  private static final List<NavigationItem> ITEMS =
      List.of(
          new NavigationItem(Area.ADMIN, 10, "Overview", "/admin", Icon.HOME),
          new NavigationItem(Area.ADMIN, 20, "Tests", "/admin/tests", Icon.TESTS),
          new NavigationItem(Area.ADMIN, 30, "New test", "/admin/tests/new", Icon.PLUS));

  @Test
  void marksTheMostSpecificEntryOnly() {
    assertThat(at("/admin/tests/new").current()).isEqualTo(ITEMS.get(2));
    assertThat(at("/admin/tests/42").current()).isEqualTo(ITEMS.get(1));
    assertThat(at("/admin/testsuite").current()).isNull();
  }

  @Test
  void marksTheHomeOnlyOnItself() {
    assertThat(at("/admin").current()).isEqualTo(ITEMS.get(0));
    assertThat(at("/admin/users").current()).isNull();
  }

  @Test
  void entriesStandInTheGroupOfTheirPosition() {
    var money = new NavigationItem(Area.ADMIN, 600, "Prices", "/admin/pricing", Icon.DOCUMENT);
    var bills = new NavigationItem(Area.ADMIN, 610, "Billing", "/admin/billing", Icon.CHART);

    assertThat(NavigationGroup.of(List.of(ITEMS.get(0), ITEMS.get(1), money, bills)))
        .containsExactly(
            new NavigationGroup(null, ITEMS.subList(0, 2)),
            new NavigationGroup("Money", List.of(money, bills)));
    assertThat(NavigationGroup.of(List.of())).isEmpty();
  }

  @Test
  void initialsAreThoseOfTheFirstTwoNames() {
    assertThat(new Viewer("  ada  byron lovelace ", "a@b.c", Area.ADMIN).initials())
        .isEqualTo("AB");
    assertThat(new Viewer("Wren", "a@b.c", Area.ADMIN).initials()).isEqualTo("W");
  }

  @Test
  void problemsKeepTheFirstSentenceOfEachField() {
    var errors = new MapBindingResult(Map.of(), "form");
    errors.rejectValue("[email]", "missing", "Enter your address.");
    errors.reject("full", "No more spots.");

    var problems = Problems.of(errors);

    assertThat(problems.of("[email]")).isEqualTo("Enter your address.");
    assertThat(problems.of("form")).isEqualTo("No more spots.");
    assertThat(problems.any()).isTrue();
    assertThat(Problems.none().any()).isFalse();
  }

  @Test
  void theBannerLeadsToTheNextPhaseThatIsNotReached() {
    assertThat(PhaseBanner.atTheBeginning().next()).isEqualTo(PhaseBanner.phase(2));
    assertThat(new PhaseBanner(2, 1000, List.of(), null).next()).isEqualTo(PhaseBanner.phase(3));
    assertThat(new PhaseBanner(4, 10_000, List.of(), null).next()).isNull();
  }

  @Test
  void aRefusalSaysItsReasonAndAFailureOfOursSaysOnlyWhatToQuote() {
    assertThat(ErrorPage.of(403, null).because("Owners only.").text()).isEqualTo("Owners only.");
    assertThat(ErrorPage.of(404, null).because("No such row.").text()).doesNotContain("row");
    var failure = ErrorPage.of(500, "r-1").because("Connection refused.");
    assertThat(failure.text()).doesNotContain("Connection");
    assertThat(failure.reference()).isEqualTo("r-1");
    assertThat(ErrorPage.of(418, null).title()).contains("could not read");
  }

  private static Page at(String path) {
    var csrf = new Csrf(() -> "_csrf", () -> "X-CSRF-TOKEN", () -> "");
    return new Page(
        Address.of(path),
        Theme.AUTO,
        new Viewer("Ada", "a@b.c", Area.ADMIN),
        ITEMS,
        csrf,
        null,
        "/assets/1/");
  }
}
