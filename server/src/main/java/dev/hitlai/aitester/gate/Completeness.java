package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import java.util.ArrayList;
import java.util.List;

/** Whether all is there that somebody needs who is to repair it, and is of use. */
final class Completeness {
  private static final int TITLE = 12;
  private static final int DESCRIPTION = 30;
  private static final int RECOMMENDATION = 10;

  private Completeness() {}

  static GateVerdict judge(Finding finding) {
    var checks = new ArrayList<Check>();
    says(checks, "kind", !finding.rule().isBlank(), "what kind of defect it is");
    says(checks, "title", finding.title().strip().length() >= TITLE, "in one line what is wrong");
    says(
        checks,
        "description",
        finding.description().strip().length() >= DESCRIPTION,
        "whom it hinders and why");
    says(
        checks,
        "recommendation",
        finding.recommendation().strip().length() >= RECOMMENDATION,
        "how to repair it");
    says(checks, "location", finding.url().contains("://"), "on which page");
    says(checks, "occurrences", !finding.occurrences().isEmpty(), "where it shows");
    var evidence = finding.evidence();
    says(
        checks,
        "evidence",
        evidence.screenshot() != null
            || evidence.html() != null
            || evidence.box() != null
            || !evidence.measured().isEmpty(),
        "anything to prove it");
    return Specificity.verdict(Gate.COMPLETENESS, checks, Action.HUMAN_REVIEW_REQUIRED);
  }

  private static void says(List<Check> checks, String what, boolean does, String words) {
    checks.add(
        does
            ? Check.holds(what, "It says " + words + ".")
            : Check.fails(what, "It doesn't say " + words + "."));
  }
}
