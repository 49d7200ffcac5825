package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.List;

/** Whether a finding from behaviour refers to a step that was taken. */
final class Trace {
  private final RunIndex run;

  Trace(RunIndex run) {
    this.run = run;
  }

  void check(Finding finding, List<Check> checks) {
    if (!(finding.evidence().measured().get("step") instanceof Number number)) {
      return;
    }
    int index = number.intValue();
    boolean taken =
        run.evidence().steps().stream()
            .anyMatch(step -> step.index() == index && fits(step, finding));
    checks.add(
        taken
            ? Check.holds("step", "Step " + index + " was taken and ended so.")
            : Check.refutes(
                "step", "No step " + index + " of the run was taken there and ended so."));
  }

  private static boolean fits(DoneStep step, Finding finding) {
    return finding.personas().contains(step.persona())
        && step.url().equals(finding.url())
        && step.outcome()
            .equals(finding.evidence().measured().getOrDefault("outcome", step.outcome()));
  }
}
