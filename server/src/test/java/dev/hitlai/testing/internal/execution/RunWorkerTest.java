package dev.hitlai.testing.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.Triage;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.testing.internal.requests.AddressPolicy;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.testing.internal.runs.RunBeginning;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.internal.runs.RunReports;
import dev.hitlai.testing.internal.runs.Steps;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One attempt after the other, driven by hand: the runs here have no place in the queue. */
@PlatformTest
class RunWorkerTest {
  @Autowired TestDatabase database;
  @Autowired TestRequests requests;
  @Autowired RunBeginning beginning;
  @Autowired RunResults results;
  @Autowired LiveRows rows;
  @Autowired RunOverviews overviews;
  @Autowired RunReports reports;
  @Autowired RunCancellation cancellation;
  @Autowired Steps steps;
  @Autowired Findings findings;
  @Autowired Triage triage;
  @Autowired HumanResults people;
  @Autowired AgentExecutions agents;
  @Autowired AddressPolicy addresses;
  @Autowired Reviews reviews;
  @Autowired Clock clock;
  @Autowired dev.hitlai.monitoring.internal.Writing writing;

  @Autowired ScriptedRunner scripts;

  private final CountDownLatch end = new CountDownLatch(1);
  private TestCompany company;

  @BeforeEach
  void makeCompany() {
    company = TestCompany.make(database, 10, 1);
    // The only place is taken, so that the scheduler leaves the runs below to the test.
    scripts.script(
        "blocker.test",
        (plan, listener, evidence) -> {
          awaitQuietly(end);
          return Reports.report(plan, MissionOutcome.DONE);
        });
    company.does(
        () -> requests.execute(company.id(), null, ask("http://blocker.test/", TestType.AI_ONLY)));
  }

  @AfterEach
  void freeThePlace() {
    end.countDown();
  }

