package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.TestType;
import dev.hitlai.testsupport.PlatformTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports as they are written and handed in. */
@PlatformTest
class ReportsOfTestersTest extends PeopleScene {
  @Test
  void showsTheAisFindingsOnlyWhenTheOwnListIsClosed() {
    UUID run = atWork(paused(1), ada);
    UUID id = mine(ada, run);
    var own = found("I pressed Pay now and nothing happened");
    assertThat(as(ada, () -> bench.read(ada, id)).ofAi()).isEmpty();
    bench.save(ada, id, TesterReport.EMPTY.withFindings(List.of(own)), 0, "one");
    assertThatThrownBy(() -> submissions.submit(ada, id, done(List.of())))
        .hasMessageContaining("Close the list");
    submissions.closeOwn(ada, id, List.of(own));
    var open = as(ada, () -> bench.read(ada, id));
    assertThat(open.ofAi()).hasSize(2);
    assertThat(open.needed()).containsExactly(issue(run, DOUBTFUL));
    assertThat(open.report().verdicts())
        .singleElement()
        .satisfies(one -> assertThat(one.verdict()).isEqualTo("approve"));
    var late = TesterReport.EMPTY.withFindings(List.of(own, found("Something else entirely")));
    assertThat(bench.save(ada, id, late, open.version(), "one").keptClosed()).isTrue();
    assertThat(as(ada, () -> bench.read(ada, id)).report().findings()).containsExactly(own);
  }

  @Test
  void saysSoWhenAnotherTabHadSavedMeanwhile() {
    UUID id = mine(ada, atWork(paused(1), ada));
    var first = bench.save(ada, id, TesterReport.EMPTY, 0, "one");
    assertThat(first.overwrote()).isFalse();
    assertThat(bench.save(ada, id, TesterReport.EMPTY, 0, "one").overwrote()).isFalse();
    assertThat(bench.save(ada, id, TesterReport.EMPTY, 0, "two").overwrote()).isTrue();
  }

  @Test
  void refusesAReportThatLacksSomethingAndKeepsEverything() {
    UUID run = atWork(paused(1), ada);
    UUID id = mine(ada, run);
    submissions.closeOwn(ada, id, List.of(found("A finding of mine")));
    var unfinished = new TesterReport(null, 2.0, "", "", "", List.of(), List.of());
    assertThatThrownBy(() -> submissions.submit(ada, id, unfinished))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem ->
                assertThat(problem.details())
                    .containsOnlyKeys(
                        "outcome", "sentimentScore", "aiVerdicts[" + issue(run, DOUBTFUL) + "]"));
    assertThat(as(ada, () -> bench.read(ada, id)).report().findings()).hasSize(1);
    assertThat(count("status = 'in_progress'", run)).isEqualTo(1);
    assertThatThrownBy(() -> submissions.submit(ben, id, unfinished))
        .hasMessageContaining("no such test");
  }

  @Test
  void makesAFindingOfBothWhatPersonAndAiFoundAndTellsWhatTheAiMissed() {
    UUID run = atWork(paused(1), ada);
    submit(
        ada,
        run,
        List.of(
            found("I pressed Pay now and nothing happened"),
            found("My address had to be typed twice")),
        says(run, "approve"));
    assertThat(
            company.<String>one(
                "select source from testing.issues where id = ?", issue(run, DOUBTFUL)))
        .isEqualTo("both");
    assertThat(
            company.<Long>one(
                "select count(*) from testing.issues where test_run_id = ? and source = 'human'",
                run))
        .isEqualTo(1);
    assertThat(
            company.<Long>one(
                "select count(*) from training.human_corrections where test_run_id = ?"
                    + " and correction_type = 'false_negative' and reward is null",
                run))
        .isEqualTo(1);
    assertThat(
            company.<BigDecimal>one(
                "select reward from training.human_corrections where issue_id = ?",
                issue(run, DOUBTFUL)))
        .isEqualByComparingTo("1.3");
    assertThat(company.status(run)).isEqualTo("completed");
  }

  @Test
  void carriesOutATestByPeopleAloneFromTheFirstTesterOn() {
    UUID run = hybrid.draft(company, TestType.HUMAN_ONLY, 1, roster.only());
    database.asSystem(
        sql -> sql.execute("update testing.test_runs set quota_taken = true where id = ?", run));
    topUp(run);
    begin(ada, run);
    assertThat(company.status(run)).isEqualTo("running");
    submissions.submit(
        ada, mine(ada, run), done(List.of()).withFindings(List.of(found("All is broken"))));
    assertThat(company.status(run)).isEqualTo("completed");
    assertThat(company.<String>one("select outcome from testing.test_runs where id = ?", run))
        .isEqualTo("done");
    assertThat(company.does(() -> charges.balance(company.id()))).isEqualByComparingTo("-25.00");
  }
}
