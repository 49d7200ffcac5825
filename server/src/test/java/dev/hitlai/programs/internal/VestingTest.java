package dev.hitlai.programs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.programs.TesterTier;
import dev.hitlai.programs.internal.ProgramEvents.Vested;
import dev.hitlai.testers.TestAccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vests for each tier at each step, and that it vests once. */
class VestingTest {
  private static final ProgramsOnTheirOwn ALL = new ProgramsOnTheirOwn();

  @ParameterizedTest
  @CsvSource({
    "FOUNDING_TESTER, 49, 0, 0",
    "FOUNDING_TESTER, 50, 0.25, 0.0125",
    "FOUNDING_TESTER, 99, 0.25, 0.0125",
    "FOUNDING_TESTER, 100, 0.50, 0.025",
    "FOUNDING_TESTER, 200, 0.75, 0.0375",
    "FOUNDING_TESTER, 499, 0.75, 0.0375",
    "FOUNDING_TESTER, 500, 1.00, 0.05",
    "EARLY_TESTER, 24, 0, 0",
    "EARLY_TESTER, 25, 0.25, 0.005",
    "EARLY_TESTER, 50, 0.50, 0.01",
    "EARLY_TESTER, 100, 0.75, 0.015",
    "EARLY_TESTER, 250, 1.00, 0.02",
    "BETA_TESTER, 19, 0, 0",
    "BETA_TESTER, 20, 0.33, 0.0033",
    "BETA_TESTER, 50, 0.66, 0.0066",
    "BETA_TESTER, 100, 1.00, 0.01",
    "BETA_TESTER, 5000, 1.00, 0.01",
  })
  void vestsAsTheTableSays(TesterTier tier, int completed, String share, String percent) {
    UUID tester = ALL.tester(0);
    var spot = joined(tier, tester);
    accept(tester, completed);
    accept(tester, completed);
    var reached = ALL.does(() -> ALL.vesting.of(spot.id()));
    if (share.equals("0")) {
      assertThat(reached).isEmpty();
      return;
    }
    assertThat(reached.getLast().share()).isEqualByComparingTo(share);
    assertThat(reached.getLast().equityPercent()).isEqualByComparingTo(percent);
    assertThat(reached)
        .hasSize((int) tier.vesting().stream().filter(step -> step.tests() <= completed).count());
    assertThat(ALL.announced)
        .filteredOn(event -> event instanceof Vested vested && vested.testerId().equals(tester))
        .as("each step is told once")
        .hasSameSizeAs(reached);
  }

  @Test
  void vestsAStepOnceHoweverManyTestsReachIt() throws Exception {
    UUID tester = ALL.tester(0);
    var spot = joined(TesterTier.BETA_TESTER, tester);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 8; thread++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  accept(tester, 20);
                  return true;
                }));
      }
      start.countDown();
      for (var one : all) {
        one.get();
      }
    }
    assertThat(ALL.does(() -> ALL.vesting.of(spot.id()))).hasSize(1);
  }

  @Test
  void countsTestsFromBeforeTheTesterJoined() {
    UUID tester = ALL.tester(120);
    var spot = joined(TesterTier.FOUNDING_TESTER, tester);
    assertThat(ALL.does(() -> ALL.vesting.of(spot.id())))
        .extracting(Vesting.Reached::tests)
        .containsExactly(50, 100);
  }

  @Test
  void givesNothingToTestersInNoProgram() {
    UUID tester = ALL.tester(0);
    accept(tester, 500);
    Object rows =
        ALL.database.asSystem(
            sql ->
                sql.fetchValue(
                    "select count(*) from programs.tester_equity_vesting where tester_id = ?",
                    tester));
    assertThat(rows).isEqualTo(0L);
  }

  private static TesterSpots.Membership joined(TesterTier tier, UUID tester) {
    UUID id = ALL.applied(tier, 50);
    ALL.run(
        () -> {
          var application = ALL.applications.find(id).orElseThrow();
          var spot =
              ALL.testers.hold(id, tier, ALL.clock.instant().plus(java.time.Duration.ofDays(30)));
          ALL.joining.join(application, spot, tester, UUID.randomUUID());
        });
    return ALL.does(() -> ALL.testers.active(tester).orElseThrow());
  }

  private static void accept(UUID tester, int completed) {
    ALL.run(() -> ALL.vesting.on(new TestAccepted(tester, completed, ALL.clock.instant())));
  }

  /** The figures of the contract. */
  @Test
  void promisesWhatWasPromised() {
    assertThat(List.of(TesterTier.values()))
        .extracting(
            TesterTier::spots,
            tier -> tier.share().toPlainString(),
            tier -> tier.trainingBonus().toPlainString(),
            tier -> tier.equityPercent().toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(20, "0.40", "5.00", "0.05"),
            org.assertj.core.groups.Tuple.tuple(30, "0.35", "3.00", "0.02"),
            org.assertj.core.groups.Tuple.tuple(50, "0.32", "2.00", "0.01"));
  }
}
