package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import java.util.List;

/** An audit whose look at a state serves all personas of a run; the words are for each of them. */
final class SharedAudit extends HitAudit {
  private final HitAudit audit;
  private final SharedLooks looks;

  SharedAudit(HitAudit audit, SharedLooks looks) {
    super(audit.id(), audit.agent());
    this.audit = audit;
    this.looks = looks;
  }

  @Override
  List<Rule> rules() {
    return audit.rules();
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return looks.of(id(), subject, () -> audit.hits(subject));
  }

  @Override
  Draft describe(Hit hit, AuditSubject subject) {
    return audit.describe(hit, subject);
  }

  @Override
  List<Finding.Occurrence> elsewhere(Hit hit, AuditSubject subject) {
    return audit.elsewhere(hit, subject);
  }
}
