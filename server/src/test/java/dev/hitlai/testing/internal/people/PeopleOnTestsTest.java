package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.AiPerformances;
import dev.hitlai.testers.Comparisons;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.comparison.AiReckoning;
import dev.hitlai.testing.internal.execution.HybridRuns;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunRating;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Work by people from the offer to the books, with the AI's part by a script. */
@PlatformTest
class PeopleOnTestsTest {
  private static final String DOUBTFUL = "The button \"Pay now\" does nothing when it is clicked";
  private static final String SURE = "The text \"Returns\" is hard to read on its background";

  @Autowired TestDatabase database;
  @Autowired SettableClock clock;
  @Autowired HybridRuns hybrid;
  @Autowired Offers offers;
  @Autowired PeopleSweep sweep;
  @Autowired TesterWork work;
  @Autowired Workbench bench;
  @Autowired Submissions submissions;
  @Autowired Disputes disputes;
  @Autowired DisputeDecisions decisions;
  @Autowired DisputeReader reader;
  @Autowired HumanResults results;
  @Autowired RunCancellation cancellation;
  @Autowired RunRating rating;
  @Autowired Earnings earnings;
  @Autowired Charges charges;
  @Autowired Comparisons comparisons;
  @Autowired AiPerformances performances;
  @Autowired AiReckoning reckoning;
  @Autowired ConfigurableApplicationContext context;

  private final List<Object> told = new CopyOnWriteArrayList<>();
  private final ApplicationListener<PayloadApplicationEvent<?>> listener =
      event -> told.add(event.getPayload());
  private TestCompany company;
  private Roster roster;
  private CurrentUser ada;
  private CurrentUser ben;
  private CurrentUser cleo;

  @BeforeEach
  void makePeople() {
    company = TestCompany.make(database, 10, 1);
    roster = new Roster(database);
    ada = roster.tester("Ada", "2026-01-01T00:00:00Z", 3.0);
    ben = roster.tester("Ben", "2026-01-02T00:00:00Z", 4.0);
    cleo = roster.tester("Cleo", "2026-01-02T00:00:00Z", 5.0);
    context.addApplicationListener(listener);
  }

  @AfterEach
  void putTheClockBack() {
    context.removeApplicationListener(listener);
    clock.reset();
  }

  @Test
  void asksWhoWaitedLongestAndOfThoseTheBetterRated() {
    assertThat(asked(paused(2))).containsExactly(ada, cleo);
    assertThat(asked(paused(2))).containsExactly(ben, ada);
    assertThat(asked(paused(1))).containsExactly(cleo);
  }

  @Test
  void asksNobodyTwiceAndTheNextWhenSomebodyDeclinesOrDoesNotAnswer() {
    UUID run = paused(1);
    assertThat(asked(run)).containsExactly(ada);
    work.decline(ada, mine(ada, run), "No time");
    assertThat(asked(run)).containsExactly(cleo);
    clock.advance(Duration.ofHours(5));
    sweep.run();
    assertThat(asked(run)).containsExactly(ben);
    assertThatThrownBy(() -> work.accept(cleo, mine(cleo, run))).isInstanceOf(ApiProblem.class);
    clock.advance(Duration.ofHours(5));
    sweep.run();
    // Who let it pass is asked again when nobody else is left; who declined is not.
    assertThat(asked(run)).containsExactly(cleo);
  }

  @Test
  void offersOnlyAsManyAsAreMissingHoweverManyServersAskAtOnce() throws Exception {
    UUID run = paused(2);
    inParallel(List.of(() -> topUp(run), () -> topUp(run), () -> topUp(run)));
    assertThat(count("status = 'offered'", run)).isEqualTo(2);
  }

