package dev.hitlai.testing.internal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.internal.comparison.Contest.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @Test
  void countsWhatBothAndWhatOneOfThemFound() {
    var outcome =
        contest(List.of(item(A, "low", true), item(B, "low", true), item(C, "low", true)));
    assertThat(outcome.overlap()).isEqualTo(1);
    assertThat(outcome.ai().issues()).isEqualTo(2);
    assertThat(outcome.human().issues()).isEqualTo(2);
    assertThat(outcome.agreement()).isEqualByComparingTo("0.3333");
    assertThat(outcome.ai().quality()).isEqualByComparingTo("0.8");
    assertThat(outcome.better()).isEqualTo("tie");
  }

  @Test
  void letsTheGraverFindingCountMore() {
    var outcome =
        contest(List.of(item(A, "low", true), item(B, "low", true), item(C, "critical", true)));
    assertThat(outcome.better()).isEqualTo("human");
    assertThat(outcome.human().quality()).isEqualByComparingTo("0.9474");
    assertThat(outcome.reasoning())
        .isEqualTo(
            "Of the 3 findings that hold, the AI has 2 (67 %) and the person 2 (67 %). The AI said"
                + " 0 that don't, took 1.5 min and cost $5.00; the person said 0 that don't, took"
                + " an unknown time and cost $25.00. The person did better: quality 0.33 to 0.95,"
                + " the AI's first, weighed by severity.");
  }

  @Test
  void takesWhatDoesNotHoldAgainstWhoSaidIt() {
    var outcome =
        contest(List.of(item(A, "high", false), item(B, "high", true), item(C, "high", true)));
    assertThat(outcome.ai().quality()).isEqualByComparingTo("0.5");
    assertThat(outcome.human().quality()).isEqualByComparingTo("1");
    assertThat(outcome.better()).isEqualTo("human");
  }

  @Test
  void callsItATieWhereThereIsNothingToFind() {
    var outcome = new Contest(List.of(), Set.of(), Set.of()).outcome(null, null, null, null);
    assertThat(outcome.agreement()).isNull();
    assertThat(outcome.ai().quality()).isNull();
    assertThat(outcome.better()).isEqualTo("tie");
  }

  /** The AI found A and B, the person B and C. */
  private static Contest.Outcome contest(List<Item> items) {
    return new Contest(items, Set.of(A, B), Set.of(B, C))
        .outcome(null, new BigDecimal("25"), new BigDecimal("1.5"), new BigDecimal("5"));
  }

  private static Item item(UUID id, String severity, boolean holds) {
    return new Item(id, severity, holds);
  }
}
