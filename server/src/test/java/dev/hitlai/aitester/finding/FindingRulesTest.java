package dev.hitlai.aitester.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.finding.Weight.Frequency;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.finding.Weight.Persistence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingRulesTest {
  private static final Rule RULE = Rule.of("a-rule", Category.FORMS, Impact.MAJOR, 0.8);

  private static Finding finding(String rule, String url, String selector, String persona) {
    return Findings.by(Rule.of(rule, Category.FORMS, Impact.MAJOR, 0.8))
        .title("Title of " + selector)
        .description("Why")
        .recommendation("How")
        .at(url, selector, persona)
        .make();
  }

  private static List<Finding> some(Random random) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 40; i++) {
      findings.add(
          finding(
              "rule-" + random.nextInt(3),
              "http://shop/" + random.nextInt(4),
              "#e" + (char) ('a' + random.nextInt(5)),
              "persona_" + random.nextInt(3)));
    }
    return findings;
  }

  @Test
  void fingerprintsIgnorePositionsNumbersAndWhiteSpace() {
    var one = Findings.fingerprint("r", "li:nth-of-type(3) > a", "Mug  for 12.50");
    assertThat(Findings.fingerprint("r", "li:nth-of-type(9) > a", "mug for 99.10")).isEqualTo(one);
    assertThat(one).matches("[0-9a-f]{16}");
  }

  @Test
  void fingerprintsTellRulesPlacesAndTextsApart() {
    var one = Findings.fingerprint("r", "#a", "Mug");
    assertThat(Findings.fingerprint("s", "#a", "Mug")).isNotEqualTo(one);
    assertThat(Findings.fingerprint("r", "#b", "Mug")).isNotEqualTo(one);
    assertThat(Findings.fingerprint("r", "#a", "Pan")).isNotEqualTo(one);
    assertThat(Findings.fingerprint("r", null, "#aMug")).isNotEqualTo(one);
  }

  @Test
  void mergesToTheSameWhateverTheOrder() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var findings = some(random);
      var merged = FindingMerger.merge(findings);
      Collections.shuffle(findings, random);
      assertThat(FindingMerger.merge(findings)).isEqualTo(merged);
    }
  }

  @Test
  void mergingLosesNoPlaceAndNoPersonaAndRepeatsNoFingerprint() {
    var findings = some(new Random(11));
    var merged = FindingMerger.merge(findings);
    assertThat(merged).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    assertThat(merged.stream().flatMap(finding -> finding.occurrences().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            merged.stream().flatMap(finding -> finding.occurrences().stream()).toList().stream()
                .distinct()
                .toList());
    for (var finding : findings) {
      var home =
          merged.stream()
              .filter(other -> other.fingerprint().equals(finding.fingerprint()))
              .findFirst()
              .orElseThrow();
      assertThat(home.occurrences()).containsAll(finding.occurrences());
      assertThat(home.personas()).containsAll(finding.personas());
    }
  }

  @Test
  void numbersFromTheWorstDown() {
    var mild =
        Findings.by(RULE).title("t").description("d").recommendation("r").severity(Severity.LOW);
    var bad =
        Findings.by(RULE)
            .title("t")
            .description("d")
            .recommendation("r")
            .severity(Severity.CRITICAL);
    var merged =
        FindingMerger.merge(
            List.of(mild.at("http://a", "#a", null).make(), bad.at("http://a", "#b", null).make()));
    assertThat(merged).extracting(Finding::id).containsExactly("F-001", "F-002");
    assertThat(merged)
        .extracting(Finding::severity)
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @Test
  void mergingTwiceChangesNothing() {
    var merged = FindingMerger.merge(some(new Random(3)));
    assertThat(FindingMerger.merge(merged)).isEqualTo(merged);
  }

  @Test
  void severityNeverFallsWhenAnythingGetsWorse() {
    for (var impact : Impact.values()) {
      for (var frequency : Frequency.values()) {
        for (var persistence : Persistence.values()) {
          var here = new Weight(impact, frequency, persistence).severity();
          for (var worse : Impact.values()) {
            if (worse.compareTo(impact) >= 0) {
              assertThat(new Weight(worse, frequency, persistence).severity())
                  .isGreaterThanOrEqualTo(here);
            }
          }
          assertThat(new Weight(impact, Frequency.UNIVERSAL, persistence).severity())
              .isGreaterThanOrEqualTo(here);
          assertThat(new Weight(impact, frequency, Persistence.EVERY_TIME).severity())
              .isGreaterThanOrEqualTo(here);
        }
      }
    }
  }

  @Test
  void onlyWhatBlocksIsCriticalAndCosmeticsStayLow() {
    assertThat(Weight.of(Impact.BLOCKING).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(Weight.of(Impact.MAJOR).with(Frequency.UNIVERSAL).severity())
        .isEqualTo(Severity.HIGH);
    assertThat(Weight.of(Impact.MINOR).severity()).isEqualTo(Severity.MEDIUM);
    assertThat(Weight.of(Impact.COSMETIC).with(Frequency.UNIVERSAL).severity())
        .isEqualTo(Severity.LOW);
  }

  @Test
  void theScoreFallsWithEachFindingAndStaysWithinItsBounds() {
    var findings = new ArrayList<Finding>();
    double last = Score.of(findings, List.of(), List.of()).value();
    assertThat(last).isEqualTo(100);
    for (int i = 0; i < 60; i++) {
      findings.add(finding("rule-" + i, "http://shop/", "#e", "p"));
      var score = Score.of(findings, List.of(), List.of());
      assertThat(score.value()).isLessThanOrEqualTo(last).isBetween(0.0, 100.0);
      assertThat(score.parts()).containsKeys("usability", "accessibility", "performance", "trust");
      last = score.value();
    }
    assertThat(last).isLessThan(85);
  }

  @Test
  void refusesAFindingThatLacksItsFixOrItsPlace() {
    var draft = Findings.by(RULE).title("t").description("d");
    assertThatThrownBy(() -> draft.at("http://a", null, null).make())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> Findings.by(RULE).title("t").description("d").recommendation("r").make())
        .hasMessageContaining("where");
  }

  @Test
  void refusesRulesThatCannotBe() {
    assertThatThrownBy(() -> Rule.of("Bad Id", Category.FORMS, Impact.MAJOR, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rule.of("id", Category.FORMS, Impact.MAJOR, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
