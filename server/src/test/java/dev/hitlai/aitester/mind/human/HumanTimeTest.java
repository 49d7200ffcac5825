package dev.hitlai.aitester.mind.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Persona.Eyesight;
import dev.hitlai.aitester.Persona.Input;
import dev.hitlai.aitester.Persona.Navigation;
import dev.hitlai.aitester.Persona.TechLiteracy;
import dev.hitlai.aitester.mind.human.HumanTime.Estimate;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.testsupport.PageViews;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanTimeTest {
  private static final Element LINK =
      PageViews.page("https://site.test/", "Home")
          .link("Opening hours of the museum", "/hours")
          .view()
          .elements()
          .getFirst();
  private static final Element FAINT =
      PageViews.page("https://site.test/", "Home")
          .faintLink("Opening hours of the museum", "/hours", 2)
          .view()
          .elements()
          .getFirst();

  @Test
  void everyConstantHasASource() {
    assertThat(HumanFactors.values())
        .allSatisfy(
            factor -> {
              assertThat(factor.value()).isPositive();
              assertThat(factor.source()).containsPattern("\\b(19|20)\\d\\d\\b");
              assertThat(factor.unit()).isNotBlank();
            });
  }

  @Test
  void ageSlowsDownAndNeverSpeedsUp() {
    double before = 0;
    for (int age = 18; age <= 100; age++) {
      var factor = time(age, TechLiteracy.MEDIUM).ageFactor();
      assertThat(factor).isGreaterThanOrEqualTo(before).isBetween(1.0, 1.73);
      before = factor;
    }
    assertThat(time(25, TechLiteracy.MEDIUM).ageFactor()).isEqualTo(1);
    assertThat(time(60, TechLiteracy.MEDIUM).ageFactor()).isCloseTo(1.28, within(1e-9));
    assertThat(time(65, TechLiteracy.MEDIUM).ageFactor()).isCloseTo(1.43, within(1e-9));
  }

  @Test
  void pointingTakesLongerTheFartherAndTheSmaller() {
    var time = time(30, TechLiteracy.MEDIUM);
    double before = 0;
    for (double distance = 0; distance < 2000; distance += 50) {
      var seconds = time.pressing(distance, LINK, 0);
      assertThat(seconds).isGreaterThan(before);
      before = seconds;
    }
  }

  @Test
  void typingCostsAKeystrokeForEachCharacter() {
    var time = time(25, TechLiteracy.MEDIUM);

    assertThat(time.typing(11) - time.typing(1)).isCloseTo(2.8, within(1e-9));
    assertThat(time(25, TechLiteracy.HIGH).typing(20)).isLessThan(time.typing(20));
    assertThat(time(25, TechLiteracy.LOW).typing(20)).isGreaterThan(time.typing(20));
  }

  @Test
  void judgingALinkTakesTheTimeOfThePaperForTheYoung() {
    assertThat(time(25, TechLiteracy.HIGH).judging(LINK)).isCloseTo(0.275, within(1e-9));
  }

  @Test
  void peopleOfLowLiteracyReadEveryWord() {
    assertThat(time(25, TechLiteracy.LOW).judging(LINK)).isCloseTo(5 * 60 / 250.0, within(1e-9));
  }

  @Test
  void faintTextIsReadAsSlowlyAsWithLowVision() {
    assertThat(time(25, TechLiteracy.HIGH).judging(FAINT)).isCloseTo(3.2 * 0.275, within(1e-9));
  }

  @Test
  void anEstimateSpansTwentyPercentBothWays() {
    var estimate = Estimate.of(10);

    assertThat(estimate.low()).isCloseTo(8, within(1e-9));
    assertThat(estimate.high()).isCloseTo(12, within(1e-9));
  }

  private static HumanTime time(int age, TechLiteracy literacy) {
    return new HumanTime(
        new Persona(
            "somebody",
            "Somebody",
            age,
            literacy,
            Eyesight.NORMAL,
            4.5,
            1,
            Navigation.MIXED,
            Input.MOUSE,
            24,
            4,
            true,
            true,
            false,
            false,
            false,
            "en-US",
            List.of()));
  }
}
