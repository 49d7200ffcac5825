package dev.hitlai.unlock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.unlock.CompanyMilestone;
import dev.hitlai.unlock.MilestoneUnlocked;
import dev.hitlai.unlock.PhaseUnlocked;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Counting under concurrency: what is reached opens once, by the test that reaches it. */
class CompletionCountTest {
  private static final Counters ALL = new Counters(Counters.enoughOfEverything());

  @ParameterizedTest
  @EnumSource(CompanyMilestone.class)
  void sixtyFourTestsOfACompanyAcrossAMarkOpenItOnce(CompanyMilestone milestone) throws Exception {
    UUID company = ALL.company();
    var runs = ALL.completedRuns(company, Counters.THREADS, 0);
    ALL.companyStandsAt(company, milestone.tests() - 32L);
    ALL.completeAtOnce(runs.stream().map(run -> completed(company, run)).toList());
    assertThat(ALL.companyCompleted(company)).isEqualTo(milestone.tests() + 32);
    assertThat(
            ALL.number(
                "select count(*) from unlock.unlocked_features where company_id = ? and milestone"
                    + " = ? and completed_tests = ?",
                company,
                milestone.code(),
                milestone.tests()))
        .isEqualTo(4);
    assertThat(
            ALL.number(
                "select count(*) from unlock.unlocked_features where company_id = ?", company))
        .isEqualTo(4);
    assertThat(ALL.announced)
        .filteredOn(MilestoneUnlocked.class::isInstance)
        .map(MilestoneUnlocked.class::cast)
        .filteredOn(event -> event.companyId().equals(company))
        .extracting(MilestoneUnlocked::milestone)
        .containsExactly(milestone);
  }

  @ParameterizedTest
  @CsvSource({"2, 1000, 500, 300", "3, 5000, 2500, 0", "4, 10000, 5000, 0"})
  void sixtyFourCompaniesAcrossAMarkOfThePlatformOpenThePhaseOnceAndAtTheMark(
      int phase, int mark, int rated, int verified) throws Exception {
    var counters = new Counters(Counters.enoughOfEverything());
    counters.completedRuns(counters.company(), rated, verified);
    counters.run(
        sql ->
            IntStream.range(2, phase)
                .forEach(
                    earlier ->
                        sql.execute(
                            "insert into unlock.unlocked_features (milestone, source,"
                                + " completed_tests, unlocked_at) values (?, 'milestone', 1,"
                                + " now())",
                            "phase_" + earlier)));
    counters.platformStandsAt(mark - 32L);
    assertThat(phase(counters)).isEqualTo(phase - 1);
    var tests =
        counters.companies().stream()
            .map(company -> completed(company, UUID.randomUUID()))
            .toList();
    counters.completeAtOnce(tests);
    assertThat(phase(counters)).isEqualTo(phase);
    assertThat(
            counters.number(
                "select completed_tests from unlock.unlocked_features where milestone = ?",
                "phase_" + phase))
        .isEqualTo(mark);
    assertThat(counters.announced)
        .containsExactly(new PhaseUnlocked(phase, mark, counters.clock.instant()));
    assertThat(
            counters.number(
                "select sum(completed) from unlock.milestone_progress where company_id is null"))
        .isEqualTo(mark + 32);
  }

  @Test
  void aPhaseWaitsForEveryConditionAndOpensWhenTheLastIsMeasured() {
    var counters = new Counters(Counters.enoughOfEverything());
    UUID company = counters.company();
    counters.completedRuns(company, 499, 300);
    counters.platformStandsAt(5_000);
    counters.complete(Actor.company(null, company), company, UUID.randomUUID());
    assertThat(phase(counters)).isEqualTo(1);
    counters.completedRuns(company, 1, 0);
    Tenancy.run(Actor.system("test"), counters::measure);
    assertThat(phase(counters)).isEqualTo(2);
    Tenancy.run(Actor.system("test"), counters::measure);
    assertThat(counters.announced).hasSize(1);
  }

  @Test
  void aFigureThatNobodyProducesCountsAsNothing() {
    var counters = new Counters(List.of());
    UUID company = counters.company();
    counters.completedRuns(company, 500, 300);
    counters.platformStandsAt(20_000);
    assertThat(phase(counters)).isEqualTo(1);
    assertThat(
            counters.number(
                "select count(*) from unlock.platform_milestones where not is_measured and"
                    + " current_value = 0"))
        .isEqualTo(5);
  }

  @Test
  void whatIsRolledBackWasNeverCounted() {
    UUID company = ALL.company();
    Tenancy.run(
        Actor.company(null, company),
        () ->
            ALL.database
                .transactions()
                .executeWithoutResult(
                    status -> {
                      ALL.count.on(completed(company, UUID.randomUUID()));
                      status.setRollbackOnly();
                    }));
    assertThat(ALL.companyCompleted(company)).isZero();
  }

  @Test
  void countingAgainFindsWhatTheRunsSayAndOpensWhatWasMissed() {
    var counters = new Counters(List.of());
    UUID company = counters.company();
    counters.completedRuns(company, 1_003, 0);
    counters.companyStandsAt(company, 7);
    Tenancy.run(
        Actor.system("test"),
        () ->
            counters
                .database
                .transactions()
                .executeWithoutResult(_ -> counters.recount.everything()));
    assertThat(counters.companyCompleted(company)).isEqualTo(1_003);
    assertThat(counters.open(company))
        .containsExactlyInAnyOrderElementsOf(CompanyMilestone.ONE_THOUSAND.features())
        .contains(FeatureKey.API_ACCESS);
    assertThat(
            counters.number(
                "select sum(completed) from unlock.milestone_progress where company_id is null"))
        .isEqualTo(1_003);
  }

  private static TestRunCompleted completed(UUID company, UUID run) {
    return new TestRunCompleted(run, UUID.randomUUID(), company, ALL.clock.instant());
  }

  private static long phase(Counters counters) {
    return counters.number("select unlock.current_phase()");
  }
}
