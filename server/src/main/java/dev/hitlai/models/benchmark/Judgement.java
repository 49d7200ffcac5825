package dev.hitlai.models.benchmark;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.demosite.Defect;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which findings met which planted defects.
 *
 * @param met defect → the findings that are it
 * @param beside defect → rules of other families that spoke of its element
 */
public record Judgement(
    List<Defect> defects,
    List<Finding> findings,
    Map<String, Set<String>> met,
    Map<String, Set<String>> beside) {

  /** Share of the planted defects that were found. */
  public double recall() {
    return ratio(met.size(), defects.size());
  }

  /** Findings on the flawed shop that are a catalogued defect; all others count as false. */
  public double precision() {
    return ratio(findings.stream().filter(this::isTrue).count(), findings.size());
  }

  /** Whether the finding is a catalogued defect. */
  public boolean isTrue(Finding finding) {
    return met.values().stream().anyMatch(found -> found.contains(finding.fingerprint()));
  }

  /** Share of found defects whose worst finding is at most one level off. */
  public double severityWithinOne() {
    long near =
        met.keySet().stream()
            .map(this::defect)
            .filter(defect -> Math.abs(level(defect) - ours(defect).ordinal()) <= 1)
            .count();
    return ratio(near, met.size());
  }

  private static int level(Defect defect) {
    return Severity.valueOf(defect.severity().toUpperCase(Locale.ROOT)).ordinal();
  }

  private Severity ours(Defect defect) {
    var found = met.getOrDefault(defect.id(), Set.of());
    return findings.stream()
        .filter(finding -> found.contains(finding.fingerprint()))
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Defect defect(String id) {
    return defects.stream().filter(defect -> defect.id().equals(id)).findFirst().orElseThrow();
  }

  /** Kind → found of planted, in words. */
  public Map<String, long[]> byKind() {
    var kinds = new LinkedHashMap<String, long[]>();
    for (var defect : defects.stream().sorted(Comparator.comparing(Defect::kind)).toList()) {
      var counts = kinds.computeIfAbsent(defect.kind(), _ -> new long[2]);
      counts[0] += met.containsKey(defect.id()) ? 1 : 0;
      counts[1]++;
    }
    return kinds;
  }

  /** Planted and not found. */
  public List<Defect> missed() {
    return defects.stream().filter(defect -> !met.containsKey(defect.id())).toList();
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
