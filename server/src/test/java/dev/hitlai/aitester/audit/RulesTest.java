package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule has a class, an id, a page of documentation, a page that fails and one that passes.
 */
class RulesTest {
  /**
   * What a little page on the loopback interface can't show: the network, the clock, two pages that
   * are compared, or another protocol.
   */
  private static final Set<String> NOT_ON_ONE_PAGE =
      Set.of(
          "consistency/price",
          "filter/no-effect",
          "headers/cookie",
          "headers/missing",
          "images/heavy",
          "motion/reduced",
          "privacy/tracker",
          "requests/failed",
          "requests/slow",
          "requests/uncompressed",
          "security/access",
          "search/plural",
          "security/mixed",
          "security/password-http",
          "security/token-url",
          "state-lost/back",
          "state-lost/filter",
          "titles/duplicate",
          "vitals/cls",
          "vitals/lcp",
          "vitals/scripts",
          "vitals/ttfb",
          "vitals/weight");

  private static List<Audit> withWords() {
    return Audits.all().stream().filter(audit -> !rules(audit).isEmpty()).toList();
  }

  private static List<String> rules(Audit audit) {
    return audit instanceof HitAudit own
        ? own.rules().stream().map(dev.hitlai.aitester.finding.Rule::id).toList()
        : List.of();
  }

  @Test
  void namesEachRuleOnce() {
    assertThat(withWords().stream().flatMap(audit -> rules(audit).stream()))
        .hasSizeGreaterThan(110)
        .doesNotHaveDuplicates();
  }

  @Test
  void documentsEachRuleOnThePageOfItsAudit() throws IOException {
    for (var audit : withWords()) {
      var page = Files.readString(Path.of("..", "docs", "rules", audit.id() + ".md"));
      assertThat(rules(audit)).allSatisfy(rule -> assertThat(page).contains("`" + rule + "`"));
      assertThat(page).as(audit.id()).contains("## Source");
    }
  }

  @Test
  void showsEachRuleAPageThatFailsAndOneThatPasses() {
    var shown =
        Stream.concat(
                Fixtures.ALL.stream().map(Fixture::rule),
                RuleCase.all().stream()
                    .filter(RuleCase::fails)
                    .map(RuleCase::only)
                    .flatMap(Optional::stream)
                    .filter(RulesTest::alsoPasses))
            .collect(Collectors.toSet());
    assertThat(withWords().stream().flatMap(audit -> rules(audit).stream()))
        .allSatisfy(rule -> assertThat(shown.contains(rule)).isNotEqualTo(isExempt(rule)));
  }

  private static boolean isExempt(String rule) {
    return NOT_ON_ONE_PAGE.contains(rule);
  }

  private static boolean alsoPasses(String rule) {
    return RuleCase.all().stream().anyMatch(example -> !example.fails() && example.isAbout(rule));
  }
}
