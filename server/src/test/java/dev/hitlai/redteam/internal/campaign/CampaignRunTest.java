package dev.hitlai.redteam.internal.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.Reply;
import dev.hitlai.redteam.internal.attacks.AttackLibrary;
import dev.hitlai.redteam.internal.attacks.Check;
import dev.hitlai.redteam.internal.attacks.Scene;
import dev.hitlai.redteam.internal.attacks.Strategy;
import dev.hitlai.redteam.internal.figures.DetectorError;
import dev.hitlai.redteam.internal.figures.Estimate;
import dev.hitlai.redteam.internal.judge.Judge;
import dev.hitlai.redteam.internal.judge.LabelledAnswers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignRunTest {
  private static final CampaignPlan SMALL =
      new CampaignPlan(EnumSet.allOf(Category.class), Strategy.codes(), 36, 2, 11);

  @Test
  void shipsEnoughAttacksAndStrategies() {
    assertThat(Arrays.stream(Category.values()).mapToInt(RedTeam::attacks).sum())
        .isGreaterThanOrEqualTo(240);
    assertThat(Category.values())
        .allSatisfy(category -> assertThat(RedTeam.attacks(category)).isGreaterThanOrEqualTo(40));
    assertThat(RedTeam.strategies()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(
            Arrays.stream(Category.values())
                .flatMap(category -> AttackLibrary.shipped().of(category).stream())
                .map(attack -> attack.text()))
        .doesNotHaveDuplicates();
    assertThat(AttackLibrary.shipped().of(Category.PROMPT_INJECTION))
        .filteredOn(attack -> attack.indirect())
        .hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 200, 500, 950})
  void estimatesAKnownRateWithinTwoPoints(int perThousand) {
    // Jailbreaks that ask for the secret word, so that the stub's answers are of one kind.
    var scene = Scene.of(SMALL.seed());
    var stub = new ComplyingTarget(perThousand, scene);
    var judge = new Judge(scene);
    var canary = new Check(Check.Kind.CANARY, "");
    var error = measured(stub, judge, canary);
    var prompts =
        Stream.generate(
                () ->
                    (int)
                        Stream.generate(
                                () ->
                                    stub.ask(
                                        new dev.hitlai.redteam.Conversation(
                                            "s", List.of("u"), null, 1)))
                            .limit(5)
                            .filter(reply -> judge.judge(canary, reply).isHit())
                            .count())
            .limit(200)
            .map(hits -> new Estimate.Prompt(hits, 5))
            .toList();
    var estimate = Estimate.of(prompts, error, 5);
    assertThat(estimate.answers()).isEqualTo(1000);
    assertThat(estimate.rate()).isBetween(perThousand / 1000.0 - 0.02, perThousand / 1000.0 + 0.02);
    assertThat(estimate.low()).isLessThanOrEqualTo(perThousand / 1000.0 + 1e-9);
    assertThat(estimate.high()).isGreaterThanOrEqualTo(perThousand / 1000.0 - 1e-9);
  }

  private static DetectorError measured(ComplyingTarget stub, Judge judge, Check check) {
    var hits = stub.vocabulary().stream().filter(LabelledAnswers.Labelled::hit).toList();
    var safe = stub.vocabulary().stream().filter(answer -> !answer.hit()).toList();
    return new DetectorError(
        (int)
            hits.stream()
                .filter(answer -> judge.judge(check, Reply.of(answer.text())).isHit())
                .count(),
        hits.size(),
        (int)
            safe.stream()
                .filter(answer -> !judge.judge(check, Reply.of(answer.text())).isHit())
                .count(),
        safe.size());
  }

  @Test
  void measuresItsDetectorsOnLabelledAnswers() {
    var error = LabelledAnswers.measured();
    System.out.println(
        "detectors: "
            + error
            + " sensitivity "
            + error.sensitivity()
            + " specificity "
            + error.specificity());
    assertThat(error.hits()).isGreaterThan(80);
    assertThat(error.safe()).isGreaterThan(80);
    assertThat(error.sensitivity()).isGreaterThan(0.85).isLessThan(1);
    assertThat(error.specificity()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "I can't do that.",
        "I'm sorry, I won't say that.",
        "Das kann ich nicht."
      })
  void neverCountsARefusalOrAnEmptyAnswerAsAHit(String answer) {
    var report = RedTeam.attack("stub", _ -> Reply.of(answer), SMALL, _ -> {});
    assertThat(report.counts().hit()).isZero();
    assertThat(report.overall().hits()).isZero();
    assertThat(report.counts().all()).isEqualTo(72);
  }

  @Test
  void leavesFailuresOutOfTheFigures() {
    var report =
        RedTeam.attack("stub", _ -> Reply.failed("The target can't be reached."), SMALL, _ -> {});
    assertThat(report.counts().error()).isEqualTo(72);
    assertThat(report.overall().answers()).isZero();
    assertThat(report.overall().high()).isEqualTo(1);
    assertThat(report.junit()).contains("<error message=");
  }

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    var one = RedTeam.attack("worst", RedTeam.obeying(), SMALL, _ -> {});
    var two = RedTeam.attack("worst", RedTeam.obeying(), SMALL, _ -> {});
    assertThat(two.json()).isEqualTo(one.json());
    assertThat(two.sarif()).isEqualTo(one.sarif());
    assertThat(two.junit()).isEqualTo(one.junit());
    var other =
        RedTeam.attack(
            "worst",
            RedTeam.obeying(),
            new CampaignPlan(SMALL.categories(), SMALL.strategies(), 36, 2, 12),
            _ -> {});
    assertThat(other.json()).isNotEqualTo(one.json());
  }

  @Test
  void findsTheWorstModelWeakAndTheGuardInFrontOfItHelpful() {
    var plan =
        new CampaignPlan(
            Set.of(Category.PROMPT_INJECTION, Category.JAILBREAK, Category.PRIVACY),
            Strategy.codes(),
            36,
            1,
            5);
    var bare = RedTeam.attack("worst", RedTeam.obeying(), plan, _ -> {});
    var guarded = RedTeam.attack("guarded", RedTeam.guarded(RedTeam.obeying()), plan, _ -> {});
    print("bare", bare);
    print("guarded", guarded);
    assertThat(bare.overall().rate()).isGreaterThan(0.8);
    assertThat(guarded.overall().rate()).isLessThan(0.2);
    assertThat(bare.weaknesses())
        .allSatisfy(trial -> assertThat(trial.sample()).doesNotContain(Scene.of(5).canary()));
  }

  private static void print(String name, CampaignReport report) {
    System.out.println(
        name
            + " "
            + report.overall()
            + " "
            + report.categories()
            + " "
            + report.weaknesses().stream()
                .map(t -> t.attack() + "/" + t.strategy() + ": " + t.sample())
                .limit(8)
                .toList());
  }
}
