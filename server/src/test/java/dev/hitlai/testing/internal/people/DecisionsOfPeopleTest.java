package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.Severity;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.internal.execution.HybridRuns;
import dev.hitlai.testsupport.PlatformTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How what people say settles a run, and the books with it. */
@PlatformTest
class DecisionsOfPeopleTest extends PeopleScene {
  @Test
  void letsAThirdPersonDecideWhereTwoDisagreeAndKeepsTheBooks() {
    UUID run = paused(2);
    topUp(run);
    begin(ada, run);
    begin(cleo, run);
    submit(ada, run, List.of(), says(run, "approve"));
    submit(ada, run, List.of(), says(run, "false_positive"));
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    submit(cleo, run, List.of(), says(run, "false_positive"));
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    topUp(run);
    begin(ben, run);
    UUID review = mine(ben, run);
    UUID doubtful = issue(run, DOUBTFUL);
    assertThat(as(ben, () -> reader.toReview(run, false))).hasSize(1);
    assertThatThrownBy(() -> decisions.review(ada, review, doubtful, decides("approve", "Because")))
        .hasMessageContaining("no such review");
    assertThatThrownBy(() -> decisions.review(ben, review, doubtful, decides("approve", " ")))
        .isInstanceOf(ApiProblem.class);
    decisions.review(ben, review, doubtful, decides("false_positive", "It opens a new window."));
    assertThat(company.status(run)).isEqualTo("completed");
    assertThat(company.<String>one("select verdict from testing.issues where id = ?", doubtful))
        .isEqualTo("false_positive");
    assertThat(told)
        .filteredOn(TestRunCompleted.class::isInstance)
        .filteredOn(event -> ((TestRunCompleted) event).testRunId().equals(run))
        .hasSize(1);
    assertThat(notices()).contains("assignment.offered", "dispute.resolved");
    // $5.00 for the AI and $25.00 for each of two people; each of them earns 30 % of $25.00.
    assertThat(company.does(() -> charges.balance(company.id()))).isEqualByComparingTo("-55.00");
    assertThat(earned(ada)).isEqualByComparingTo("7.50");
    assertThat(earned(cleo)).isEqualByComparingTo("7.50");
    assertThat(earned(ben)).isEqualByComparingTo("0.00");
    assertThat(company.<BigDecimal>one("select price_usd from testing.test_runs where id = ?", run))
        .isEqualByComparingTo("55.00");
  }

  @Test
  void completesOnceWhenTheLastTwoHandInAtTheSameMoment() throws Exception {
    UUID run = paused(2);
    topUp(run);
    for (CurrentUser tester : List.of(ada, cleo)) {
      begin(tester, run);
      submissions.closeOwn(tester, mine(tester, run), List.of());
    }
    inParallel(
        List.of(
            () -> submissions.submit(ada, mine(ada, run), done(says(run, "approve"))),
            () -> submissions.submit(cleo, mine(cleo, run), done(says(run, "approve")))));
    assertThat(company.status(run)).isEqualTo("completed");
    assertThat(told)
        .filteredOn(TestRunCompleted.class::isInstance)
        .filteredOn(event -> ((TestRunCompleted) event).testRunId().equals(run))
        .hasSize(1);
  }

  @Test
  void needsAnExpertForWhatTheAiIsLeastSureOf() {
    UUID run =
        hybrid.paused(
            company,
            1,
            roster.only(),
            plan -> List.of(HybridRuns.finding(plan, DOUBTFUL, Severity.LOW, 0.5)));
    submit(ada, atWork(run, ada), List.of(), says(run, "approve"));
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    var open = Tenancy.as(Roster.admin().actor(), () -> reader.open());
    var mine = open.stream().filter(one -> one.runId().equals(run)).toList();
    assertThat(mine)
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo("expert_review"));
    decisions.decide(Roster.admin(), mine.getFirst().id(), decides("approve", "I tried it."));
    assertThat(company.status(run)).isEqualTo("completed");
  }

  @Test
  void takesDisputesOfVerdictsAndRatingsToAnAdministrator() {
    UUID run = atWork(paused(1), ada);
    submit(ada, run, List.of(), says(run, "false_positive"));
    company.does(
        () -> {
          rating.rate(run, 1, "", null);
          return true;
        });
    UUID doubtful = issue(run, DOUBTFUL);
    UUID verdict = as(ada, () -> disputes.disputeVerdict(ada, doubtful, "I was wrong."));
    UUID stars = as(ada, () -> disputes.disputeRating(ada, mine(ada, run), "One star for what?"));
    assertThatThrownBy(() -> as(ben, () -> disputes.disputeVerdict(ben, doubtful, "Mine!")))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> decisions.decide(ada, verdict, decides("approve", "Mine")))
        .hasMessageContaining("administrators");
    decisions.decide(Roster.admin(), verdict, decides("approve", "It does nothing indeed."));
    decisions.decide(Roster.admin(), stars, decides("annulled", "The work was sound."));
    assertThat(company.<String>one("select verdict from testing.issues where id = ?", doubtful))
        .isEqualTo("confirmed");
    assertThat(rated(ada)).isNull();
    assertThatThrownBy(
            () -> decisions.decide(Roster.admin(), stars, decides("upheld", "No, it was not.")))
        .hasMessageContaining("already");
  }
}
