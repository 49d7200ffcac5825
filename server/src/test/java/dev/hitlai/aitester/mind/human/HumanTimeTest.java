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
  /** How much slower the adults of the studies, 38 in the middle, are than people of 25. */
  private static final double ADULT = 1.104;

  private static final Element LINK =
      PageViews.page("https://site.test/", "Home")
          .link("Opening hours of the museum", "/hours")
          .view()
          .elements()
          .getFirst();
  private static final Element LINK_OF_ONE_WORD =
      PageViews.page("https://site.test/", "Home")
          .link("Museum", "/hours")
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
      assertThat(factor).isGreaterThanOrEqualTo(before).isBetween(1.0, 1.73 * ADULT);
      before = factor;
    }
    assertThat(time(25, TechLiteracy.MEDIUM).ageFactor()).isEqualTo(1);
    assertThat(time(60, TechLiteracy.MEDIUM).ageFactor()).isCloseTo(1.28, within(1e-9));
    assertThat(time(65, TechLiteracy.MEDIUM).ageFactor()).isCloseTo(1.43 * ADULT, within(1e-9));
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
  void peopleOfLittlePracticeReadEveryWordWithinWhatWasMeasured() {
    assertThat(time(25, TechLiteracy.LOW).judging(LINK)).isCloseTo(1.73 * 0.275, within(1e-9));
    assertThat(time(25, TechLiteracy.LOW).judging(LINK_OF_ONE_WORD)).isCloseTo(0.275, within(1e-9));
  }

  @Test
  void atNoAgeIsAnybodyQuickerThanAYearBefore() {
    for (var literacy : TechLiteracy.values()) {
      for (var link : List.of(LINK, FAINT)) {
        double before = 0;
        for (int age = 18; age <= 100; age++) {
          var seconds = mix(time(age, literacy), link);
          assertThat(seconds).as("%s at %d", literacy, age).isGreaterThanOrEqualTo(before);
          before = seconds;
        }
      }
    }
  }

  @Test
  void allCausesTogetherSlowSeniorsAsMuchAsWasMeasuredAndNoMore() {
    for (int age = 65; age <= 85; age++) {
      for (var literacy : List.of(TechLiteracy.MEDIUM, TechLiteracy.LOW)) {
        assertThat(ratio(age, literacy, 38)).as("%s at %d", literacy, age).isBetween(1.43, 1.73);
      }
    }
  }

  @Test
  void lowVisionReadsThreePointTwoTimesAsLong() {
    for (int age = 18; age <= 100; age++) {
      var normal = time(age, TechLiteracy.MEDIUM);
      var low = time(age, TechLiteracy.MEDIUM, Eyesight.LOW_VISION);
      assertThat(low.reading(100) / normal.reading(100)).isCloseTo(3.2, within(1e-9));
      assertThat(low.judging(LINK) / normal.judging(LINK)).isCloseTo(3.2, within(1e-9));
      assertThat(low.typing(10)).isEqualTo(normal.typing(10));
    }
  }

  @Test
  void theFainterThePrintTheSlowerUpToLowVision() {
    double before = 0;
    for (double contrast = 21; contrast >= 1; contrast -= 0.5) {
      var link =
          PageViews.page("https://site.test/", "Home")
              .faintLink("Opening hours of the museum", "/hours", contrast)
              .view()
              .elements()
              .getFirst();
      var seconds = time(25, TechLiteracy.MEDIUM).judging(link);
      assertThat(seconds).isGreaterThanOrEqualTo(before).isBetween(0.275, 3.2 * 0.275 + 1e-9);
      before = seconds;
    }
  }

  private static double ratio(int age, TechLiteracy literacy, int ageOfAdult) {
    return mix(time(age, literacy), LINK) / mix(time(ageOfAdult, TechLiteracy.MEDIUM), LINK);
  }

  /** What a mission is made of: options judged and pressed, words read, a field filled. */
  private static double mix(HumanTime time, Element link) {
    return 12 * time.judging(link)
        + 4 * time.pressing(400, link, 0)
        + time.reading(80)
        + time.typing(20)
        + time.scrolling(600, 900);
  }

  @Test
  void faintTextIsReadAsSlowlyAsWithLowVision() {
    assertThat(time(25, TechLiteracy.HIGH).judging(FAINT)).isCloseTo(3.2 * 0.275, within(1e-9));
  }

  @Test
  void anEstimateSpansTwentyPercentBothWays() {
    for (double seconds : new double[] {0, 0.3, 10, 500}) {
      var estimate = Estimate.of(seconds);
      assertThat(estimate.low()).isCloseTo(0.8 * seconds, within(1e-9));
      assertThat(estimate.high()).isCloseTo(1.2 * seconds, within(1e-9));
      assertThat(estimate.seconds()).isBetween(estimate.low(), estimate.high());
    }
  }

  private static HumanTime time(int age, TechLiteracy literacy) {
    return time(age, literacy, Eyesight.NORMAL);
  }

  private static HumanTime time(int age, TechLiteracy literacy, Eyesight eyesight) {
    return new HumanTime(
        new Persona(
            "somebody",
            "Somebody",
            age,
            literacy,
            eyesight,
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
