package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import java.util.List;

/** A finding with what the gates said of it. */
public record GatedFinding(Finding finding, List<GateVerdict> verdicts) {

  public GatedFinding {
    verdicts = List.copyOf(verdicts);
  }

  /** The strictest of the gates' actions. */
  public Action action() {
    return verdicts.stream()
        .map(GateVerdict::action)
        .max(Action::compareTo)
        .orElse(Action.APPROVED);
  }

  public boolean rejected() {
    return action() == Action.REJECTED;
  }

  /** Whether a check of some gate failed, as opposed to claims that can't be checked. */
  public boolean failed() {
    return verdicts.stream().anyMatch(verdict -> !verdict.passed());
  }

  /** The finding with a line of each gate in its trail. */
  public Finding withTrail() {
    return finding.decided(verdicts.stream().map(GateVerdict::sentence).toList());
  }
}