  @Test
  void givesWorkThatWasLeftForADayToSomebodyElseWithoutBlame() {
    UUID run = paused(1);
    topUp(run);
    work.accept(ada, mine(ada, run));
    work.start(ada, mine(ada, run));
    clock.advance(Duration.ofHours(23));
    bench.save(ada, mine(ada, run), TesterReport.EMPTY, 0, "tab");
    clock.advance(Duration.ofHours(23));
    sweep.run();
    assertThat(count("status = 'in_progress'", run)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    sweep.run();
    assertThat(count("status = 'abandoned'", run)).isEqualTo(1);
    assertThat(asked(run)).containsExactly(cleo);
    assertThat(
            company.<UUID>one(
                "select replaces from testing.human_test_assignments where id = ?",
                mine(cleo, run)))
        .isEqualTo(mine(ada, run));
    assertThat(notices()).contains("assignment.reassigned");
    assertThat(rated(ada)).isEqualByComparingTo("3.00");
  }

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
  void comparesTheAiWithThePersonOnceWhenTheTestCompletes() {
    UUID run = atWork(paused(1), ada);
    submit(
        ada,
        run,
        List.of(
            found("I pressed Pay now and nothing happened"),
            found("My address had to be typed twice")),
        says(run, "approve"));
    var made = company.does(() -> comparisons.ofRun(run));
    assertThat(made)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.facts().overlap()).isEqualTo(1);
              assertThat(one.onlyHuman()).isEqualTo(1);
              assertThat(one.onlyAi()).isEqualTo(1);
              assertThat(one.facts().agreement()).isEqualByComparingTo("0.3333");
              assertThat(one.facts().provider()).isEqualTo("hitl_finetuned");
              assertThat(one.facts().ai().cost()).isEqualByComparingTo("5.00");
              assertThat(one.facts().human().cost()).isEqualByComparingTo("25.00");
              assertThat(one.facts().reasoning()).contains("Of the 3 findings that hold");
            });
    var stranger = TestCompany.make(database, 1, 1);
    assertThat(stranger.does(() -> comparisons.ofRun(run))).isEmpty();
    UUID id = made.getFirst().id();
    assertThatThrownBy(
            () -> stranger.does(() -> comparisons.validate(id, ada.userId(), "Not mine")))
        .hasMessageContaining("No comparison");
    assertThat(company.does(() -> comparisons.validate(id, ada.userId(), "Fair")).notes())
        .isEqualTo("Fair");
    reckonsTheSameAgain();
  }

  private void reckonsTheSameAgain() {
    Tenancy.run(Actor.system("test"), reckoning::everything);
    var first = company.does(() -> performances.list(AiPerformances.Period.MONTH, 1000));
    assertThat(first)
        .anySatisfy(
            row -> {
              assertThat(row.figures().provider()).isEqualTo("hitl_finetuned");
              assertThat(row.figures().comparisons()).isPositive();
              assertThat(row.figures().falseNegatives()).isPositive();
              assertThat(row.figures().judged()).isPositive();
              assertThat(row.figures().costRatio()).isEqualByComparingTo("0.2");
            });
    Tenancy.run(Actor.system("test"), reckoning::everything);
    assertThat(company.does(() -> performances.list(AiPerformances.Period.MONTH, 1000)))
        .isEqualTo(first);
  }

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

  @Test
  void takesWorkBackWhenTheCompanyCancels() {
    UUID run = atWork(paused(2), ada);
    assertThat(company.does(() -> cancellation.cancel(run, null))).isTrue();
    assertThat(count("status in ('offered', 'accepted', 'in_progress')", run)).isZero();
    assertThat(notices()).contains("assignment.withdrawn");
    assertThatThrownBy(() -> bench.save(ada, mine(ada, run), TesterReport.EMPTY, 0, ""))
        .isInstanceOf(ApiProblem.class);
  }

  private UUID paused(int testers) {
    return hybrid.paused(company, testers, roster.only(), PeopleOnTestsTest::findings);
  }

  private static List<Finding> findings(TestPlan plan) {
    return List.of(
        HybridRuns.finding(plan, DOUBTFUL, Severity.HIGH, 0.7),
        HybridRuns.finding(plan, SURE, Severity.LOW, 0.97));
  }

  private UUID atWork(UUID run, CurrentUser tester) {
    topUp(run);
    begin(tester, run);
    return run;
  }

  private void begin(CurrentUser tester, UUID run) {
    work.accept(tester, mine(tester, run));
    work.start(tester, mine(tester, run));
  }

  private void submit(
      CurrentUser tester, UUID run, List<OwnFinding> own, List<AiVerdict> verdicts) {
    UUID id = mine(tester, run);
    if (count("status = 'in_progress' and tester_id = '" + tester.requireTester() + "'", run) > 0) {
      submissions.closeOwn(tester, id, own);
    }
    submissions.submit(tester, id, done(verdicts));
  }

  private static TesterReport done(List<AiVerdict> verdicts) {
    return new TesterReport("done", 0.75, "", "", "", List.of(), verdicts);
  }

  private List<AiVerdict> says(UUID run, String verdict) {
    return List.of(new AiVerdict(issue(run, DOUBTFUL), verdict, "", "", "I tried it."));
  }

  private static OwnFinding found(String title) {
    return new OwnFinding(title, title, "high", "functional", "http://hybrid.test/", "", "", null);
  }

  private static DisputeDecisions.Decision decides(String verdict, String reasons) {
    return new DisputeDecisions.Decision(verdict, "", "", reasons);
  }

  private UUID issue(UUID run, String title) {
    return company.one(
        "select id from testing.issues where test_run_id = ? and title = ?", run, title);
  }

  private UUID mine(CurrentUser tester, UUID run) {
    return company.one(
        "select id from testing.human_test_assignments where test_run_id = ? and tester_id = ?"
            + " order by offered_at desc limit 1",
        run,
        tester.requireTester());
  }

  /** Who has an offer of the run, in the order of asking. */
  private List<CurrentUser> asked(UUID run) {
    topUp(run);
    var ids =
        database.asSystem(
            sql ->
                sql.fetch(
                        "select tester_id from testing.human_test_assignments where test_run_id = ?"
                            + " and status = 'offered' order by offered_at, id",
                        run)
                    .getValues(0, UUID.class));
    var people = new ArrayList<CurrentUser>();
    for (UUID id : ids) {
      List.of(ada, ben, cleo).stream()
          .filter(one -> one.requireTester().equals(id))
          .forEach(people::add);
    }
    return people;
  }

  private boolean topUp(UUID run) {
    Tenancy.run(Actor.system("test"), () -> offers.topUp(run));
    return true;
  }

  private int count(String where, UUID run) {
    return Math.toIntExact(
        company.<Long>one(
            "select count(*) from testing.human_test_assignments where test_run_id = ? and "
                + where,
            run));
  }

  private BigDecimal rated(CurrentUser tester) {
    return database.asSystem(
        sql ->
            sql.fetchOne(
                    "select average_rating from testers.human_testers where id = ?",
                    tester.requireTester())
                .get(0, BigDecimal.class));
  }

  private BigDecimal earned(CurrentUser tester) {
    return as(tester, () -> earnings.balance(tester.requireTester())).available();
  }

  /** What the three were told in the app. */
  private List<String> notices() {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "select event from notifications.notifications where user_id in (?, ?, ?)",
                    ada.userId(),
                    ben.userId(),
                    cleo.userId())
                .getValues(0, String.class));
  }

  private static <T> T as(CurrentUser user, java.util.function.Supplier<T> act) {
    return Tenancy.as(user.actor(), act::get);
  }

  private static void inParallel(List<Callable<Object>> acts) throws Exception {
    try (var threads = Executors.newFixedThreadPool(acts.size())) {
      for (var done : threads.invokeAll(acts)) {
        done.get();
      }
    }
  }
}
