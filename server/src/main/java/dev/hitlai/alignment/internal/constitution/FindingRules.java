package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import dev.hitlai.alignment.internal.constitution.ConstitutionDecisions.Judged;
import dev.hitlai.alignment.internal.gates.GateRows;
import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Ruling;
import dev.hitlai.testing.FindingReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gates' verdicts and the constitution's, on the way of a finding to its place. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FindingRules implements FindingReview {
  private final ConstitutionDecisions decisions;
  private final FactSheets sheets;
  private final GateRows gates;

  FindingRules(ConstitutionDecisions decisions, FactSheets sheets, GateRows gates) {
    this.decisions = decisions;
    this.sheets = sheets;
    this.gates = gates;
  }

  /** The very judgements that decided: rules may be edited before they are written down. */
  private record Notes(Map<String, Judged> judged) {}

  @Override
  public boolean mayBeShown(ReviewedRun run, Finding finding) {
    return !judge(run, "", finding, Action.APPROVED).ruling().blocks();
  }

  private Judged judge(ReviewedRun run, String engine, Finding finding, Action gated) {
    return decisions.judge(
        Checkpoint.FINDING,
        finding.title(),
        sheets.finding(run, engine, finding, gated.code()),
        FactSheets.scope(run),
        run.id(),
        run.companyId());
  }

  @Override
  public Reviewed review(ReviewedRun run, TestReport report) {
    var gated = gated(report);
    var outcomes = new HashMap<String, Outcome>();
    var kept = new ArrayList<Finding>();
    var notes = new Notes(new HashMap<>());
    for (var finding : report.findings()) {
      var verdict = gated.getOrDefault(finding.fingerprint(), Action.APPROVED);
      var judged = judge(run, report.engine(), finding, verdict);
      var outcome = stricter(outcome(verdict), outcome(judged.ruling()));
      outcomes.put(finding.fingerprint(), outcome);
      notes.judged().put(finding.fingerprint(), judged);
      if (outcome != Outcome.BLOCKED) {
        kept.add(finding.decided(List.of(sentence(judged.ruling()))));
      }
    }
    return new Reviewed(report.withFindings(kept), outcomes, notes);
  }

  @Override
  public void stored(ReviewedRun run, Reviewed reviewed, Map<String, UUID> issues) {
    var report = reviewed.report();
    for (var one : report.gated()) {
      gates.keep(run, one, issues.get(one.finding().fingerprint()));
    }
    if (reviewed.notes() instanceof Notes notes) {
      notes.judged().forEach((finding, judged) -> decisions.keep(judged, issues.get(finding)));
    }
  }

  private static Map<String, Action> gated(TestReport report) {
    var actions = new HashMap<String, Action>();
    report.gated().forEach(one -> actions.put(one.finding().fingerprint(), one.action()));
    return actions;
  }

  private static Outcome outcome(Action action) {
    return switch (action) {
      case APPROVED -> Outcome.PASSES;
      case FLAGGED -> Outcome.FLAGGED;
      case HUMAN_REVIEW_REQUIRED -> Outcome.NEEDS_PERSON;
      case REJECTED -> Outcome.BLOCKED;
    };
  }

  private static Outcome outcome(Ruling ruling) {
    return switch (ruling.effect()) {
      case NONE, WARN -> Outcome.PASSES;
      case FLAG -> Outcome.FLAGGED;
      case REQUIRE_HUMAN_REVIEW -> Outcome.NEEDS_PERSON;
      case BLOCK -> Outcome.BLOCKED;
    };
  }

  private static Outcome stricter(Outcome one, Outcome other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String sentence(Ruling ruling) {
    return ruling
        .deciding()
        .map(
            fired ->
                "Constitution: “%s” (%s) asks for %s; %d rules fired."
                    .formatted(
                        fired.rule().name(),
                        fired.rule().level().label(),
                        fired.effect().words(),
                        ruling.fired().size()))
        .orElse("Constitution: no rule fired.");
  }
}
