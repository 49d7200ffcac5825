package dev.hitlai.testing.internal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testers.AiPerformances.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AiFiguresTest {
  private static final UUID TESTER = new UUID(0, 9);

  @Test
  void beginsWeeksOnMondayAndMonthsOnTheFirst() {
    var wednesday = Instant.parse("2026-04-01T10:00:00Z");
    assertThat(AiFigures.start(Period.WEEK, wednesday)).isEqualTo("2026-03-30T00:00:00Z");
    assertThat(AiFigures.start(Period.MONTH, wednesday)).isEqualTo("2026-04-01T00:00:00Z");
  }

  @Test
  void addsUpWhatPeopleSaidOfFindings() {
    var figures =
        AiFigures.of(
            List.of(
                run("2026-04-01T10:00:00Z", 10, 2, 1, 3), run("2026-04-02T10:00:00Z", 0, 0, 0, 0)),
            Map.of(),
            Instant.EPOCH);
    assertThat(figures).hasSize(2);
    assertThat(figures)
        .allSatisfy(
            one -> {
              assertThat(one.tests()).isEqualTo(2);
              assertThat(one.accuracy()).isEqualByComparingTo("0.6154"); // 8 of 13
              assertThat(one.correctionRate()).isEqualByComparingTo("0.3");
              assertThat(one.corrections()).isEqualTo(6);
              assertThat(one.costPerTest()).isEqualByComparingTo("5");
              assertThat(one.comparisons()).isZero();
              assertThat(one.speedRatio()).isNull();
            });
  }

  @Test
  void saysNothingOfSharesWithoutVerdicts() {
    var figures =
        AiFigures.of(List.of(run("2026-04-01T10:00:00Z", 0, 0, 0, 0)), Map.of(), Instant.EPOCH);
    assertThat(figures).allSatisfy(one -> assertThat(one.accuracy()).isNull());
    assertThat(figures).allSatisfy(one -> assertThat(one.correctionRate()).isNull());
  }

  @Test
  void leavesOutPeriodsWhoseBeginningIsNotLookedAt() {
    var figures =
        AiFigures.of(
            List.of(run("2026-04-01T10:00:00Z", 0, 0, 0, 0)),
            Map.of(),
            Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(figures).hasSize(1);
    assertThat(figures.getFirst().period()).isEqualTo(Period.MONTH);
  }

  private static AiFigures.Run run(String at, int judged, int refuted, int changed, int missed) {
    return new AiFigures.Run(
        UUID.randomUUID(),
        TESTER,
        "hitl_finetuned",
        "built-in-1",
        Instant.parse(at),
        new BigDecimal("2"),
        new BigDecimal("5"),
        0,
        12,
        judged,
        refuted,
        changed,
        missed);
  }
}
