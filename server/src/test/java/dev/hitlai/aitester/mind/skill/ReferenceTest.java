package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Which is the biggest ball that is not green? Click on it. | Click on the biggest ball that"
            + " is not green",
        "Which word is crossed out? Click it. | Click the word that is crossed out",
        "One word of the sentence is in italics. Click that word. | Click the word that is in"
            + " italics",
        "Somewhere among the members is Uma Venn. Invite this person. | Invite Uma Venn",
        "The parcel goes to Malta. Select this country. | Select the country Malta",
        "Find the mail from Ann. Star it. | Find the mail from Ann / Star it"
      })
  void putsWhatWasSpokenOfInPlaceOfThePronoun(String instruction, String clauses) {
    assertThat(String.join(" / ", Clauses.of(instruction).texts())).isEqualTo(clauses);
  }
}
