package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.mind.scent.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The shelf is full. Please get rid of the heaviest book. | get",
        "Could you cancel my lesson on Friday? | cancel",
        "Anna will be late, so would you postpone our talk? | postpone",
        "Look for the red chair and press its Reserve link. | look,reserve"
      })
  void knowsWhatIsToBeDone(String mission, String deeds) {
    assertThat(String.join(",", Errand.of(mission).deeds())).isEqualTo(deeds);
  }

  @Test
  void knowsThatAButtonToPressIsAStep() {
    assertThat(Errand.isStepByStep("Set the slot to Night and confirm with the \"OK\" button."))
        .isTrue();
    assertThat(Errand.isStepByStep("Cancel the lesson on Friday.")).isFalse();
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    var errand = Errand.of("Please pause my plan. I don't want any gift they may offer.");

    assertThat(errand.wanted()).isEqualTo("pause my plan");
  }

  @Test
  void keepsWhatIsSpokenOfForTheRequestBehindIt() {
    var errand = Errand.of("I don't want to hear from Tom any more, so please mute him.");

    assertThat(errand.wanted()).contains("Tom");
  }

  @Test
  void tellsAPlaceInAListFromOtherFirsts() {
    assertThat(Errand.of("Please open the second letter.").ordinal()).hasValue(2);
    assertThat(Errand.of("Please answer with \"At first, yes\".").ordinal()).isEmpty();
  }

  @Test
  void deniesWhatIsToBeLeftOut() {
    var errand = Errand.of("Please book a cabin without a stove.");

    assertThat(errand.denied()).containsAll(Words.concepts("stove"));
    assertThat(errand.concepts()).doesNotContainAnyElementsOf(Words.concepts("stove"));
  }
}
