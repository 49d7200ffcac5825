package dev.hitlai.alignment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.hitlai.alignment.rules.Rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ten thousand sets of rules by chance, against CEL's own evaluator and the plainest judge. */
class OracleTest {
  private static final int SETS = 10_000;
  private static final int CONDITIONS = 250;
  private static final int FACTS = 120;

  /** What CEL itself says. */
  private enum Answer {
    YES,
    NO,
    UNDECIDABLE
  }

  @Test
  void randomSetsAgreeWithBruteForceAndNothingLowerLoosens() throws Exception {
    var chance = new RandomRules(20260122);
    var conditions = new ArrayList<String>();
    for (int i = 0; i < CONDITIONS; i++) {
      conditions.add(chance.condition(3));
    }
    var facts = new ArrayList<Facts>();
    for (int i = 0; i < FACTS; i++) {
      facts.add(chance.facts());
    }
    var answers = answers(conditions, facts);
    var companies = List.of(UUID.randomUUID(), UUID.randomUUID());
    var testers = List.of(UUID.randomUUID(), UUID.randomUUID());
    int stricter = 0;
    for (int set = 0; set < SETS; set++) {
      var rules = new ArrayList<Rule>();
      for (int i = chance.below(8); i >= 0; i--) {
        rules.add(chance.rule(chance.pick(conditions), companies, testers));
      }
      var scope =
          new Scope(
              chance.pick(companies),
              chance.pick(testers),
              chance.below(2) == 0 ? "mobile" : "web");
      int which = chance.below(FACTS);
      var ruling = new RuleSet(rules).judge(Checkpoint.FINDING, facts.get(which), scope);
      var expected = bruteForce(rules, scope, conditions, answers, which);
      assertThat(ruling.effect()).describedAs("%s", rules).isEqualTo(expected);
      for (var level : Level.values()) {
        var higher = rules.stream().filter(rule -> rule.level().compareTo(level) <= 0).toList();
        var above = bruteForce(higher, scope, conditions, answers, which);
        assertThat(above.stricterThan(ruling.effect())).isFalse();
        stricter += ruling.effect().stricterThan(above) ? 1 : 0;
      }
    }
    assertThat(stricter).describedAs("lower levels do tighten").isGreaterThan(SETS / 10);
  }

  /** Each rule by itself, the strictest wins. */
  private static Effect bruteForce(
      List<Rule> rules, Scope scope, List<String> conditions, Answer[][] answers, int facts) {
    var effect = Effect.NONE;
    for (var rule : rules) {
      boolean concerned =
          (rule.companyId() == null || rule.companyId().equals(scope.companyId()))
              && (rule.testerId() == null || rule.testerId().equals(scope.testerId()))
              && (rule.platform() == null || rule.platform().equals(scope.platform()));
      var answer = answers[conditions.indexOf(rule.condition())][facts];
      if (!concerned || answer == Answer.NO) {
        continue;
      }
      var own =
          switch (rule.enforcement()) {
            case STRICT -> rule.effect();
            case MODERATE ->
                rule.effect() == Effect.BLOCK ? Effect.REQUIRE_HUMAN_REVIEW : rule.effect();
            case ADVISORY -> Effect.WARN;
          };
      if (answer == Answer.UNDECIDABLE && own == Effect.BLOCK) {
        own = Effect.REQUIRE_HUMAN_REVIEW;
      }
      effect = own.compareTo(effect) > 0 ? own : effect;
    }
    return effect;
  }

  private static Answer[][] answers(List<String> conditions, List<Facts> facts) throws Exception {
    var runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
    var answers = new Answer[conditions.size()][facts.size()];
    for (int i = 0; i < conditions.size(); i++) {
      var program = program(runtime, conditions.get(i));
      for (int j = 0; j < facts.size(); j++) {
        answers[i][j] = answer(program, facts.get(j));
      }
    }
    return answers;
  }

  private static CelRuntime.Program program(CelRuntime runtime, String condition)
      throws CelEvaluationException, CelValidationException {
    return runtime.createProgram(Conditions.compiler().compile(condition).getAst());
  }

  private static Answer answer(CelRuntime.Program program, Facts facts) {
    try {
      return (Boolean) program.eval(facts.all()) ? Answer.YES : Answer.NO;
    } catch (CelEvaluationException e) {
      return Answer.UNDECIDABLE;
    }
  }
}
