package dev.hitlai.testing.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.internal.execution.RetryRules.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryRulesTest {
  private final RetryRules rules = new RetryRules(Duration.ofSeconds(5));

  @Test
  void triesANetworkErrorThreeTimesWithGrowingPauses() {
    assertThat(after(Failure.Kind.NETWORK_ERROR, 1))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(5), 1));
    assertThat(after(Failure.Kind.NETWORK_ERROR, 2))
        .isEqualTo(new Verdict.Again(Duration.ofSeconds(20), 1));
    assertThat(after(Failure.Kind.NETWORK_ERROR, 3)).isEqualTo(new Verdict.Enough());
  }

  @Test
  void triesATimeoutOnceMoreWithTwiceTheTime() {
    assertThat(after(Failure.Kind.TIMEOUT, 1)).isEqualTo(new Verdict.Again(Duration.ZERO, 2));
    assertThat(after(Failure.Kind.TIMEOUT, 2)).isEqualTo(new Verdict.Enough());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NETWORK_ERROR", "TIMEOUT"})
  void givesUpOnAnythingElseAtOnce(Failure.Kind kind) {
    assertThat(after(kind, 1)).isEqualTo(new Verdict.Enough());
  }

  @Test
  void resumesARunWhoseServerDiedTwiceAndNoMore() {
    assertThat(rules.resumes(0)).isTrue();
    assertThat(rules.resumes(2)).isTrue();
    assertThat(rules.resumes(3)).isFalse();
  }

  private Verdict after(Failure.Kind kind, int failures) {
    return rules.after(new Failure(kind, "It failed."), failures);
  }
}
