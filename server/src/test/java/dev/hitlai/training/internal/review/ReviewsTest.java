package dev.hitlai.training.internal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingCorrected;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import dev.hitlai.training.JudgedTests;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ReviewsTest {
  @Autowired TestDatabase database;
  @Autowired Reviews reviews;
  @Autowired OutputCollector collector;
  @Autowired CorrectionList corrections;
  @Autowired AgreementReport agreement;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transactions;

  private final Reviewer anna = new Reviewer(UUID.randomUUID(), null, true);
  private final Reviewer ben = new Reviewer(UUID.randomUUID(), null, true);
  private JudgedTests tests;
  private UUID run;
  private UUID issue;

  @BeforeEach
  void aFindingWaits() {
    tests = new JudgedTests(database).consenting();
    run = tests.run("shop.example");
    issue = tests.finding(run, "The button “Buy” does nothing", "functional", 0.7);
    collect();
  }

  private void collect() {
    Tenancy.run(Actor.system("test"), () -> collector.collect(run));
  }

  private UUID output(UUID of) {
    return tests.one("select id from training.ai_outputs where issue_id = ?", of);
  }

  private void wanted(int reviewers) {
    database.asSystem(
        sql ->
            sql.execute(
                "update training.ai_outputs set wanted = ? where test_run_id = ?", reviewers, run));
  }

  private static Word word(CorrectionType type, String reason) {
    return new Word(type, "high", "Better words", reason, null, 12);
  }

  private String verdict() {
    return tests.one("select verdict from testing.issues where id = ?", issue);
  }

  @Test
  void theLastWordThatIsWantedMakesTheVerdictAndIsKeptWithRewardAndQuality() {
    wanted(1);
    reviews.say(
        anna,
        output(issue),
        word(
            CorrectionType.FALSE_POSITIVE,
            "The screenshot shows that “Buy” opens the cart; it took 2 seconds."));
    assertThat(verdict()).isEqualTo("false_positive");
    assertThat(tests.<String>one("select status from testing.issues where id = ?", issue))
        .isEqualTo("closed");
    assertThat(
            tests.<Integer>one(
                "select correction_quality_score from training.human_corrections where issue_id ="
                    + " ?",
                issue))
        .isEqualTo(4);
    assertThat(
            tests.<java.math.BigDecimal>one(
                "select reward from training.human_corrections where issue_id = ?", issue))
        .isEqualByComparingTo("-0.5");
    assertThatThrownBy(() -> reviews.say(anna, output(issue), word(CorrectionType.APPROVE, "")))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("already");
  }

  @Test
  void aWordIsTakenBackAndTheFindingStandsAsBefore() {
    wanted(1);
    reviews.say(anna, output(issue), word(CorrectionType.SEVERITY_ADJUSTMENT, ""));
    assertThat(tests.<String>one("select severity from testing.issues where id = ?", issue))
        .isEqualTo("high");
    assertThat(reviews.takeBack(anna)).isEqualTo(output(issue));
    assertThat(verdict()).isNull();
    assertThat(
            tests.<String>one(
                "select severity || ' ' || review_state from testing.issues where id = ?", issue))
        .isEqualTo("medium required");
    assertThat(tests.<String>one("select state from training.ai_outputs where issue_id = ?", issue))
        .isEqualTo("open");
    assertThatThrownBy(() -> reviews.takeBack(anna)).isInstanceOf(ApiProblem.class);
  }

  @Test
  void twoWhoDisagreeLeaveItToAnExpert() {
    wanted(2);
    reviews.say(anna, output(issue), word(CorrectionType.APPROVE, ""));
    assertThat(verdict()).isNull();
    reviews.say(ben, output(issue), word(CorrectionType.FALSE_POSITIVE, "It works."));
    assertThat(verdict()).isNull();
    assertThat(tests.<String>one("select state from training.ai_outputs where issue_id = ?", issue))
        .isEqualTo("adjudication");
    var tester = new Reviewer(UUID.randomUUID(), UUID.randomUUID(), false);
    assertThatThrownBy(() -> reviews.say(tester, output(issue), word(CorrectionType.APPROVE, "")))
        .hasMessageContaining("an expert decides");
    var expert = new Reviewer(UUID.randomUUID(), null, true);
    reviews.say(expert, output(issue), word(CorrectionType.APPROVE, ""));
    assertThat(verdict()).isEqualTo("confirmed");
    assertThat(agreement.report().pairs()).isNotNull();
    assertThat(
            tests
                .<java.math.BigDecimal>one(
                    "select label from training.ai_outputs where issue_id = ?", issue)
                .doubleValue())
        .isGreaterThan(0.9);
  }

  @Test
  void nobodyGetsWhatAnotherHoldsAndTestersSeeConsentingCompaniesOnly() {
    var silent = new JudgedTests(database);
    var hidden = silent.finding(silent.run("hidden.example"), "Hidden", "forms", 0.7);
    UUID hiddenRun = silent.one("select test_run_id from testing.issues where id = ?", hidden);
    Tenancy.run(Actor.system("test"), () -> collector.collect(hiddenRun));
    var tester = new Reviewer(UUID.randomUUID(), UUID.randomUUID(), false);
    assertThatThrownBy(() -> reviews.desk(tester, output(hidden)))
        .hasMessageContaining("no such finding");
    assertThat(reviews.waiting(tester, 1000))
        .noneMatch(one -> one.companyId().equals(silent.company.id()));
    var first = reviews.desk(tester, null).item();
    assertThat(first).isNotNull();
    assertThat(reviews.desk(tester, null).item().output().id()).isEqualTo(first.output().id());
    var other = new Reviewer(UUID.randomUUID(), UUID.randomUUID(), false);
    var second = reviews.desk(other, null).item();
    assertThat(second == null || !second.output().id().equals(first.output().id())).isTrue();
  }

  @Test
  void wordsOnTestsFlowInByEvent() {
    var tester = UUID.randomUUID();
    Tenancy.run(
        Actor.system("test"),
        () ->
            transactions.executeWithoutResult(
                _ ->
                    events.publishEvent(
                        new FindingCorrected(
                            run,
                            tests.company.id(),
                            issue,
                            null,
                            tester,
                            CorrectionType.HALLUCINATION,
                            new FindingCorrected.AiFinding(
                                "Title", "Text", "medium", "functional", 0.9),
                            Map.of(),
                            null,
                            "It is not there.",
                            null))));
    assertThat(
            tests
                .<java.math.BigDecimal>one(
                    "select label from training.ai_outputs where issue_id = ?", issue)
                .doubleValue())
        .isBetween(0.19, 0.21);
    assertThat(Tenancy.<Integer, RuntimeException>as(Actor.system("test"), corrections::count))
        .isPositive();
  }

  @Test
  void knownAnswersShowWhoLooksClosely() {
    wanted(1);
    reviews.say(anna, output(issue), word(CorrectionType.APPROVE, ""));
    Tenancy.run(Actor.system("test"), () -> corrections.gold(output(issue), true, anna.userId()));
    reviews.say(ben, output(issue), word(CorrectionType.FALSE_POSITIVE, "I don't think so."));
    assertThat(verdict()).isEqualTo("confirmed");
    assertThat(
            tests.<String>one(
                "select gold_right || '/' || gold_seen from training.reviewers where user_id = ?",
                ben.userId()))
        .isEqualTo("0/1");
    assertThat(ReviewerScores.weight(0, 10, 0, 0)).isEqualTo(0.5);
    assertThat(ReviewerScores.weight(50, 50, 0, 0)).isGreaterThan(0.95);
    // Two who are right in nine of ten cases agree in 0.82 of them.
    assertThat(ReviewerScores.weight(0, 0, 8200, 10_000)).isBetween(0.89, 0.91);
  }

  @Test
  void findingsOfOneRunAreRankedOnceEach() {
    var other = tests.finding(run, "The text is hard to read", "visual", 0.8);
    collect();
    var ids = List.of(output(issue), output(other));
    reviews.rank(anna, ids, "A dead button stops everybody.");
    assertThat(
            tests.<Long>one(
                "select count(*) from training.ai_output_rankings where test_run_id = ?", run))
        .isEqualTo(1L);
    assertThatThrownBy(() -> reviews.rank(anna, List.of(ids.getFirst(), ids.getFirst()), "x"))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void whatIsUnsureNewAndGraveComesFirst() {
    var facts = reviews.desk(anna, output(issue)).item().output().facts();
    double unsure = Priority.of(facts, 0.5, 1).value();
    assertThat(unsure).isGreaterThan(Priority.of(facts, 0.95, 1).value());
    assertThat(unsure).isGreaterThan(Priority.of(facts, 0.5, 0.1).value());
    assertThat(Priority.of(facts, 1, 0).value()).isPositive();
  }
}
