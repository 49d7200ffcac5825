package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WordQualityTest {
  @Test
  void tellsWordsByTheirBeginningAndEnd() {
    assertThat(quality("Click the word that starts with \"tr\" and ends with \"er\"").orElseThrow())
        .accepts("trader", "Traveller")
        .rejects("trade", "reader");
  }

  @Test
  void tellsWordsByTheirLength() {
    assertThat(quality("Click the word with five letters").orElseThrow())
        .accepts("table")
        .rejects("tables");
  }

  @Test
  void saysNothingOfWordsThatAreNamed() {
    assertThat(quality("Click the word \"table\"")).isEmpty();
  }

  private static Optional<Predicate<String>> quality(String instruction) {
    var clauses = Clauses.of(instruction);
    return WordQuality.of(clauses.first(), clauses);
  }
}
