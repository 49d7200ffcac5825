package dev.hitlai.training;

import static dev.hitlai.testing.CorrectionType.APPROVE;
import static dev.hitlai.testing.CorrectionType.DUPLICATE;
import static dev.hitlai.testing.CorrectionType.FALSE_NEGATIVE;
import static dev.hitlai.testing.CorrectionType.FALSE_POSITIVE;
import static dev.hitlai.testing.CorrectionType.HALLUCINATION;
import static dev.hitlai.testing.CorrectionType.SEVERITY_ADJUSTMENT;
import static dev.hitlai.testing.CorrectionType.WORDING_IMPROVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewardTest {
  @Test
  void sumsThePartsOfWhatWasRight() {
    assertThat(Reward.of(APPROVE, 0.7, false)).isEqualByComparingTo("1.3");
    assertThat(Reward.of(APPROVE, 0.9, false)).isEqualByComparingTo("1.5");
    assertThat(Reward.of(APPROVE, 0.9, true)).isEqualByComparingTo("2.0");
    assertThat(Reward.of(WORDING_IMPROVEMENT, 0.7, false)).isEqualByComparingTo("0.8");
    assertThat(Reward.of(SEVERITY_ADJUSTMENT, 0.7, true)).isEqualByComparingTo("1.0");
    assertThat(Reward.of(DUPLICATE, 0.7, true)).isEqualByComparingTo("0.8");
  }

  @Test
  void takesAwayForBeingWrongAndMoreForHavingBeenSure() {
    assertThat(Reward.of(FALSE_POSITIVE, 0.7, false)).isEqualByComparingTo("-0.5");
    assertThat(Reward.of(FALSE_POSITIVE, 0.81, true)).isEqualByComparingTo("-0.8");
    assertThat(Reward.of(HALLUCINATION, 0.7, false)).isEqualByComparingTo("-1.5");
    assertThat(Reward.of(HALLUCINATION, 0.9, true)).isEqualByComparingTo("-1.8");
    assertThat(Reward.of(SEVERITY_ADJUSTMENT, 0.9, false)).isEqualByComparingTo("0.2");
  }

  @Test
  void doesNotCountExactlyFourFifthsAsSure() {
    assertThat(Reward.of(APPROVE, 0.8, false)).isEqualByComparingTo("1.3");
  }

  @Test
  void hasNothingToRewardInWhatTheAiMissed() {
    assertThat(Reward.of(FALSE_NEGATIVE, 0.9, true)).isNull();
  }
}
