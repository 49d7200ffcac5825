package dev.hitlai.aitester.report;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a run with an earlier one of the same site: new, persisting, fixed. */
public final class Baselines {

  private Baselines() {}

  /** The same document with its comparison filled in. */
  public static RunDocument compare(RunDocument now, RunDocument baseline) {
    var before = fingerprints(baseline);
    var today = fingerprints(now);
    var comparison =
        new RunDocument.Comparison(
            baseline.run().id(),
            today.stream().filter(fingerprint -> !before.contains(fingerprint)).toList(),
            today.stream().filter(before::contains).toList(),
            baseline.findings().stream()
                .filter(finding -> !today.contains(finding.fingerprint()))
                .map(
                    finding ->
                        new RunDocument.FixedFinding(
                            finding.fingerprint(),
                            finding.title(),
                            finding.severity(),
                            finding.url()))
                .toList());
    return new RunDocument(
        now.schemaVersion(),
        now.run(),
        now.missions(),
        now.findings(),
        now.positives(),
        now.pages(),
        now.notTested(),
        comparison);
  }

  private static Set<String> fingerprints(RunDocument document) {
    return document.findings().stream()
        .map(RunDocument.Problem::fingerprint)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
