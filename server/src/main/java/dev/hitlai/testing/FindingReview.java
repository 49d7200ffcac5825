package dev.hitlai.testing;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.TestReport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked about an AI's findings before they are stored; by whoever keeps the platform's rules. */
public interface FindingReview {

  /**
   * The run that they belong to.
   *
   * @param platform web or mobile
   */
  record ReviewedRun(
      UUID id,
      UUID companyId,
      URI url,
      String mission,
      Persona persona,
      List<String> allowedHosts,
      TestType type,
      String platform,
      @Nullable UUID testerId) {}

  /** How a finding goes on, the mildest first. */
  enum Outcome {
    PASSES,
    /** It stands, and a sample of such findings is looked at. */
    FLAGGED,
    /** A person has to look at it. */
    NEEDS_PERSON,
    /** It is not stored. */
    BLOCKED
  }

  /**
   * What was decided of a report.
   *
   * @param report without the findings that were blocked, with the decisions in the others' trails
   * @param outcomes fingerprint → how the finding goes on, of all findings
   * @param notes the reviewer's own, to write down what it decided
   */
  record Reviewed(TestReport report, Map<String, Outcome> outcomes, Object notes) {}

  /** Whether a finding may be shown while the run goes on, before all is known about it. */
  boolean mayBeShown(ReviewedRun run, Finding finding);

  /** Decides on all findings of a report; nothing is written yet. */
  Reviewed review(ReviewedRun run, TestReport report);

  /**
   * Writes down what was decided, in the transaction that stored the findings.
   *
   * @param issues fingerprint → id of the stored finding
   */
  void stored(ReviewedRun run, Reviewed reviewed, Map<String, UUID> issues);
}
