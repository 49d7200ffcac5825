package dev.hitlai.testing.web.api;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.testing.internal.findings.FoundIssue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding as the API shows it; {@code evidence.screenshot} is an address. */
public record FindingBody(
    UUID id,
    UUID testRunId,
    String title,
    String description,
    String severity,
    String category,
    String status,
    @Nullable String url,
    @Nullable String selector,
    List<Finding.Occurrence> occurrences,
    List<String> personas,
    @Nullable String recommendation,
    @Nullable Double confidence,
    String source,
    @Nullable String verdict,
    String reviewState,
    List<String> rules,
    List<String> wcag,
    @Nullable String fingerprint,
    @Nullable String effort,
    Evidence evidence,
    List<String> decisionTrail,
    Instant createdAt) {

  static FindingBody of(FoundIssue issue) {
    return new FindingBody(
        issue.id(),
        issue.runId(),
        issue.title(),
        issue.description(),
        issue.severity(),
        issue.category(),
        issue.status(),
        issue.url(),
        issue.selector(),
        issue.details().places(),
        issue.details().personas(),
        issue.recommendation(),
        issue.confidence(),
        issue.source(),
        issue.verdict(),
        issue.reviewState(),
        issue.rules(),
        issue.wcag(),
        issue.fingerprint(),
        issue.effort(),
        issue.evidence(),
        issue.details().decisionTrail(),
        issue.createdAt());
  }
}
