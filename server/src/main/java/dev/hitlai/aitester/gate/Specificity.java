package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether somebody who never saw the page finds the spot and knows what is meant. */
final class Specificity {
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?i)\\b(some (?:elements?|parts?|users?|text|pages?)|various|several things|certain"
              + " (?:elements|areas)|the (?:overall )?(?:design|layout|user experience|usability)"
              + " (?:is|could|should|needs)|etc\\.?|and so on)(?!\\w)");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  private Specificity() {}

  static GateVerdict judge(Finding finding) {
    var text = finding.title() + " " + finding.description();
    var checks = new ArrayList<Check>();
    boolean quotes = text.contains("“");
    boolean number = NUMBER.matcher(text).find();
    boolean element = finding.selector() != null;
    checks.add(
        quotes || number || element || names(finding)
            ? Check.holds("named", "It names what it is about.")
            : Check.fails("named", "It names no element, no number and no text of the page."));
    checks.add(
        element || finding.evidence().box() != null || !finding.url().isBlank()
            ? Check.holds("place", "It says where to look.")
            : Check.fails("place", "It doesn't say where to look."));
    var vague = VAGUE.matcher(Claims.unquoted(text));
    boolean isVague = vague.find();
    checks.add(
        isVague
            ? Check.fails("words", "“" + vague.group() + "” says nothing in particular.")
            : Check.holds("words", "Its words are particular."));
    return verdict(Gate.SPECIFICITY, checks, Action.FLAGGED);
  }

  /** A finding about the page as a whole is about something that was measured or is missing. */
  private static boolean names(Finding finding) {
    return !finding.evidence().measured().isEmpty() || !finding.rule().isBlank();
  }

  /** The verdict of a gate that rejects nothing: one failure flags, several go to a person. */
  static GateVerdict verdict(Gate gate, List<Check> checks, Action onOne) {
    long held = Check.count(checks, Check.Result.HOLDS);
    long failed = Check.count(checks, Check.Result.FAILS);
    var action = failed == 0 ? Action.APPROVED : failed == 1 ? onOne : Action.HUMAN_REVIEW_REQUIRED;
    var failures = Check.failures(checks);
    return new GateVerdict(
        gate,
        failed == 0,
        action,
        held + failed == 0 ? 100 : 100.0 * held / (held + failed),
        (double) (held + failed) / checks.size(),
        failures,
        failures.isEmpty() ? held + " checks hold." : String.join(" ", failures),
        Check.evidence(checks));
  }
}
