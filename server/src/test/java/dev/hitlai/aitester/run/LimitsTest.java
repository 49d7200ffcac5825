package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final Relay relay = new Relay(new RunListener() {}, 1, Secrets.statedIn(List.of()));
  private final Limits limits = new Limits(new Budget(Duration.ofSeconds(30), 4, 6), relay);

  @Test
  void letsAMissionGoOnWithinItsBudget() {
    assertThat(limits.reached(0, Duration.ofSeconds(30))).isEmpty();
    assertThat(limits.reached(5, Duration.ofNanos(1))).isEmpty();
  }

  @Test
  void endsAMissionWithItsLastStep() {
    assertThat(limits.reached(6, Duration.ofSeconds(9)))
        .contains(new Limits.Stop(MissionOutcome.OUT_OF_BUDGET, "All 6 steps were used up."));
  }

  @Test
  void endsAMissionWithItsTime() {
    assertThat(limits.reached(2, Duration.ZERO))
        .contains(
            new Limits.Stop(
                MissionOutcome.OUT_OF_BUDGET, "The time of 30 s was used up after 2 steps."));
  }

  @Test
  void saysThatItWasStoppedEvenWhenTheBudgetIsUsedUpToo() {
    relay.cancel();
    assertThat(limits.reached(6, Duration.ZERO))
        .contains(new Limits.Stop(MissionOutcome.CANCELLED, "Stopped on request after 6 steps."));
  }
}
