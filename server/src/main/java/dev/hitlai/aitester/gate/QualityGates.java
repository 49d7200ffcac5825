package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.List;

/** All gates, over all findings of a run; needs no model, no network and no page that is open. */
public final class QualityGates {
  private final Hallucination hallucination;
  private final Laziness laziness;

  /**
   * Reads the evidence once for all findings.
   *
   * @param all the run's findings, among which copies are looked for
   */
  public QualityGates(RunEvidence evidence, List<Finding> all) {
    var run = new RunIndex(evidence);
    hallucination = new Hallucination(run);
    laziness = new Laziness(run, all);
  }

  /** What the gates say of each finding, in the same order. */
  public static List<GatedFinding> judge(List<Finding> findings, RunEvidence evidence) {
    var gates = new QualityGates(evidence, findings);
    return findings.stream().map(gates::judge).toList();
  }

  public GatedFinding judge(Finding finding) {
    return new GatedFinding(
        finding,
        List.of(
            hallucination.judge(finding),
            laziness.judge(finding),
            Completeness.judge(finding),
            Specificity.judge(finding)));
  }
}
