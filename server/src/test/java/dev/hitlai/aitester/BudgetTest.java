package dev.hitlai.aitester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  @ParameterizedTest
  @CsvSource({
    "PT4.999S, 12, 30, seconds",
    "PT30M1S, 12, 30, minutes",
    "PT1M, 0, 30, Pages",
    "PT1M, 201, 30, Pages",
    "PT1M, 12, 0, Steps",
    "PT1M, 12, 501, Steps",
  })
  void refusesWhatIsOutOfBoundsAndSaysTheBounds(Duration time, int pages, int steps, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(time, pages, steps))
        .withMessageContaining(words);
  }

  @Test
  void takesTheBoundsThemselves() {
    assertThat(new Budget(Duration.ofSeconds(5), 1, 1).maxSteps()).isEqualTo(1);
    assertThat(new Budget(Duration.ofMinutes(30), 200, 500).maxPages()).isEqualTo(200);
  }
}
