package dev.hitlai.alignment.internal.safety;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.platform.database.ServerSignals;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The switch in two servers on one database. */
@PlatformTest
class KillSwitchTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired KillSwitch here;
  @Autowired DSLContext sql;
  @Autowired TransactionTemplate transactions;
  @Autowired ServerSignals signals;
  @Autowired ScriptedRunner scripts;

  @AfterEach
  void lift() {
    if (here.stopped() != null) {
      admin().post("/api/admin/kill-switch/lift", Map.of("reasoning", "The test is over now."));
    }
    eventually(() -> here.stopped() == null);
  }

  private dev.hitlai.testsupport.ApiClient admin() {
    return TestAdmin.api(database, port);
  }

  @Test
  void stopsEveryServerAndWhatRunsThereUntilADecisionLiftsIt() {
    var elsewhere = new KillSwitch(sql, transactions, signals);
    var ended = new AtomicInteger();
    elsewhere.onStop(ended::incrementAndGet);
    var company = new TestAccounts(port).company();
    scripts.script(
        "long.example",
        (plan, listener, evidence) -> {
          while (!listener.cancelled() && here.stopped() == null) {
            Thread.onSpinWait();
          }
          return Reports.report(plan, MissionOutcome.CANCELLED);
        });
    var running = ask(company, "http://long.example/");
    eventually(() -> status(company, running).equals("running"));

    var admin = admin();
    assertThat(admin.post("/api/admin/kill-switch", Map.of("reason", "no")).status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/admin/kill-switch", Map.of("reason", "It leaks what it must not."))
                .status())
        .isEqualTo(200);
    eventually(() -> here.stopped() != null && elsewhere.stopped() != null && ended.get() == 1);
    assertThat(here.stopped()).isEqualTo("It leaks what it must not.");
    eventually(() -> status(company, running).equals("failed"));
    assertThat(company.api().get("/api/test-runs/" + running).text())
        .contains("It leaks what it must not.");
    scripts.script(
        "waiting.example", (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    var waiting = ask(company, "http://waiting.example/");

    assertThat(admin.post("/api/admin/kill-switch", Map.of("reason", "Once more, again.")).status())
        .isEqualTo(409);
    assertThat(status(company, waiting)).isEqualTo("pending");
    assertThat(
            admin
                .post("/api/admin/kill-switch/lift", Map.of("reasoning", "The leak was closed."))
                .status())
        .isEqualTo(200);
    eventually(() -> here.stopped() == null && elsewhere.stopped() == null);
    eventually(() -> status(company, waiting).equals("completed"));
    scripts.script(
        "long.example", (plan, listener, evidence) -> Reports.report(plan, MissionOutcome.DONE));
    assertThat(company.api().post("/api/test-runs/" + running + "/retry", Map.of()).status())
        .isBetween(200, 202);
    int decisions =
        database.asSystem(
            all ->
                all.fetchCount(
                    DSL.table("safety.agi_safety_decisions"),
                    DSL.condition("reasoning = 'The leak was closed.'")));
    assertThat(decisions).isEqualTo(1);
    elsewhere.destroy();
  }

  @Test
  void isForAdministratorsOnly() {
    var company = new TestAccounts(port).company();
    assertThat(
            company
                .api()
                .post("/api/admin/kill-switch", Map.of("reason", "We want it stopped."))
                .status())
        .isEqualTo(403);
    assertThat(here.stopped()).isNull();
  }

  private static String ask(TestAccounts.Company company, String url) {
    return company
        .api()
        .post(
            "/api/test/execute",
            Map.of(
                "url", url, "mission", "Look around", "persona", "senior_casual", "testType", "ai"))
        .at("/testRunId");
  }

  private String status(TestAccounts.Company company, String run) {
    return database.asSystem(
        all ->
            String.valueOf(
                all.fetchValue(
                    "select status from testing.test_runs where id = ?", UUID.fromString(run))));
  }
}
