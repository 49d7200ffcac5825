package dev.hitlai.alignment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static Rule rule(Level level, String condition, Effect effect) {
    return new Rule(
        UUID.randomUUID(),
        1,
        level,
        100,
        level == Level.COMPANY ? new UUID(1, 1) : null,
        null,
        null,
        level + " rule",
        condition,
        effect,
        Enforcement.STRICT);
  }

  private static List<Conflicts.Note.Kind> kinds(Rule rule, Rule... others) {
    return Conflicts.of(rule, List.of(others)).stream().map(Conflicts.Note::kind).toList();
  }

  @Test
  void pointsAtWhatIsWrong() {
    assertThatThrownBy(() -> Conditions.read("finding.confidence < \"much\""))
        .isInstanceOfSatisfying(
            InvalidCondition.class,
            problem -> {
              assertThat(problem.problems()).hasSize(1);
              assertThat(problem.problems().getFirst().column()).isEqualTo(20);
              assertThat(
                      InvalidCondition.pointed("finding.confidence < \"much\"", problem.problems()))
                  .contains("\n                   ^ ");
            });
    assertThatThrownBy(() -> Conditions.read("finding.colour == \"red\""))
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> Conditions.read("finding.title")).hasMessageContaining("bool");
  }

  @Test
  void refusesWhatCanNeverBeAskedOrCostsTooMuch() {
    assertThatThrownBy(() -> Conditions.read("finding.title == action.target"))
        .hasMessageContaining("never more than one");
    assertThatThrownBy(() -> Conditions.read("1 < 2")).hasMessageContaining("no fact");
    assertThatThrownBy(
            () ->
                Conditions.read(
                    "finding.wcag.all(a, finding.wcag.all(b, finding.wcag.all(c, a + b != c)))"))
        .hasMessageContaining("operations");
    assertThatThrownBy(() -> Conditions.read("finding.title.matches(finding.url)"))
        .hasMessageContaining("pattern");
    assertThatThrownBy(() -> Conditions.read("finding.title.matches(\"(\")"))
        .hasMessageContaining("pattern");
  }

  @Test
  void knowsPersonalDataToneAndHosts() {
    assertThat(Texts.personal("write to jane@acme.de")).isTrue();
    assertThat(Texts.personal("write to jane@example.com")).isFalse();
    assertThat(Texts.personal("4111 1111 1111 1111")).isTrue();
    assertThat(Texts.personal("4111 1111 1111 1112")).isFalse();
    assertThat(Texts.personal("DE89 3704 0044 0532 0130 00")).isTrue();
    assertThat(Texts.personal("call +49 30 1234567")).isTrue();
    assertThat(Texts.personal("in 2026, 1,024 of 2,048 pixels; 12.5.2026 10:30")).isFalse();
    assertThat(Texts.tone("Only an idiot would do that")).isEqualTo("harsh");
    assertThat(Texts.tone("The label is missing")).isEqualTo("neutral");
    assertThat(Texts.hosts("see https://A.example/x and http://b.example:8080"))
        .containsExactly("a.example", "b.example");
    assertThat(Texts.similar("a red button", "a red button")).isEqualTo(1.0);
  }

  @Test
  void findsShadowedAndContradictoryRules() {
    var strict = rule(Level.PLATFORM, "finding.confidence < 0.5", Effect.BLOCK);
    var narrow =
        rule(Level.COMPANY, "finding.confidence < 0.3 && finding.severity == \"low\"", Effect.FLAG);
    assertThat(kinds(narrow, strict)).containsExactly(Conflicts.Note.Kind.CANT_LOOSEN);
    assertThat(kinds(rule(Level.COMPANY, "finding.confidence < 0.3", Effect.BLOCK), strict))
        .containsExactly(Conflicts.Note.Kind.SHADOWED);
    assertThat(kinds(rule(Level.PLATFORM, "finding.confidence < 0.5", Effect.WARN), strict))
        .containsExactly(Conflicts.Note.Kind.CONTRADICTS);
    assertThat(kinds(rule(Level.PLATFORM, "finding.confidence < 0.7", Effect.BLOCK), strict))
        .containsExactly(Conflicts.Note.Kind.SHADOWS);
    assertThat(kinds(rule(Level.COMPANY, "finding.confidence < 0.7", Effect.WARN), strict))
        .isEmpty();
    assertThat(
            kinds(
                rule(
                    Level.COMPANY,
                    "finding.severity == \"low\" && finding.severity in [\"high\", \"critical\"]",
                    Effect.WARN)))
        .containsExactly(Conflicts.Note.Kind.NEVER);
    assertThat(
            kinds(
                rule(
                    Level.COMPANY,
                    "finding.effort == \"small\" || finding.effort != \"small\"",
                    Effect.WARN)))
        .containsExactly(Conflicts.Note.Kind.ALWAYS);
  }

  @Test
  void factsSurviveBeingWrittenDown() {
    var facts = new RandomRules(3).facts();
    assertThat(Facts.of(facts.known()).known()).isEqualTo(facts.known());
  }
}
