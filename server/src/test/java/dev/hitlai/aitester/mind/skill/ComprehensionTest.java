package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComprehensionTest {
  private static final String TEXT =
      "Oskar moved to Bergen last year, where he plays the violin. His brother Nils stayed in Porto"
          + " and teaches the drums. Oskar is 30 years old, while Nils is 26.";

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
    assertThat(Comprehension.answer(question, List.of(one, other), TEXT)).contains(answer);
  }

  @Test
  void guessesNothingThatTheTextDoesNotTell() {
    assertThat(Comprehension.answer("What colour is the sky?", List.of("blue", "grey"), TEXT))
        .isEmpty();
  }
}
