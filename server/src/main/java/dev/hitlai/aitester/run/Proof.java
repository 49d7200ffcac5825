package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;

/** A finding with other evidence. */
final class Proof {

  private Proof() {}

  static Finding with(Finding finding, Evidence evidence) {
    return new Finding(
        finding.id(),
        finding.fingerprint(),
        finding.rule(),
        finding.title(),
        finding.description(),
        finding.severity(),
        finding.category(),
        finding.wcag(),
        finding.url(),
        finding.selector(),
        finding.occurrences(),
        finding.personas(),
        finding.recommendation(),
        finding.confidence(),
        finding.source(),
        finding.effort(),
        evidence,
        finding.decisionTrail());
  }
}
