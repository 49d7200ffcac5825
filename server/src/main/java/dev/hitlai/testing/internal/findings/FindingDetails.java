package dev.hitlai.testing.internal.findings;

import dev.hitlai.aitester.Finding;
import java.util.List;
import java.util.Locale;

/**
 * What a finding's row keeps in {@code metadata}.
 *
 * @param reportId the finding's number in the report, e.g. {@code F-007}
 * @param origin behaviour, audit or comparison
 */
public record FindingDetails(
    String reportId,
    String origin,
    List<Finding.Occurrence> places,
    List<String> personas,
    List<String> decisionTrail) {
  /** A person's finding has no more than its own columns. */
  static final FindingDetails NONE = new FindingDetails("", "", List.of(), List.of(), List.of());

  static FindingDetails of(Finding finding) {
    return new FindingDetails(
        finding.id(),
        finding.source().name().toLowerCase(Locale.ROOT),
        finding.occurrences(),
        finding.personas(),
        finding.decisionTrail());
  }
}
