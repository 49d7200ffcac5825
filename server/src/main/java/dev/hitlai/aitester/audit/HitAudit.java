package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * An audit that turns hits into findings. Elements that come from the same template and fail in the
 * same way are one finding with several occurrences.
 */
abstract class HitAudit implements Audit {
  private static final int OCCURRENCES = 25;

  private final String id;
  private final Agent agent;

  HitAudit(String id, Agent agent) {
    this.id = id;
    this.agent = agent;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Agent agent() {
    return agent;
  }

  /** The rules that it may report, where it knows them beforehand. */
  List<Rule> rules() {
    return List.of();
  }

  abstract List<Hit> hits(AuditSubject subject);

  /** Title, description, recommendation and whatever differs from the rule's defaults. */
  abstract Draft describe(Hit hit, AuditSubject subject);

  /** Places on other pages that are part of the same defect. */
  List<Finding.Occurrence> elsewhere(Hit hit, AuditSubject subject) {
    return List.of();
  }

  @Override
  public final List<Finding> inspect(AuditSubject subject) {
    record Key(String rule, String signature, String identity) {}
    var groups = new LinkedHashMap<Key, List<Hit>>();
    for (var hit : hits(subject)) {
      var key = new Key(hit.rule(), hit.signature(), hit.identity());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(hit);
    }
    return groups.values().stream().map(hits -> finding(hits, subject)).toList();
  }

  private Finding finding(List<Hit> hits, AuditSubject subject) {
    var first = hits.getFirst();
    var draft = describe(first, subject);
    for (var hit : hits.subList(0, Math.min(hits.size(), OCCURRENCES))) {
      draft.at(hit.address(subject.view().url()), hit.selector(), subject.persona().name());
    }
    elsewhere(first, subject)
        .forEach(place -> draft.at(place.url(), place.selector(), place.persona()));
    return draft
        .identity(first.signature(), first.identity())
        .evidence(new Evidence(null, first.box(), first.html(), first.measured()))
        .make();
  }
}
