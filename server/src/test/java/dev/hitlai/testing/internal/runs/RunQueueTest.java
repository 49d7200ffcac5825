package dev.hitlai.testing.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.QuotaExceeded;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs through the real scheduler, with a tester that does what the test says. */
@PlatformTest
class RunQueueTest {
  @Autowired TestDatabase database;
  @Autowired TestRequests requests;
  @Autowired RunCancellation cancellation;
  @Autowired ScriptedRunner scripts;

  @Test
  void twoRequestsAtOnceCannotBothTakeTheLastTest() throws Exception {
    var company = TestCompany.make(database, 1, 3);
    script("last.test", new Semaphore(100), new LinkedBlockingQueue<>());
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Boolean> attempt =
          () -> {
            start.await();
            try {
              company.does(() -> requests.execute(company.id(), null, ask("last.test", 1)));
              return true;
            } catch (QuotaExceeded e) {
              return false;
            }
          };
      var attempts = new ArrayList<java.util.concurrent.Future<Boolean>>();
      for (int i = 0; i < 8; i++) {
        attempts.add(threads.submit(attempt));
      }
      start.countDown();
      int taken = 0;
      for (var one : attempts) {
        taken += one.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
    assertThat(company.testsUsed()).isEqualTo(1);
    assertThat(count(company, "true")).isEqualTo(1);
  }

  @Test
  void keepsNothingOfARequestThatTheQuotaRefuses() {
    var company = TestCompany.make(database, 1, 3);
    assertThatThrownBy(
            () -> company.does(() -> requests.execute(company.id(), null, ask("no.test", 2))))
        .isInstanceOf(QuotaExceeded.class)
        .hasMessageContaining("1 of 1 tests left");
    assertThat(company.testsUsed()).isZero();
    assertThat(count(company, "true")).isZero();
  }

  @Test
  void letsThreeRunsOfACompanyWorkAtATimeAndTheRestWaitInOrder() throws Exception {
    var company = TestCompany.make(database, null, 3);
    var permits = new Semaphore(0);
    var begun = new LinkedBlockingQueue<String>();
    script("three.test", permits, begun);
    var runs = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      runs.addAll(
          company.does(() -> requests.execute(company.id(), null, ask("three.test", 1))).runIds());
    }
    for (int i = 0; i < 3; i++) {
      assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(count(company, "status = 'running'")).isEqualTo(3);
    assertThat(count(company, "claimed_at is null")).isEqualTo(2);
    assertThat(company.status(runs.get(3))).isEqualTo("pending");
    permits.release();
    assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(company.status(runs.get(3))).isEqualTo("running");
    assertThat(company.status(runs.get(4))).isEqualTo("pending");
    permits.release(10);
    assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void givesTheTestBackOnceWhenAWaitingRunIsCancelledTwice() {
    var company = TestCompany.make(database, 5, 1);
    var permits = new Semaphore(0);
    script("cancel.test", permits, new LinkedBlockingQueue<>());
    company.does(() -> requests.execute(company.id(), null, ask("cancel.test", 1)));
    UUID waiting =
        company
            .does(() -> requests.execute(company.id(), null, ask("cancel.test", 1)))
            .runIds()
            .getFirst();
    assertThat(company.testsUsed()).isEqualTo(2);
    assertThat(company.does(() -> cancellation.cancel(waiting, null))).isTrue();
    assertThat(company.does(() -> cancellation.cancel(waiting, null))).isFalse();
    assertThat(company.status(waiting)).isEqualTo("failed");
    assertThat(company.testsUsed()).isEqualTo(1);
    permits.release(10);
  }

  @Test
  void runsOfACompanyWithPrioritySupportAreClaimedFirst() throws Exception {
    var first = TestCompany.make(database, null, 1);
    var rest = TestCompany.make(database, null, 1);
    OpenFeatures.grant(database, first.id(), FeatureKey.PRIORITY_SUPPORT);
    var permits = new Semaphore(0);
    var begun = new LinkedBlockingQueue<String>();
    script("priority.test", permits, begun);
    var preferred =
        first.does(() -> requests.execute(first.id(), null, ask("priority.test", 1))).runIds();
    var usual =
        rest.does(() -> requests.execute(rest.id(), null, ask("priority.test", 1))).runIds();
    assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(begun.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(priority(preferred.getFirst())).isGreaterThan(priority(usual.getFirst()));
    permits.release(2);
  }

  /** What the scheduler orders by, before the time. */
  private int priority(UUID run) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "select priority from platform.scheduled_tasks where task_instance = ?",
                    run.toString())
                .get(0, Integer.class));
  }

  @Test
  void anotherCompanySeesNothingOfARunAndCannotTouchIt() {
    var company = TestCompany.make(database, 5, 1);
    var stranger = TestCompany.make(database, 5, 1);
    script("mine.test", new Semaphore(10), new LinkedBlockingQueue<>());
    UUID run =
        company
            .does(() -> requests.execute(company.id(), null, ask("mine.test", 1)))
            .runIds()
            .getFirst();
    assertThatThrownBy(() -> stranger.does(() -> cancellation.cancel(run, null)))
        .hasMessage("No test run has this id.");
    assertThat(stranger.<Long>one("select count(*) from testing.test_runs where id = ?", run))
        .isZero();
  }

  private void script(String host, Semaphore permits, LinkedBlockingQueue<String> begun) {
    scripts.script(
        host,
        (plan, listener, evidence) -> {
          begun.add(plan.missions().getFirst());
          permits.acquireUninterruptibly();
          return Reports.report(plan, MissionOutcome.DONE);
        });
  }

  private static NewTestRequest ask(String host, int personas) {
    return new NewTestRequest(
        "",
        "http://" + host + "/",
        "Find out how to return a product",
        TestType.AI_ONLY,
        List.of("senior_casual", "mobile_commuter").subList(0, personas),
        DeviceChoice.USUAL,
        "",
        "",
        0,
        TesterRequirements.NONE,
        List.of(),
        null);
  }

  private static long count(TestCompany company, String condition) {
    return company.one(
        "select count(*) from testing.test_runs where company_id = ? and " + condition,
        company.id());
  }
}
