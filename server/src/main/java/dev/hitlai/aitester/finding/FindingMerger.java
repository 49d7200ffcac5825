package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.aitester.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the same defect, seen on many pages or by many personas, into one finding. */
public final class FindingMerger {
  private static final Comparator<Occurrence> BY_PLACE =
      Comparator.comparing(Occurrence::url)
          .thenComparing(Occurrence::selector, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Occurrence::persona, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<Finding> BY_PLACE_AND_WORDS =
      Comparator.comparing(Finding::url)
          .thenComparing(Finding::selector, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::title)
          .thenComparing(Finding::description)
          .thenComparing(finding -> finding.personas().toString());

  /** Worst first; the fingerprint settles what is left, so that equal runs give equal reports. */
  private static final Comparator<Finding> BY_SEVERITY =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::rule)
          .thenComparing(Finding::url)
          .thenComparing(Finding::selector, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::fingerprint);

  private FindingMerger() {}

  /** One finding per fingerprint, numbered {@code F-001} on, whatever order they came in. */
  public static List<Finding> merge(List<Finding> findings) {
    var merged =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::fingerprint, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(FindingMerger::one)
            .sorted(BY_SEVERITY)
            .toList();
    return IntStream.range(0, merged.size())
        .mapToObj(index -> numbered(merged.get(index), index + 1))
        .toList();
  }

  private static Finding one(List<Finding> same) {
    var first = same.stream().min(BY_PLACE_AND_WORDS).orElseThrow();
    var elsewhere =
        same.stream()
            .flatMap(finding -> finding.occurrences().stream())
            .distinct()
            .sorted(BY_PLACE)
            .toList();
    var own =
        elsewhere.stream()
            .filter(place -> place.url().equals(first.url()))
            .filter(place -> Objects.equals(place.selector(), first.selector()));
    var occurrences = Stream.concat(own, elsewhere.stream()).distinct().toList();
    var personas =
        same.stream().flatMap(finding -> finding.personas().stream()).distinct().sorted().toList();
    var severity = same.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow();
    var confidence = same.stream().mapToDouble(Finding::confidence).max().orElseThrow();
    return with(
        first, first.id(), severity, occurrences, personas, confidence, evidence(same, first));
  }

  /** Who was told of a look has no place on the screen to show; who looked has. */
  private static Evidence evidence(List<Finding> same, Finding first) {
    return Stream.concat(Stream.of(first), same.stream().sorted(BY_PLACE_AND_WORDS))
        .filter(finding -> finding.url().equals(first.url()))
        .filter(finding -> Objects.equals(finding.selector(), first.selector()))
        .map(Finding::evidence)
        .filter(evidence -> evidence.box() != null)
        .findFirst()
        .orElse(first.evidence());
  }

  private static Finding numbered(Finding finding, int number) {
    return with(
        finding,
        "F-%03d".formatted(number),
        finding.severity(),
        finding.occurrences(),
        finding.personas(),
        finding.confidence(),
        finding.evidence());
  }

  private static Finding with(
      Finding of,
      String id,
      Severity severity,
      List<Occurrence> occurrences,
      List<String> personas,
      double confidence,
      Evidence evidence) {
    return new Finding(
        id,
        of.fingerprint(),
        of.rule(),
        of.title(),
        of.description(),
        severity,
        of.category(),
        of.wcag(),
        of.url(),
        of.selector(),
        occurrences,
        personas,
        of.recommendation(),
        confidence,
        of.source(),
        of.effort(),
        evidence,
        of.decisionTrail());
  }
}