  @Test
  void writesDownWhatHappensAndCompletesTheRun() {
    UUID run = queued(TestType.AI_ONLY);
    var next =
        work(
            run,
            (plan, listener, evidence) -> {
              var picture = evidence.save("step-01.png", "image/png", new byte[] {1, 2, 3});
              listener.progress("Reading the page", 0.4);
              listener.step(Reports.step(plan, 1, picture));
              listener.finding(Reports.finding(plan, "aaaaaaaaaaaaaaaa", 0.5));
              listener.finding(Reports.finding(plan, "bbbbbbbbbbbbbbbb", 0.9));
              assertThat(one("select progress_text", run)).isEqualTo("Reading the page");
              return Reports.report(
                  plan,
                  MissionOutcome.DONE,
                  Reports.finding(plan, "bbbbbbbbbbbbbbbb", 0.97, Reports.evidence(picture)));
            });
    assertThat(next).isEqualTo(new RunWorker.Next.Done());
    var done = company.does(() -> overviews.find(run)).orElseThrow();
    assertThat(done.status().code()).isEqualTo("completed");
    assertThat(done.outcome()).isEqualTo("done");
    assertThat(done.score()).isEqualTo(81.5);
    assertThat(done.steps()).isEqualTo(3);
    var step = company.does(() -> steps.from(run, 0)).getFirst();
    assertThat(step.reason()).isEqualTo("It looks like the way to returns.");
    assertThat(step.outcome()).isEqualTo("navigated");
    var found = company.does(() -> findings.list(FindingFilter.ofRun(run), "severity", 10, 0));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().confidence()).isEqualTo(0.97);
    assertThat(found.getFirst().evidence().measured()).containsEntry("contrast", 2.91);
    assertThat(found.getFirst().screenshotId()).isEqualTo(step.screenshotId()).isNotNull();
    assertThat(company.does(() -> reports.find(run)).orElseThrow().findings()).hasSize(1);
    assertThat(
            company.<Long>one(
                "select count(*) from monitoring.agent_executions where test_run_id = ?", run))
        .isEqualTo(1);
  }

  @Test
  void tellsSecurityOfAPageThatGivesTheTesterOrders() {
    UUID run = queued(TestType.AI_ONLY);
    work(
        run,
        (plan, listener, evidence) ->
            Reports.report(plan, MissionOutcome.DONE, Reports.attack(plan, "dddddddddddddddd")));
    writing.write(true);
    assertThat(
            database
                .<Integer>asSystem(
                    sql ->
                        (Integer)
                            sql.fetchValue(
                                "select count(*)::int from monitoring.security_signals"
                                    + " where kind = 'prompt_injection' and caller = ?",
                                "run:" + run))
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void triesABrokenConnectionThreeTimesAndGivesTheTestBack() {
    UUID run = queued(TestType.AI_ONLY);
    int used = company.testsUsed();
    TestRunner broken =
        (plan, listener, evidence) -> {
          throw new UncheckedIOException(new IOException("connection reset"));
        };
    assertThat(work(run, broken)).isInstanceOf(RunWorker.Next.Again.class);
    assertThat(work(run, broken)).isInstanceOf(RunWorker.Next.Again.class);
    assertThat(company.status(run)).isEqualTo("running");
    assertThat(work(run, broken)).isEqualTo(new RunWorker.Next.Done());
    assertThat(company.status(run)).isEqualTo("failed");
    assertThat(one("select error_code", run)).isEqualTo("network_error");
    assertThat(company.testsUsed()).isEqualTo(used - 1);
  }

  @Test
  void succeedsWithTheSecondTryAfterABrokenConnectionWithoutTracesOfTheFirst() {
    UUID run = queued(TestType.AI_ONLY);
    work(
        run,
        (plan, listener, evidence) -> {
          listener.step(Reports.step(plan, 1, null));
          listener.finding(Reports.finding(plan, "cccccccccccccccc", 0.9));
          throw new IllegalStateException("net::ERR_CONNECTION_RESET at http://scripted.test/");
        });
    work(run, (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.GAVE_UP));
    assertThat(company.status(run)).isEqualTo("completed");
    assertThat(company.does(() -> steps.from(run, 0))).isEmpty();
    assertThat(company.does(() -> findings.count(FindingFilter.ofRun(run)))).isZero();
  }

  @Test
  void triesATimeoutOnceMoreWithTwiceTheTime() {
    UUID run = queued(TestType.AI_ONLY);
    var budgets = new ArrayList<Duration>();
    TestRunner slow =
        (plan, listener, evidence) -> {
          budgets.add(plan.budget().time());
          throw new SiteUntestable(SiteUntestable.Reason.TIMEOUT, "The site did not answer.");
        };
    assertThat(work(run, slow)).isInstanceOf(RunWorker.Next.Again.class);
    assertThat(work(run, slow)).isEqualTo(new RunWorker.Next.Done());
    assertThat(budgets).hasSize(2);
    assertThat(budgets.get(1)).isEqualTo(budgets.get(0).multipliedBy(2));
    assertThat(one("select error_code", run)).isEqualTo("timeout");
  }

  @Test
  void leavesAHungTesterBehindAndIgnoresWhatItStillSays() throws Exception {
    UUID run = queued(TestType.AI_ONLY);
    database.asSystem(
        sql -> sql.execute("update testing.test_runs set timeout_seconds = 1 where id = ?", run));
    var release = new CountDownLatch(1);
    var late = new CountDownLatch(1);
    var next =
        work(
            run,
            (plan, listener, evidence) -> {
              awaitQuietly(release);
              listener.step(Reports.step(plan, 1, null));
              late.countDown();
              return Reports.report(plan, MissionOutcome.DONE);
            });
    assertThat(next).isInstanceOf(RunWorker.Next.Again.class);
    release.countDown();
    late.await();
    assertThat(company.does(() -> steps.from(run, 0))).isEmpty();
    assertThat(company.status(run)).isEqualTo("running");
  }

  @Test
  void failsAtOnceWithTheSentenceWhenTheSiteIsUnreachable() {
    UUID run = queued(TestType.AI_ONLY);
    int used = company.testsUsed();
    var next =
        work(
            run,
            (plan, listener, evidence) -> {
              listener.agentWork(
                  new AgentWork(
                      Agent.PERCEIVER,
                      Instant.EPOCH,
                      Duration.ofMillis(1500),
                      false,
                      "scripted.test",
                      "Nothing answers."));
              throw new SiteUntestable(
                  SiteUntestable.Reason.UNREACHABLE, "Nothing answers at scripted.test.");
            });
    assertThat(next).isEqualTo(new RunWorker.Next.Done());
    assertThat(company.does(() -> agents.ofRun(run)))
        .containsExactly(
            new AgentExecutions.Share(
                "Perceiver", 1, Duration.ofMillis(1500), 1, "Nothing answers."));
    assertThat(one("select error_message", run)).isEqualTo("Nothing answers at scripted.test.");
    assertThat(company.testsUsed()).isEqualTo(used - 1);
  }

  @Test
  void beginsARunAnewWhoseServerDiedAndGivesUpAfterThreeDeaths() {
    UUID run = queued(TestType.AI_ONLY);
    int used = company.testsUsed();
    for (int death = 1; death <= 3; death++) {
      assertThat(company.does(() -> beginning.begin(run, "dead server"))).isPresent();
    }
    var next = work(run, (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    assertThat(next).isEqualTo(new RunWorker.Next.Done());
    assertThat(one("select error_code", run)).isEqualTo("crashed");
    assertThat(company.testsUsed()).isEqualTo(used - 1);
  }

  @Test
  void countsNoStopInGoodOrderAsADeath() {
    UUID run = queued(TestType.AI_ONLY);
    TestRunner cancelled =
        (plan, listener, evidence) -> {
          assertThat(listener.cancelled()).isTrue();
          return Reports.report(plan, MissionOutcome.CANCELLED);
        };
    for (int stop = 1; stop <= 4; stop++) {
      assertThat(worker(cancelled, addresses).work(run, "test", () -> true))
          .isInstanceOf(RunWorker.Next.Again.class);
    }
    TestRunner interrupted = interrupting(Thread.currentThread());
    assertThat(work(run, interrupted)).isInstanceOf(RunWorker.Next.Again.class);
    assertThat(one("select progress_text", run)).contains("begins anew");
    work(run, (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    assertThat(company.status(run)).isEqualTo("completed");
    assertThat(company.<Integer>one("select handed_back from testing.test_runs where id = ?", run))
        .isEqualTo(5);
  }

  /** What a server does to workers that took too long to stop. */
  private TestRunner interrupting(Thread worker) {
    return (plan, listener, evidence) -> {
      worker.interrupt();
      awaitQuietly(end);
      return Reports.report(plan, MissionOutcome.DONE);
    };
  }

  @Test
  void refusesASiteWhoseNameLeadsToAPrivateAddressByNow() {
    UUID run = queued(TestType.AI_ONLY);
    int used = company.testsUsed();
    database.asSystem(
        sql ->
            sql.execute(
                "update testing.test_runs set url = 'http://127.0.0.1:1/' where id = ?", run));
    var strict = AddressPolicy.refusingPrivateHosts();
    var next =
        worker(
                (plan, listener, evidence) -> {
                  throw new AssertionError("nobody may go there");
                },
                strict)
            .work(run, "test", () -> false);
    assertThat(next).isEqualTo(new RunWorker.Next.Done());
    assertThat(one("select error_code", run)).isEqualTo("invalid_address");
    assertThat(one("select error_message", run)).contains("private networks");
    assertThat(company.testsUsed()).isEqualTo(used - 1);
  }

  @Test
  void completesARunWhoseServerDiedOnce() {
    UUID run = queued(TestType.AI_ONLY);
    company.does(() -> beginning.begin(run, "dead server"));
    work(run, (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    assertThat(company.status(run)).isEqualTo("completed");
  }

  @Test
  void stopsBetweenTwoStepsWhenItIsCancelledAndKeepsWhatItFound() {
    UUID run = queued(TestType.AI_ONLY);
    work(
        run,
        (plan, listener, evidence) -> {
          assertThat(listener.cancelled()).isFalse();
          company.does(() -> cancellation.cancel(run, null));
          return Reports.report(
              plan, MissionOutcome.CANCELLED, Reports.finding(plan, "dddddddddddddddd", 0.9));
        });
    assertThat(company.status(run)).isEqualTo("failed");
    assertThat(one("select error_code", run)).isEqualTo("cancelled");
    assertThat(company.does(() -> findings.count(FindingFilter.ofRun(run)))).isEqualTo(1);
  }

  @Test
  void pausesAHybridRunForPeopleEvenWhenEveryFindingStands() {
    UUID run = queued(TestType.HYBRID);
    work(
        run,
        (plan, listener, evidence) ->
            Reports.report(
                plan, MissionOutcome.DONE, Reports.finding(plan, "eeeeeeeeeeeeeeee", 0.95)));
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    assertThat(company.does(() -> people.goWithout(run))).isTrue();
    assertThat(company.status(run)).isEqualTo("completed");
  }

  @Test
  void pausesAHybridRunUntilTheLastDoubtfulFindingHasAVerdict() {
    UUID run = queued(TestType.HYBRID);
    work(
        run,
        (plan, listener, evidence) ->
            Reports.report(
                plan,
                MissionOutcome.DONE,
                Reports.finding(plan, "1111111111111111", 0.79),
                Reports.finding(plan, "2222222222222222", 0.50),
                Reports.finding(plan, "3333333333333333", 0.95)));
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    assertThat(company.does(() -> people.goWithout(run))).isFalse();
    var doubtful = company.does(() -> findings.list(FindingFilter.ofRun(run), "confidence", 2, 0));
    decide(doubtful.getFirst().id(), "false_positive");
    assertThat(company.status(run)).isEqualTo("hitl_paused");
    decide(doubtful.getLast().id(), "confirmed");
    assertThat(company.status(run)).isEqualTo("completed");
  }

  private void decide(UUID finding, String verdict) {
    company.does(
        () -> {
          triage.setVerdict(finding, verdict, null);
          return true;
        });
  }

  private UUID queued(TestType type) {
    return company
        .does(() -> requests.execute(company.id(), null, ask("http://scripted.test/", type)))
        .runIds()
        .getFirst();
  }

  private static NewTestRequest ask(String url, TestType type) {
    return new NewTestRequest(
        "",
        url,
        "Find out how to return a product",
        type,
        List.of("senior_casual"),
        DeviceChoice.USUAL,
        "",
        "",
        0,
        TesterRequirements.NONE,
        List.of(),
        null);
  }

  private RunWorker.Next work(UUID run, TestRunner runner) {
    return worker(runner, addresses).work(run, "test", () -> false);
  }

  private RunWorker worker(TestRunner runner, AddressPolicy policy) {
    var rules = new RetryRules(Duration.ofSeconds(1));
    return new RunWorker(
        beginning, results, rows, runner, rules, policy, List.of(), reviews, clock);
  }

  private String one(String select, UUID run) {
    return company.one(select + " from testing.test_runs where id = ?", run);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException ignored) {
        // A hung tester doesn't listen.
      }
    }
  }
}
