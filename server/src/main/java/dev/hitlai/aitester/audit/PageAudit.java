package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An audit of the page as a whole, from what was perceived; its words come from a table. */
abstract class PageAudit extends HitAudit {
  private final Map<String, Advice> advice;

  PageAudit(String id, Agent agent, List<Advice> advice) {
    super(id, agent);
    this.advice = advice.stream().collect(Collectors.toMap(Advice::key, Function.identity()));
  }

  /** A hit on the page as a whole. */
  static Hit hit(String rule, String identity, String label, Map<String, Object> measured) {
    return new Hit(rule, null, "page", identity, label, null, null, measured);
  }

  @Override
  List<Rule> rules() {
    return advice.values().stream().map(Advice::rule).toList();
  }

  @Override
  Draft describe(Hit hit, AuditSubject subject) {
    var words = advice.get(hit.rule());
    if (words == null) {
      throw new IllegalStateException(id() + " has no words for " + hit.rule());
    }
    return words.draft(hit, subject);
  }
}
