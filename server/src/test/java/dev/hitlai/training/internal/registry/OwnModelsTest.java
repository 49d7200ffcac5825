package dev.hitlai.training.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.ConfidenceCalibration;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import dev.hitlai.training.JudgedTests;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.data.Batches;
import dev.hitlai.training.internal.data.ExportFormat;
import dev.hitlai.training.internal.data.TrainingData;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import dev.hitlai.training.internal.review.OutputCollector;
import dev.hitlai.training.internal.review.Reviewer;
import dev.hitlai.training.internal.review.Reviews;
import dev.hitlai.training.internal.review.Word;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** From people's words to a version that decides, and back again. */
@PlatformTest
class OwnModelsTest {
  @Autowired TestDatabase database;
  @Autowired Reviews reviews;
  @Autowired OutputCollector collector;
  @Autowired TrainingJobs jobs;
  @Autowired ModelStore models;
  @Autowired Deployments deployments;
  @Autowired LiveWatch watch;
  @Autowired ConfidenceCalibration calibration;
  @Autowired TrainingData data;
  @Autowired Batches batches;
  @Autowired TransactionTemplate transactions;

  private <T> T asPlatform(Supplier<T> act) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(_ -> act.get()));
  }

  private ConfidenceCalibration.Calibrated ask(JudgedTests tests, UUID run, String title) {
    var facts =
        new FindingFacts(
            "new.example",
            title,
            title + " and people can't go on.",
            "",
            "medium",
            title.contains("button") ? "functional" : "visual",
            0.7,
            List.of("axe/some-rule"),
            List.of(),
            true,
            false,
            0,
            false,
            1,
            "");
    return asPlatform(
        () -> calibration.of(tests.company.id(), run, UUID.randomUUID().toString(), facts));
  }

  private UUID train(JudgedTests tests, long seed) {
    var job = jobs.start(ModelKind.CALIBRATOR, tests.company.id(), seed, null);
    jobs.work(job.id());
    var done = jobs.find(job.id()).orElseThrow();
    assertThat(done.error()).isNull();
    assertThat(done.status()).isEqualTo("done");
    return done.modelId();
  }

  @Test
  void whatPeopleSaidDecidesWhoLooksAtTheNextFinding() throws Exception {
    var tests = new JudgedTests(database).consenting();
    var anna = new Reviewer(UUID.randomUUID(), null, true);
    assertThatThrownBy(() -> jobs.start(ModelKind.CALIBRATOR, tests.company.id(), 1, null))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("50 are needed");
    for (UUID run : tests.findings(30, 4)) {
      asPlatform(() -> collector.collect(run));
    }
    // Buttons that do nothing are true, texts that are hard to read are not.
    database
        .asSystem(
            sql ->
                sql.fetch(
                    "select id, category from training.ai_outputs where company_id = ?",
                    tests.company.id()))
        .forEach(
            row ->
                reviews.say(
                    anna,
                    row.get(0, UUID.class),
                    row.get(1, String.class).equals("functional")
                        ? new Word(CorrectionType.APPROVE, null, null, "", null, 3)
                        : new Word(
                            CorrectionType.FALSE_POSITIVE,
                            null,
                            null,
                            "The contrast was measured as 7.2, write to me at anna@example.org.",
                            null,
                            3)));
    UUID first = train(tests, 1);
    UUID second = train(tests, 1);
    var one = asPlatform(() -> models.require(first));
    var other = asPlatform(() -> models.require(second));
    assertThat(one.dataHash()).isEqualTo(other.dataHash());
    assertThat(asPlatform(() -> models.parameters(first, Object.class)))
        .isEqualTo(asPlatform(() -> models.parameters(second, Object.class)));
    assertThat(one.evaluation().n()).isPositive();
    assertThat(one.evaluation().auc()).isGreaterThan(0.95);

    var run = tests.run("new.example");
    assertThat(ask(tests, run, "The button does nothing").decidedBy()).isNull();
    boolean enough = one.evaluation().n() >= Deployments.LEAST_HELD;
    if (!enough) {
      assertThatThrownBy(
              () -> asPlatform(() -> deployments.deploy(first, Stage.LIVE, 1, "It is good.", null)))
          .hasMessageContaining("held-out");
      database.asSystem(
          sql ->
              sql.execute(
                  "update training.ai_models set evaluation = jsonb_set(evaluation, '{n}', '100')"
                      + " where company_id = ?",
                  tests.company.id()));
    }
    approve();
    var live = asPlatform(() -> deployments.deploy(first, Stage.LIVE, 1, "It is good.", null));
    assertThat(live.version()).isEqualTo(one.version());
    var right = ask(tests, run, "The button does nothing");
    assertThat(right.decidedBy()).isEqualTo(one.version());
    assertThat(right.probability()).isGreaterThan(0.8);
    assertThat(ask(tests, run, "The text is hard to read").probability()).isLessThan(0.3);
    // Other companies' findings are none of this version's business.
    var stranger = new JudgedTests(database);
    var before = ask(stranger, stranger.run("new.example"), "The button does nothing");
    assertThat(before.decidedBy()).isNotEqualTo(one.version());

    swapsWithoutAGap(tests, run, first, second);
    exportsTheSameBytes(tests);
  }

  /** The board's word, without which a version as good as this one decides nothing. */
  private void approve() {
    database.asSystem(
        sql ->
            sql.execute(
                "insert into safety.agi_capability_milestones (capability_name, capability_level,"
                    + " demonstrated, safety_audit_passed, alignment_verified, red_team_passed,"
                    + " approved_for_deployment) values ('finding problems of use', 5, true, true,"
                    + " true, true, true) on conflict (capability_name, capability_level) do update"
                    + " set demonstrated = true, safety_audit_passed = true, alignment_verified ="
                    + " true, red_team_passed = true, approved_for_deployment = true"));
  }

  @AfterEach
  void leaveNothingApproved() {
    database.asSystem(sql -> sql.execute("delete from safety.agi_capability_milestones"));
  }

  private void swapsWithoutAGap(JudgedTests tests, UUID run, UUID first, UUID second)
      throws Exception {
    int requests = 200;
    var answered = new AtomicInteger();
    var versions = java.util.concurrent.ConcurrentHashMap.<String>newKeySet();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < requests; i++) {
        threads.submit(
            () -> {
              versions.add(String.valueOf(ask(tests, run, "The button does nothing").decidedBy()));
              answered.incrementAndGet();
            });
      }
      asPlatform(() -> deployments.deploy(second, Stage.LIVE, 1, "A swap.", null));
      asPlatform(
          () ->
              deployments.rollBack(ModelKind.CALIBRATOR, tests.company.id(), "A look back.", null));
    }
    assertThat(answered).hasValue(requests);
    String one = asPlatform(() -> models.require(first)).version();
    String other = asPlatform(() -> models.require(second)).version();
    assertThat(versions).isSubsetOf(one, other);
    assertThat(
            tests.<Long>one(
                "select count(*) from (select fingerprint from training.model_decisions where"
                    + " test_run_id = ? and stage = 'live' group by fingerprint having count(*) >"
                    + " 1) x",
                run))
        .isZero();
    assertThat(
            asPlatform(
                    () -> deployments.current(ModelKind.CALIBRATOR, tests.company.id(), Stage.LIVE))
                .orElseThrow()
                .modelId())
        .isEqualTo(first);
    assertThat(asPlatform(() -> deployments.history(100)))
        .filteredOn(one2 -> tests.company.id().equals(one2.companyId()))
        .hasSize(3);
    assertThat(asPlatform(watch::standings)).anyMatch(s -> s.version().equals(one));
  }

  private void exportsTheSameBytes(JudgedTests tests) throws Exception {
    // What the fixture lacks to be an example: a picture and a recommendation.
    database.asSystem(
        sql ->
            sql.execute(
                "update training.ai_outputs set facts = facts || '{\"pictured\": true, \"quoted\":"
                    + " true, \"recommendation\": \"Repair it.\"}' || jsonb_build_object('title',"
                    + " (array['The total is wrong', 'A cat hides the menu', 'Nothing loads at"
                    + " all', 'The map shows Mars', 'Its font is tiny', 'Prices are in francs',"
                    + " 'The video never ends', 'Search finds only shoes', 'A pop-up covers the"
                    + " form', 'The captcha is unreadable', 'Dates are in the past', 'The cart"
                    + " forgets mugs', 'Sound starts by itself', 'Scrolling jumps to the top',"
                    + " 'Links are grey on grey', 'The phone number is cut off'])[1 +"
                    + " abs(hashtext(site)) % 16], 'description', facts->>'title' || ', seen when"
                    + " looking at ' || site) where company_id = ? and category = 'functional'",
                tests.company.id()));
    asPlatform(data::collect);
    assertThat(
            tests.<Long>one(
                "select count(*) from training.ai_training_data where company_id = ? and (prompt ||"
                    + " completion || coalesce(rejected, '')) like '%anna@example.org%'",
                tests.company.id()))
        .isZero();
    assertThat(
            tests.<Long>one(
                "select count(*) from training.ai_training_data where company_id = ? and redactions"
                    + " > 0",
                tests.company.id()))
        .isPositive();
    assertThat(
            tests.<Long>one(
                "select count(*) from (select site from training.ai_training_data group by site"
                    + " having count(distinct split) > 1) x"))
        .isZero();
    assertThat(asPlatform(data::stats).total()).isPositive();
    var rows = asPlatform(() -> data.page(TrainingData.Show.ALL, 1, 5));
    assertThat(rows).isNotEmpty();
    var made =
        Tenancy.<UUID, RuntimeException>as(
            Actor.system("test"), () -> batches.make("A batch", 0, false, null).id());
    for (var format : ExportFormat.values()) {
      var once = new ByteArrayOutputStream();
      var twice = new ByteArrayOutputStream();
      asPlatform(() -> write(made, format, once));
      asPlatform(() -> write(made, format, twice));
      assertThat(once.toByteArray()).isEqualTo(twice.toByteArray());
    }
    // Consent withdrawn, nothing is left.
    database.asSystem(
        sql ->
            sql.execute(
                "update training.training_consents set granted = false where company_id = ?",
                tests.company.id()));
    asPlatform(data::collect);
    assertThat(
            tests.<Long>one(
                "select count(*) from training.ai_training_data where company_id = ?",
                tests.company.id()))
        .isZero();
  }

  private int write(UUID batch, ExportFormat format, ByteArrayOutputStream to) {
    try {
      return batches.write(batch, format, "train", to);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
