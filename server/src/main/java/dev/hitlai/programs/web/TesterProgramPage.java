package dev.hitlai.programs.web;

import dev.hitlai.programs.internal.TesterSpots;
import dev.hitlai.programs.internal.Vesting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tester has.
 *
 * @param sharePercent of a test's list price, right now
 * @param trainingBonus in US dollars
 * @param equity the grant and what of it has vested, in percent of the platform
 */
public record TesterProgramPage(
    int testsCompleted,
    String sharePercent,
    BigDecimal trainingBonus,
    String equity,
    String vested,
    List<Row> steps) {

  /**
   * A step of the vesting.
   *
   * @param reachedAt null while it is ahead
   */
  public record Row(int tests, String share, String equity, @Nullable Instant reachedAt) {}

  static TesterProgramPage of(
      TesterSpots.@Nullable Membership spot,
      List<Vesting.Reached> reached,
      int completed,
      BigDecimal share,
      BigDecimal trainingBonus) {
    BigDecimal grant = spot == null ? BigDecimal.ZERO : spot.equityPercent();
    List<Row> steps =
        spot == null
            ? List.of()
            : spot.tier().vesting().stream()
                .map(
                    step ->
                        new Row(
                            step.tests(),
                            plain(step.share().movePointRight(2)) + " %",
                            plain(grant.multiply(step.share())) + " %",
                            at(reached, step.tests())))
                .toList();
    return new TesterProgramPage(
        completed,
        plain(share.movePointRight(2)),
        trainingBonus,
        plain(grant) + " %",
        (reached.isEmpty() ? "0" : plain(reached.getLast().equityPercent())) + " %",
        steps);
  }

  private static @Nullable Instant at(List<Vesting.Reached> reached, int tests) {
    return reached.stream()
        .filter(step -> step.tests() == tests)
        .map(Vesting.Reached::at)
        .findFirst()
        .orElse(null);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
