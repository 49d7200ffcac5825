package dev.hitlai.testing.internal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tester writes of a test, finished or not; it may lack anything until it is handed in.
 *
 * @param outcome {@code done}, {@code gave_up} or {@code failed}
 * @param sentiment 0 wants to leave, 1 is delighted
 * @param positives what works well
 * @param notes anything else
 * @param findings the tester's own
 * @param verdicts on the AI's findings
 */
public record TesterReport(
    @Nullable String outcome,
    @Nullable Double sentiment,
    String recommendations,
    String positives,
    String notes,
    List<OwnFinding> findings,
    List<AiVerdict> verdicts) {
  public static final TesterReport EMPTY =
      new TesterReport(null, null, "", "", "", List.of(), List.of());

  public TesterReport {
    recommendations = orEmpty(recommendations);
    positives = orEmpty(positives);
    notes = orEmpty(notes);
    findings = findings == null ? List.of() : List.copyOf(findings);
    verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
  }

  /**
   * @param url of the page; empty when it was not said
   * @param selector of the element; empty when it was not said
   * @param screenshot an artifact of the run
   */
  public record OwnFinding(
      String title,
      String description,
      String severity,
      String category,
      String url,
      String selector,
      String recommendation,
      @Nullable UUID screenshot) {
    public static final OwnFinding EMPTY = new OwnFinding("", "", "", "", "", "", "", null);

    public OwnFinding {
      title = orEmpty(title);
      description = orEmpty(description);
      severity = orEmpty(severity);
      category = orEmpty(category);
      url = orEmpty(url);
      selector = orEmpty(selector);
      recommendation = orEmpty(recommendation);
    }

    OwnFinding withScreenshot(@Nullable UUID id) {
      return new OwnFinding(
          title, description, severity, category, url, selector, recommendation, id);
    }
  }

  /**
   * @param verdict a word of {@code CorrectionType}; empty while there is none
   * @param severity the right one, for a severity that is wrong
   * @param wording the better description, for one that is badly said
   */
  public record AiVerdict(
      UUID issueId, String verdict, String severity, String wording, String reasoning) {
    public AiVerdict {
      verdict = orEmpty(verdict);
      severity = orEmpty(severity);
      wording = orEmpty(wording);
      reasoning = orEmpty(reasoning);
    }

    boolean said() {
      return !verdict.isEmpty();
    }
  }

  public TesterReport withFindings(List<OwnFinding> other) {
    return new TesterReport(outcome, sentiment, recommendations, positives, notes, other, verdicts);
  }

  /** With the other's pictures for those of the same titles that have none. */
  TesterReport withPicturesOf(TesterReport other) {
    var kept = new ArrayList<OwnFinding>(findings);
    for (int i = 0; i < Math.min(kept.size(), other.findings.size()); i++) {
      var one = kept.get(i);
      var theirs = other.findings.get(i);
      if (one.screenshot() == null && one.title().equals(theirs.title())) {
        kept.set(i, one.withScreenshot(theirs.screenshot()));
      }
    }
    return withFindings(kept);
  }

  public TesterReport withVerdicts(List<AiVerdict> other) {
    return new TesterReport(outcome, sentiment, recommendations, positives, notes, findings, other);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
