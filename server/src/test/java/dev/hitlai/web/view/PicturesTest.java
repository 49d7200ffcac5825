package dev.hitlai.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
  @Test
  void aFullRingIsClosedAndAnEmptyOneOpen() {
    assertThat(new ScoreRing(100, "Score").dashes()).isEqualTo("163.36 163.36");
    assertThat(new ScoreRing(0, "Score").dashes()).startsWith("0 ");
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoreRing(101, "Score"));
  }

  @Test
  void aSparklineStaysInItsPicture() {
    assertThat(new Sparkline("Up", List.of(0.0, 10.0)).points()).isEqualTo("0,30 120,2");
    assertThat(new Sparkline("Flat", List.of(5.0)).points()).isEqualTo("60,30");
    assertThat(new Sparkline("None", List.of()).points()).isEmpty();
  }

  @Test
  void aChartsScaleEndsAtARoundNumberAboveTheHighest() {
    assertThat(chart(List.of(14.0, 3.0)).top()).isEqualTo(20);
    assertThat(chart(List.of(0.0, 0.0)).top()).isEqualTo(1);
    assertThat(chart(List.of(100.0, 0.0)).top()).isEqualTo(100);
  }

  @Test
  void theTallestBarEndsAtTheTopOfTheScale() {
    var bars = chart(List.of(20.0, 10.0)).bars();

    assertThat(bars.get(0).y()).isEqualTo(12);
    assertThat(bars.get(1).height()).isEqualTo(94);
    assertThat(bars.get(0).title()).isEqualTo("Found, Mon: 20");
  }

  @Test
  void aSeriesOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> chart(List.of(1.0)));
  }

  @Test
  void aMarkStandsWhereItsMomentIs() {
    var mark = new Replay.Mark(Duration.ofSeconds(30), "Rage click", Tone.DANGER);
    var replay = new Replay("A visit", Duration.ofSeconds(120), List.of(mark));

    assertThat(replay.position(mark)).isEqualTo("25");
    assertThat(Replay.clock(Duration.ofSeconds(125))).isEqualTo("2:05");
  }

  @Test
  void heatHasFiveSteps() {
    assertThat(new Heat(0, 0, 0).css()).isEqualTo("heat-1");
    assertThat(new Heat(0, 0, 0.41).css()).isEqualTo("heat-3");
    assertThat(new Heat(0, 0, 1).css()).isEqualTo("heat-5");
  }

  private static Chart chart(List<Double> values) {
    return new Chart(
        "Findings",
        "findings",
        Chart.Kind.BARS,
        List.of("Mon", "Tue"),
        List.of(new Chart.Series("Found", values)));
  }
}
