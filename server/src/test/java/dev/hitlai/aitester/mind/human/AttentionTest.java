package dev.hitlai.aitester.mind.human;

import static dev.hitlai.aitester.mind.human.HumanFactors.HESITANT;
import static dev.hitlai.aitester.mind.human.HumanFactors.OTHERS_MISS;
import static dev.hitlai.aitester.mind.human.HumanFactors.RESIGNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.human.Feelings.Event;
import dev.hitlai.aitester.mind.scent.Eyes;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.testsupport.PageViews;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private static final int PEOPLE = 2000;
  private static final int CROWD = 60;
  private static final List<Element> OPTIONS =
      PageViews.page("https://site.test/", "Home")
          .main()
          .link("Opening hours", "/hours")
          .nav()
          .link("Tickets", "/tickets")
          .footer()
          .space(4000)
          .link("Contact", "/contact")
          .view()
          .elements();
  private static final Element IN_SIGHT = OPTIONS.get(0);
  private static final Element IN_MENU = OPTIONS.get(1);
  private static final Element AT_THE_FOOT = OPTIONS.get(2);

  private final Persona adult = ShippedPersonas.named("middle_age_moderate").orElseThrow();
  private final Persona senior = ShippedPersonas.named("senior_casual").orElseThrow();

  @Test
  void practisedPeopleUnder65MissLittleAndTryOn() {
    var attention = new Attention(adult);

    var seniors = new Attention(senior);
    assertThat(attention.missing(IN_SIGHT, CROWD)).isZero();
    assertThat(attention.missing(IN_MENU, CROWD))
        .isCloseTo(seniors.missing(IN_MENU, CROWD) * OTHERS_MISS.value(), within(1e-9));
    assertThat(attention.missing(AT_THE_FOOT, CROWD))
        .isLessThan(seniors.missing(AT_THE_FOOT, CROWD) / 5);
    assertThat(attention.doubt()).isEqualTo(1);
    assertThat(attention.hesitating()).isZero();
  }

  @Test
  void screenReadersPassOverNothing() {
    var listener = ShippedPersonas.named("accessibility_focused").orElseThrow();

    OPTIONS.forEach(option -> assertThat(new Attention(listener).missing(option, CROWD)).isZero());
  }

  @Test
  void seniorsMissMoreTheMoreStandsInTheWay() {
    var attention = new Attention(senior);

    assertThat(attention.missing(IN_SIGHT, CROWD)).isZero();
    assertThat(attention.missing(IN_MENU, CROWD)).isPositive();
    assertThat(attention.missing(AT_THE_FOOT, CROWD))
        .isGreaterThan(attention.missing(IN_MENU, CROWD));
    assertThat(attention.missing(AT_THE_FOOT, CROWD)).isLessThan(1);
  }

  @Test
  void nothingIsMissedAmongFewOptionsAndMoreTheLargerTheCrowd() {
    var attention = new Attention(senior);

    assertThat(attention.missing(AT_THE_FOOT, 10)).isZero();
    double before = 0;
    for (int crowd = 1; crowd < 100; crowd++) {
      var chance = attention.missing(AT_THE_FOOT, crowd);
      assertThat(chance).isBetween(before, 1.0);
      before = chance;
    }
  }

  @Test
  void overManyPeopleAnOptionIsMissedAsOftenAsItsChanceSays() {
    for (var option : OPTIONS) {
      var missed =
          LongStream.range(0, PEOPLE)
              .filter(seed -> !new Eyes(senior, new Noise(seed)).notices(option, CROWD, 1))
              .count();
      assertThat(missed / (double) PEOPLE)
          .isCloseTo(new Attention(senior).missing(option, CROWD), within(0.04));
    }
  }

  @Test
  void theSamePersonMissesTheSame() {
    for (long seed = 0; seed < 100; seed++) {
      var once = new Eyes(senior, new Noise(seed)).notices(AT_THE_FOOT, CROWD, 1);
      assertThat(new Eyes(senior, new Noise(seed)).notices(AT_THE_FOOT, CROWD, 1)).isEqualTo(once);
    }
  }

  @Test
  void whoLooksAgainMissesLessAndLosesNothingSeen() {
    for (long seed = 0; seed < 100; seed++) {
      var eyes = new Eyes(senior, new Noise(seed));
      if (eyes.notices(AT_THE_FOOT, CROWD, 1)) {
        assertThat(eyes.notices(AT_THE_FOOT, CROWD, 2)).isTrue();
      }
      assertThat(eyes.notices(AT_THE_FOOT, CROWD, 200)).isTrue();
    }
    assertThat(shareMissing(2)).isLessThan(shareMissing(1)).isPositive();
  }

  private double shareMissing(int looks) {
    var missed =
        LongStream.range(0, PEOPLE)
            .filter(seed -> !new Eyes(senior, new Noise(seed)).notices(AT_THE_FOOT, CROWD, looks))
            .count();
    return missed / (double) PEOPLE;
  }

  @Test
  void hesitantSeniorsStopAfterSetBacksAndOthersTryOn() {
    var first = shareStopping(senior, Event.BACKTRACK);
    var fifth = shareStopping(senior, Collections.nCopies(5, Event.BACKTRACK));

    assertThat(first).isCloseTo(HESITANT.value() * RESIGNING.value(), within(0.04));
    assertThat(fifth).isGreaterThan(first).isCloseTo(HESITANT.value(), within(0.04));
    assertThat(shareStopping(adult, Collections.nCopies(5, Event.BACKTRACK))).isZero();
  }

  @Test
  void effortAndSurprisesStopNobodyAtOnce() {
    var calm = List.of(Event.EFFORT, Event.SURPRISE, Event.WAIT, Event.FIELD_DONE, Event.PROGRESS);

    assertThat(shareStopping(senior, calm)).isZero();
  }

  @Test
  void whoStopsOutOfFearSaysSo() {
    var stopped = new ArrayList<String>();
    for (long seed = 0; seed < 20; seed++) {
      var feelings = new Feelings(senior, new Noise(seed));
      feelings.feel(Event.ERROR);
      if (feelings.enough()) {
        stopped.add(feelings.complaint());
      }
    }

    assertThat(stopped).isNotEmpty().allMatch(words -> words.contains("try no other way"));
  }

  private static double shareStopping(Persona persona, Event... events) {
    return shareStopping(persona, List.of(events));
  }

  private static double shareStopping(Persona persona, List<Event> events) {
    var stopped =
        LongStream.range(0, PEOPLE)
            .filter(
                seed -> {
                  var feelings = new Feelings(persona, new Noise(seed));
                  events.forEach(feelings::feel);
                  return feelings.enough();
                })
            .count();
    return stopped / (double) PEOPLE;
  }
}
