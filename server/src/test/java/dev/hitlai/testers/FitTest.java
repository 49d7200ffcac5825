package dev.hitlai.testers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Fit.Person TESS =
      new Fit.Person(
          34, "female", "DE", "high", List.of("de", "EN"), List.of("Phone", "laptop"), false);
  private static final Fit.Person UNKNOWN =
      new Fit.Person(null, null, null, "medium", List.of(), List.of(), true);

  @Test
  void letsEverybodyInWhenNothingIsAsked() {
    assertThat(Fit.fits(TesterRequirements.NONE, TESS)).isTrue();
    assertThat(Fit.fits(TesterRequirements.NONE, UNKNOWN)).isTrue();
  }

  @Test
  void wantsOneOfTheLanguagesCountriesAndDevicesWhateverTheirCase() {
    assertThat(Fit.fits(asked(List.of("fr", "en"), List.of("de"), null, null), TESS)).isTrue();
    assertThat(Fit.fits(asked(List.of("fr"), List.of(), null, null), TESS)).isFalse();
    assertThat(Fit.fits(asked(List.of(), List.of("US"), null, null), TESS)).isFalse();
  }

  @Test
  void wantsTheAgeToBeKnownAndWithinTheBounds() {
    assertThat(Fit.fits(asked(List.of(), List.of(), 34, 34), TESS)).isTrue();
    assertThat(Fit.fits(asked(List.of(), List.of(), 35, null), TESS)).isFalse();
    assertThat(Fit.fits(asked(List.of(), List.of(), null, 33), TESS)).isFalse();
    assertThat(Fit.fits(asked(List.of(), List.of(), 16, null), UNKNOWN)).isFalse();
  }

  @Test
  void saysWhatNobodyCanFulfil() {
    var odd =
        new TesterRequirements(
            List.of(), List.of("Germany"), List.of(), List.of("expert"), List.of(), 50, 40, null);
    assertThat(odd.problems()).containsOnlyKeys("countries", "techLiteracy", "age");
    assertThat(TesterRequirements.NONE.problems()).isEmpty();
  }

  @Test
  void offersWorkOnTheDaysAndAsMuchAsThePersonWants() {
    var saturday = LocalDate.of(2026, 11, 28);
    assertThat(Availability.USUAL.allows(saturday, 2)).isTrue();
    assertThat(Availability.USUAL.allows(saturday, 3)).isFalse();
    var weekdays = new Availability(1, List.of("monday"), null);
    assertThat(weekdays.allows(saturday, 0)).isFalse();
    assertThat(weekdays.allows(saturday.plusDays(2), 0)).isTrue();
    var paused = new Availability(1, List.of(), saturday.plusDays(1));
    assertThat(paused.allows(saturday, 0)).isFalse();
    assertThat(paused.allows(saturday.plusDays(1), 0)).isTrue();
  }

  private static TesterRequirements asked(
      List<String> languages, List<String> countries, Integer minAge, Integer maxAge) {
    return new TesterRequirements(
        languages, countries, List.of(), List.of(), List.of(), minAge, maxAge, false);
  }
}
