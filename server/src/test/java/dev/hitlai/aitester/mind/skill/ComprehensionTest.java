package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComprehensionTest {
  private static final Comprehension STORY =
      new Comprehension(
          "On Monday Nora went to the harbour and found a lantern. Peter stayed at home and made a"
              + " kite. On Friday they met at the museum, where Nora gave Peter a drum.");
  private static final Comprehension COUSINS =
      new Comprehension(
          "Ida lives in Marlow and has a goat, which is 4 years old. Her cousin Karl lives in Tarn."
              + " He has a parrot that is 9 years old. When they meet, Ida eats pickles while Karl"
              + " prefers noodles.");

  @Test
  void tellsWhatSomebodyDid() {
    var things = List.of("a kite", "a drum", "a lantern");
    assertThat(STORY.answer("What did Nora find?", things)).contains("a lantern");
    assertThat(STORY.answer("What did Peter make?", things)).contains("a kite");
    assertThat(STORY.answer("What did Peter get from Nora?", things)).contains("a drum");
  }

  @Test
  void tellsWhereWhenAndWho() {
    var places = List.of("the harbour", "the museum", "the station");
    assertThat(STORY.answer("Where did they meet?", places)).contains("the museum");
    assertThat(STORY.answer("Who stayed at home?", List.of("Nora", "Peter", "nobody")))
        .contains("Peter");
    assertThat(STORY.answer("When did Nora go to the harbour?", List.of("Friday", "Monday")))
        .contains("Monday");
  }

  @Test
  void knowsWhomPronounsStandFor() {
    var pets = List.of("goat", "parrot", "hen");
    assertThat(COUSINS.answer("What kind of animal does Karl have?", pets)).contains("parrot");
    assertThat(COUSINS.answer("What kind of animal does Ida have?", pets)).contains("goat");
  }

  @Test
  void comparesByTheNumbersThatAreTold() {
    var both = List.of("Ida", "Karl");
    assertThat(COUSINS.answer("Whose animal is older?", both)).contains("Karl");
    assertThat(COUSINS.answer("Whose animal is younger?", both)).contains("Ida");
  }

  @ParameterizedTest
  @CsvSource({
    "Which instrument does Oskar play?, violin, drums, violin",
    "What does Nils teach?, violin, drums, drums",
    "Where did Nils stay?, Bergen, Porto, Porto",
    "Who moved to Bergen?, Oskar, Nils, Oskar",
    "Who is older?, Oskar, Nils, Oskar",
    "Who is the youngest?, Oskar, Nils, Nils"
  })
  void readsWhoDoesWhat(String question, String one, String other, String answer) {
    var text =
        new Comprehension(
            "Oskar moved to Bergen last year, where he plays the violin. His brother Nils stayed in"
                + " Porto and teaches the drums. Oskar is 30 years old, while Nils is 26.");
    assertThat(text.answer(question, List.of(one, other))).contains(answer);
  }

  @Test
  void saysNothingOfWhatTheTextDoesNotSpeakOf() {
    assertThat(STORY.answer("Who bought a car?", List.of("Quentin", "Rosa"))).isEmpty();
  }
}
