package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    "take the cheapest tent, price, true",
    "delete the oldest copy, date, true",
    "open the page of the tallest tower, height, false",
    "which van has the fewest doors, doors, true",
    "the hotel with the highest rating, rating, false",
    "select the most expensive non-stop flight, price, false",
    "the tea with the lowest price per 100 grams, unit price, true",
    "vote for the dish that is in the lead, votes, false"
  })
  void knowsWhatTheOneMeantHasMostOrLeastOf(String words, String kind, boolean least) {
    assertThat(Limits.in(words).extreme()).contains(new Limits.Extreme(kind, least));
  }

  @Test
  void knowsWhatMayNotBeExceeded() {
    var bound = Limits.in("a room for less than 90 a night").bounds().getFirst();

    assertThat(bound).isEqualTo(new Limits.Bound("price", 90, true, true));
  }

  @Test
  void countsThoseWhoNeedAPlace() {
    var bound = Limits.in("there will be seven of us").bounds().getFirst();

    assertThat(bound).isEqualTo(new Limits.Bound("places", 7, false, false));
  }

  @Test
  void findsNothingWhereNothingIsCompared() {
    assertThat(Limits.in("reply to Ann's letter").isEmpty()).isTrue();
  }
}
