package dev.hitlai.testing.internal.findings;

import static dev.hitlai.aitester.Category.FORMS;
import static dev.hitlai.aitester.Category.SECURITY;
import static dev.hitlai.aitester.Severity.CRITICAL;
import static dev.hitlai.aitester.Severity.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Severity;
import dev.hitlai.identity.TestSettings;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewStateTest {
  @Test
  void routesByConfidence() {
    assertThat(route(0.95, LOW, FORMS, 1)).isEqualTo(ReviewState.NONE);
    assertThat(route(0.80, LOW, FORMS, 0)).isEqualTo(ReviewState.NONE);
    assertThat(route(0.80, LOW, FORMS, 1)).isEqualTo(ReviewState.SAMPLED);
    assertThat(route(0.79, LOW, FORMS, 0)).isEqualTo(ReviewState.REQUIRED);
    assertThat(route(0.60, LOW, FORMS, 0)).isEqualTo(ReviewState.REQUIRED);
    assertThat(route(0.59, LOW, FORMS, 0)).isEqualTo(ReviewState.EXPERT_REQUIRED);
  }

  @Test
  void asksAPersonAboutCriticalAndSecurityFindings() {
    assertThat(route(0.99, CRITICAL, FORMS, 0)).isEqualTo(ReviewState.REQUIRED);
    assertThat(route(0.99, LOW, SECURITY, 0)).isEqualTo(ReviewState.REQUIRED);
    var relaxed = new TestSettings.Values(3, 0, false);
    assertThat(ReviewState.route(0.99, CRITICAL, SECURITY, "0123456789abcdef", relaxed))
        .isEqualTo(ReviewState.NONE);
  }

  @Test
  void drawsAboutTheShareThatTheCompanySet() {
    var settings = new TestSettings.Values(3, 0.10, true);
    long drawn =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "%016x".formatted(i * 7919L))
            .filter(
                print ->
                    ReviewState.route(0.85, LOW, FORMS, print, settings) == ReviewState.SAMPLED)
            .count();
    assertThat(drawn / 10_000.0).isCloseTo(0.10, within(0.02));
  }

  private static ReviewState route(
      double confidence, Severity severity, Category category, double sampleRate) {
    var settings = new TestSettings.Values(3, sampleRate, true);
    return ReviewState.route(confidence, severity, category, "0123456789abcdef", settings);
  }
}
