package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An audit whose evidence comes from a probe of the same name, and its words from a table. */
abstract class ProbeAudit extends HitAudit {
  private final Probes probes;
  private final Map<String, Advice> advice;

  ProbeAudit(String id, Agent agent, Probes probes, List<Advice> advice) {
    super(id, agent);
    this.probes = probes;
    this.advice = advice.stream().collect(Collectors.toMap(Advice::key, Function.identity()));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return probes.hits(subject, id());
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
