package dev.hitlai.health.internal.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.MonitorState;
import dev.hitlai.health.internal.incidents.OutageStep.Own;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageStepTest {
  @Test
  void opensRelapsesAndRecovers() {
    assertThat(OutageStep.of(Own.NONE, MonitorState.DOWN, false)).isEqualTo(OutageStep.OPENS);
    assertThat(OutageStep.of(Own.FAILING, MonitorState.DOWN, false)).isEqualTo(OutageStep.NOTHING);
    assertThat(OutageStep.of(Own.RECOVERING, MonitorState.DOWN, false))
        .isEqualTo(OutageStep.RELAPSES);
    assertThat(OutageStep.of(Own.FAILING, MonitorState.UP, false)).isEqualTo(OutageStep.RECOVERS);
    assertThat(OutageStep.of(Own.FAILING, MonitorState.DEGRADED, false))
        .isEqualTo(OutageStep.RECOVERS);
  }

  @Test
  void followsAParentWithoutANoise() {
    assertThat(OutageStep.of(Own.NONE, MonitorState.DOWN, true)).isEqualTo(OutageStep.JOINS);
    assertThat(OutageStep.of(Own.NONE, MonitorState.UP, false)).isEqualTo(OutageStep.LEAVES);
  }

  @Test
  void notToSeeItIsNoSign() {
    for (var own : Own.values()) {
      assertThat(OutageStep.of(own, MonitorState.UNKNOWN, false)).isEqualTo(OutageStep.NOTHING);
    }
  }

  @Test
  void waitsLongerTheMoreItFlaps() {
    var minute = Duration.ofMinutes(1);
    assertThat(OutageStep.calm(minute, 0)).isEqualTo(Duration.ofMinutes(3));
    assertThat(OutageStep.calm(minute, 1)).isEqualTo(Duration.ofMinutes(6));
    assertThat(OutageStep.calm(minute, 50)).isEqualTo(Duration.ofMinutes(30));
    assertThat(OutageStep.calm(Duration.ofHours(1), 3)).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void onlyLegalMovesOfTheStatus() {
    assertThat(IncidentStatus.RESOLVED.offered()).containsExactly(IncidentStatus.RESOLVED);
    assertThat(IncidentStatus.INVESTIGATING.mayBecome(IncidentStatus.RESOLVED)).isTrue();
    assertThat(IncidentStatus.RESOLVED.mayBecome(IncidentStatus.INVESTIGATING)).isFalse();
  }
}
