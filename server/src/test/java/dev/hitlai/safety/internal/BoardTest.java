package dev.hitlai.safety.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.statistics.Proportions;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class BoardTest {
  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired Board board;
  @Autowired BoardRecords records;
  @Autowired Levels levels;
  @Autowired TransactionTemplate transactions;

  private final UUID model = UUID.randomUUID();

  private <T> T asPlatform(Supplier<T> act) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(_ -> act.get()));
  }

  private void sql(String statement, Object... parameters) {
    database.asSystem(sql -> sql.execute(statement, parameters));
  }

  @AfterEach
  void leaveNothing() {
    sql("delete from safety.board_members");
    // What one person decided alone, about the switch, belongs to others.
    sql("delete from safety.agi_safety_decisions where capability_milestone_id is not null");
    sql("delete from safety.agi_capability_milestones");
    sql("delete from training.ai_models where id = ?", model);
  }

  private void aVersionOfLevel(int level) {
    sql(
        "insert into training.ai_models (id, kind, version, parameters, evaluation, seed,"
            + " data_hash, examples, capability_level) values (?, 'calibrator', ?, '{}', '{\"n\":"
            + " 1000, \"sites\": 50, \"bins\": [], \"curve\": [], \"kinds\": {}}', 1, 'x', 1000,"
            + " ?)",
        model,
        "calibrator-" + (100_000 + Math.abs(model.hashCode() % 1000)),
        level);
  }

  @Test
  void noPathDeploysAboveTheApprovedLevel() {
    aVersionOfLevel(3);
    var admin = TestAdmin.make(database, port);
    var api = admin.api();
    String id = model.toString();
    var job = UUID.randomUUID();
    sql(
        "insert into training.training_jobs (id, kind, status, seed, model_id, ended_at) values (?,"
            + " 'calibrator', 'done', 1, ?, now())",
        job,
        model);
    for (String stage : new String[] {"live", "ab"}) {
      var answer =
          api.post(
              "/api/admin/models/" + id + "/deploy",
              Map.of("stage", stage, "reason", "I want it."));
      assertThat(answer.status()).as(stage).isEqualTo(409);
      assertThat(answer.text()).contains("Approved level");
    }
    assertThat(
            api.post(
                    "/api/admin/training/status/" + job,
                    Map.of("action", "deploy", "reason", "I want it."))
                .status())
        .isEqualTo(409);
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", admin.email(), "password", TestAccounts.PASSWORD));
    for (String stage : new String[] {"live", "ab"}) {
      browser.open("/admin/training/models/" + id);
      browser.submit(
          "/admin/training/models/" + id + "/deploy",
          Map.of("stage", stage, "share", "0.5", "reason", "I want it."));
    }
    // A rollback puts back only what was live, and goes through the same gates.
    sql(
        "insert into training.model_deployments (model_id, kind, stage, share, since, until,"
            + " reason) values (?, 'calibrator', 'live', 1, now() - interval '2 days', now() -"
            + " interval '1 day', 'Long ago')",
        model);
    api.post("/api/admin/models/rollback", Map.of("kind", "calibrator", "reason", "I want it."));
    assertThat(
            database.<Long>asSystem(
                sql ->
                    (Long)
                        sql.fetchValue(
                            "select count(*) from training.model_deployments where model_id = ? and"
                                + " until is null",
                            model)))
        .isZero();
    // A shadow decides nothing.
    assertThat(
            api.post(
                    "/api/admin/models/" + id + "/deploy",
                    Map.of("stage", "shadow", "reason", "To see."))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aLevelNeedsToBeShownAndAQuorumAndAVetoDecidesAlone() {
    assertThatThrownBy(() -> asPlatform(() -> board.ask(2, null)))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("not shown");
    var milestone = UUID.randomUUID();
    var review = UUID.randomUUID();
    asPlatform(levels::assess);
    database.asSystem(
        sql -> {
          sql.execute(
              "update safety.agi_capability_milestones set demonstrated = true where"
                  + " capability_level = 2");
          return sql.execute(
              "insert into safety.board_reviews (id, milestone_id, checklist) select ?, id, '[]'"
                  + " from safety.agi_capability_milestones where capability_level = 2",
              review);
        });
    assertThat(milestone).isNotNull();
    var one = TestAdmin.make(database, port);
    var two = TestAdmin.make(database, port);
    asPlatform(
        () -> {
          board.add(one.email(), false, null);
          board.add(two.email(), true, null);
          return 0;
        });
    assertThat(asPlatform(board::quorum)).isEqualTo(Board.LEAST_QUORUM);
    assertThatThrownBy(
            () ->
                asPlatform(
                    () -> {
                      board.vote(review, UUID.randomUUID(), "approve", "Why not", null);
                      return 0;
                    }))
        .hasMessageContaining("Only members");
    asPlatform(
        () -> {
          board.vote(review, one.id(), "approve", "It is good.", null);
          return 0;
        });
    assertThat(asPlatform(() -> records.reviews(1)).getFirst().open()).isTrue();
    asPlatform(
        () -> {
          board.vote(review, two.id(), "reject", "Too early.", null);
          return 0;
        });
    assertThat(asPlatform(() -> records.reviews(1)).getFirst().status()).isEqualTo("rejected");
    assertThat(asPlatform(levels::approved)).isEqualTo(1);
  }

  @Test
  void aLevelWhoseReviewIsOverdueLosesItsApproval() {
    asPlatform(levels::assess);
    sql(
        "update safety.agi_capability_milestones set demonstrated = true, safety_audit_passed ="
            + " true, alignment_verified = true, red_team_passed = true, approved_for_deployment ="
            + " true where capability_level = 2");
    assertThat(asPlatform(levels::approved)).isEqualTo(2);
    // Nobody's words show it, so the daily look takes it.
    assertThat(asPlatform(board::lookAfter)).contains(2);
    assertThat(asPlatform(levels::approved)).isEqualTo(1);
  }

  @Test
  void fewCasesShowNoHighLevelAndMoreCapabilityIsReviewedSooner() {
    assertThat(Levels.level(Proportions.wilson(10, 10))).isEqualTo(1);
    assertThat(Levels.level(Proportions.wilson(995, 1000))).isEqualTo(4);
    assertThat(Levels.level(Proportions.wilson(0, 0))).isZero();
    assertThat(Board.reviewAfter(2)).isEqualTo(360);
    assertThat(Board.reviewAfter(5)).isEqualTo(45);
  }
}
