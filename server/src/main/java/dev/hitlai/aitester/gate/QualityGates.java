package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.List;

/** All gates, over all findings of a run. */
public final class QualityGates {
  private QualityGates() {}

  /** What the gates say of each finding, in the same order; needs no model and no network. */
  public static List<GatedFinding> judge(List<Finding> findings, RunEvidence evidence) {
    var hallucination = new Hallucination(new RunIndex(evidence));
    return findings.stream()
        .map(finding -> new GatedFinding(finding, List.of(hallucination.judge(finding))))
        .toList();
  }
}
