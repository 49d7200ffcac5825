package dev.hitlai.health.internal.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.internal.alerts.AlertState.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertStateTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration HOLD = Duration.ofMinutes(5);
  private static final Optional<Reading> HIGH = Optional.of(new Reading(9, true, true));
  private static final Optional<Reading> LOW = Optional.of(new Reading(1, false, true));
  private static final Optional<Reading> STALE = Optional.of(new Reading(9, true, false));

  private AlertState state = AlertState.calm(START);
  private Instant now = START;

  private Turn look(Optional<Reading> reading) {
    return look(reading, false);
  }

  private Turn look(Optional<Reading> reading, boolean silenced) {
    var step = state.after(reading, silenced, now, HOLD);
    state = step.next();
    now = now.plusSeconds(60);
    return step.turn();
  }

  private List<Turn> looks(Optional<Reading> reading, int times) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < times; i++) {
      turns.add(look(reading));
    }
    return turns;
  }

  @Test
  void firesOnceWhenTheThresholdIsPassedForLongEnough() {
    assertThat(looks(HIGH, 5)).containsOnly(Turn.NONE);
    assertThat(look(HIGH)).isEqualTo(Turn.FIRED);
    assertThat(looks(HIGH, 20)).containsOnly(Turn.NONE);
  }

  @Test
  void oneGoodLookBeginsTheTimeAnew() {
    looks(HIGH, 5);
    look(LOW);
    assertThat(looks(HIGH, 5)).containsOnly(Turn.NONE);
    assertThat(look(HIGH)).isEqualTo(Turn.FIRED);
  }

  @Test
  void goingBackAndForthAtTheThresholdIsOneAlarm() {
    looks(HIGH, 6);
    for (int i = 0; i < 10; i++) {
      assertThat(look(LOW)).isEqualTo(Turn.NONE);
      assertThat(look(HIGH)).isEqualTo(Turn.NONE);
    }
    assertThat(looks(LOW, 3)).containsExactly(Turn.NONE, Turn.NONE, Turn.RESOLVED);
  }

  @Test
  void whatIsOnlyAMemoryDoesntFire() {
    assertThat(looks(STALE, 10)).containsOnly(Turn.NONE);
    assertThat(look(HIGH)).isEqualTo(Turn.FIRED);
  }

  @Test
  void endsQuietlyWhenMaintenanceBegins() {
    looks(HIGH, 6);
    assertThat(look(HIGH, true)).isEqualTo(Turn.HUSHED);
    assertThat(look(HIGH, true)).isEqualTo(Turn.NONE);
    assertThat(looks(HIGH, 5)).containsOnly(Turn.NONE);
  }

  @Test
  void whoDidntLookCantSayThatItWentOn() {
    looks(HIGH, 3);
    now = now.plus(Duration.ofMinutes(10));
    assertThat(looks(HIGH, 5)).containsOnly(Turn.NONE);
  }

  @Test
  void keepsFiringWhileNothingIsKnown() {
    looks(HIGH, 6);
    assertThat(looks(Optional.empty(), 30)).containsOnly(Turn.NONE);
    assertThat(state.firing()).isTrue();
  }
}
