package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourAndReadabilityTest {

  @Test
  void proposesAColourThatPassesWheneverOneExists() {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      var text = Colour.of("#%06x".formatted(random.nextInt(1 << 24)));
      var ground = Colour.of("#%06x".formatted(random.nextInt(1 << 24)));
      var passing = text.passing(ground, 4.5);
      // Against any ground black or white reaches 4.58:1, so a passing colour always exists.
      assertThat(passing.contrast(ground)).isGreaterThanOrEqualTo(4.5);
      if (text.contrast(ground) >= 4.5) {
        assertThat(passing).isEqualTo(text);
      }
    }
  }

  @Test
  void contrastIsSymmetricalAndKnowsItsEnds() {
    var black = Colour.of("#000000");
    var white = Colour.of("#ffffff");
    assertThat(black.contrast(white)).isCloseTo(21, within(0.01));
    assertThat(white.contrast(black)).isEqualTo(black.contrast(white));
    assertThat(Colour.of("#777777").contrast(white)).isCloseTo(4.48, within(0.01));
  }

  @Test
  void tellsPlainTextFromOfficialese() {
    var plain =
        "Send it back within thirty days. We pay the post. You get your money back in a week. "
            + "Just put it in a box and take it to the shop near you.";
    var hard =
        "Notwithstanding aforementioned stipulations, reimbursement eligibility determinations"
            + " necessitate contemporaneous documentation substantiating merchandise acquisition"
            + " circumstances including transportation irregularities attributable to subcontracted"
            + " intermediaries whatsoever in perpetuity, any previously acknowledged"
            + " representations remaining unenforceable.";
    assertThat(Readability.of(plain, "en").hard()).isFalse();
    assertThat(Readability.of(hard, "en").hard()).isTrue();
    assertThat(Readability.of(plain, "fr").flesch()).isNaN();
  }
}
