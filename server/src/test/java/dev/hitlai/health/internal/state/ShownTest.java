package dev.hitlai.health.internal.state;

import static dev.hitlai.health.MonitorState.DEGRADED;
import static dev.hitlai.health.MonitorState.DOWN;
import static dev.hitlai.health.MonitorState.MAINTENANCE;
import static dev.hitlai.health.MonitorState.UNKNOWN;
import static dev.hitlai.health.MonitorState.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.internal.state.Shown.Change;
import dev.hitlai.health.internal.state.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told, check by check; a check a minute, two in a row to change. */
class ShownTest {
  private static final long MINUTE = 60_000;

  private final List<Change> changes = new ArrayList<>();
  private Shown shown = Shown.fresh(0);
  private Spans maintenance = Spans.NONE;
  private boolean parentFails;
  private long at = MINUTE;

  @Test
  void opensAnOutageAtItsFirstFailureAndEndsItAtTheFirstSuccess() {
    see("uuddduu");
    assertThat(changes)
        .containsExactly(
            new Change(UNKNOWN, UP, MINUTE, false),
            new Change(UP, DOWN, 3 * MINUTE, false),
            new Change(DOWN, UP, 6 * MINUTE, false));
  }

  @Test
  void takesASingleFailureForNothing() {
    see("uuduudu");
    assertThat(changes).hasSize(1);
  }

  @Test
  void makesOneOutageOfAMonitorThatFlaps() {
    see("uudd" + "udud".repeat(20) + "uu");
    assertThat(changes.stream().filter(change -> change.to() == DOWN)).hasSize(1);
    assertThat(shown.state()).isEqualTo(UP);
  }

  @Test
  void isDegradedWhileAnswersAreSlow() {
    see("uussssuu");
    assertThat(changes.stream().map(Change::to)).containsExactly(UP, DEGRADED, UP);
  }

  @Test
  void isUnknownFromWhenTheLastCheckNoLongerSpoke() {
    see("uu");
    at += 30 * MINUTE;
    see("u");
    assertThat(changes)
        .containsExactly(
            new Change(UNKNOWN, UP, MINUTE, false),
            new Change(UP, UNKNOWN, 4 * MINUTE, false),
            new Change(UNKNOWN, UP, 33 * MINUTE, false));
  }

  @Test
  void countsFailuresAnewAfterATimeOfBlindness() {
    see("uud");
    at += 30 * MINUTE;
    see("d");
    assertThat(shown.state()).isEqualTo(UP);
    see("d");
    assertThat(changes.getLast()).isEqualTo(new Change(UP, DOWN, 34 * MINUTE, false));
  }

  @Test
  void saysNothingOfFailuresInMaintenance() {
    maintenance = Spans.of(List.of(new Span(3 * MINUTE, 10 * MINUTE)));
    see("uuddddddduu");
    assertThat(changes.stream().map(Change::to)).containsExactly(UP, MAINTENANCE, UP);
  }

  @Test
  void isSilentWhileAParentFailsAndSpeaksUpWhenItStaysDown() {
    see("uu");
    parentFails = true;
    see("dd");
    assertThat(changes.getLast()).isEqualTo(new Change(UP, DOWN, 3 * MINUTE, true));
    parentFails = false;
    see("d");
    assertThat(changes.getLast()).isEqualTo(new Change(DOWN, DOWN, 5 * MINUTE, false));
    assertThat(shown.since()).isEqualTo(3 * MINUTE);
  }

  @Test
  void staysSilentWhenItFollowsItsParentUp() {
    see("uu");
    parentFails = true;
    see("ddd");
    parentFails = false;
    see("uu");
    assertThat(changes.stream().filter(change -> change.to() == DOWN && !change.silenced()))
        .isEmpty();
    assertThat(shown.state()).isEqualTo(UP);
  }

  @Test
  void hurriesOnlyWhileSomethingIsToBeConfirmed() {
    see("uu");
    assertThat(shown.fold().wantsHurry()).isFalse();
    see("d");
    assertThat(shown.fold().wantsHurry()).isTrue();
    see("d");
    assertThat(shown.fold().wantsHurry()).isFalse();
    see("u");
    assertThat(shown.fold().wantsHurry()).isTrue();
    see("u");
    assertThat(shown.fold().wantsHurry()).isFalse();
  }

  private void see(String verdicts) {
    for (char letter : verdicts.toCharArray()) {
      var verdict =
          switch (letter) {
            case 'u' -> Verdict.UP;
            case 's' -> Verdict.DEGRADED;
            default -> Verdict.DOWN;
          };
      var step = shown.after(new Sample(at, verdict, 2 * MINUTE, 2, 2), maintenance, parentFails);
      shown = step.next();
      changes.addAll(step.changes());
      at += MINUTE;
    }
  }
}
