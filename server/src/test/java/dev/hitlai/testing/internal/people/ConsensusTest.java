package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.CorrectionType.APPROVE;
import static dev.hitlai.testing.CorrectionType.DUPLICATE;
import static dev.hitlai.testing.CorrectionType.FALSE_POSITIVE;
import static dev.hitlai.testing.CorrectionType.HALLUCINATION;
import static dev.hitlai.testing.CorrectionType.SEVERITY_ADJUSTMENT;
import static dev.hitlai.testing.CorrectionType.WORDING_IMPROVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.internal.people.Consensus.Result;
import dev.hitlai.testing.internal.people.Consensus.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  @Test
  void takesOnePersonsWord() {
    assertThat(Consensus.of(List.of(says(APPROVE)), false))
        .isEqualTo(new Result.Agreed(says(APPROVE)));
    assertThat(Consensus.of(List.of(), false)).isEqualTo(new Result.Silent());
  }

  @Test
  void takesTwoForAgreedThatMeanTheSame() {
    var better = new Voice(WORDING_IMPROVEMENT, null, "Better", false);
    assertThat(Consensus.of(List.of(says(APPROVE), better), false))
        .isEqualTo(new Result.Agreed(better));
    assertThat(Consensus.of(List.of(says(FALSE_POSITIVE), says(HALLUCINATION)), false))
        .isEqualTo(new Result.Agreed(says(FALSE_POSITIVE)));
  }

  @Test
  void asksAThirdWhereTwoMeanSomethingElse() {
    for (var other : List.of(says(FALSE_POSITIVE), says(DUPLICATE), grades("low"))) {
      assertThat(Consensus.of(List.of(says(APPROVE), other), false))
          .isEqualTo(new Result.Disagreed());
    }
    assertThat(Consensus.of(List.of(grades("low"), grades("high")), false))
        .isEqualTo(new Result.Disagreed());
  }

  @Test
  void letsMoreThanHalfOfThreeOrMoreDecide() {
    assertThat(
            Consensus.of(List.of(says(FALSE_POSITIVE), says(APPROVE), says(FALSE_POSITIVE)), false))
        .isEqualTo(new Result.Agreed(says(FALSE_POSITIVE)));
    assertThat(Consensus.of(List.of(says(FALSE_POSITIVE), says(APPROVE), says(DUPLICATE)), false))
        .isEqualTo(new Result.Disagreed());
  }

  @Test
  void countsOnlyExpertsWhereItTakesOne() {
    var expert = new Voice(FALSE_POSITIVE, null, null, true);
    assertThat(Consensus.of(List.of(says(APPROVE)), true)).isEqualTo(new Result.ExpertNeeded());
    assertThat(Consensus.of(List.of(), true)).isEqualTo(new Result.ExpertNeeded());
    assertThat(Consensus.of(List.of(says(APPROVE), expert), true))
        .isEqualTo(new Result.Agreed(expert));
  }

  private static Voice says(CorrectionType verdict) {
    return new Voice(verdict, null, null, false);
  }

  private static Voice grades(String severity) {
    return new Voice(SEVERITY_ADJUSTMENT, severity, null, false);
  }
}
