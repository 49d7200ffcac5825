package dev.hitlai.testing;

import java.util.List;

/**
 * What a finding of an AI claims and by what it is proven, as models learn it.
 *
 * @param site host of the tested address; sites are never split between training and evaluation
 * @param confidence what the engine says of itself, 0 to 1
 * @param located whether it names an element
 * @param quoted whether the element's markup was kept
 * @param measurements how many values were measured
 * @param pictured whether there is a screenshot
 * @param origin behaviour, audit or comparison
 */
public record FindingFacts(
    String site,
    String title,
    String description,
    String recommendation,
    String severity,
    String category,
    double confidence,
    List<String> rules,
    List<String> wcag,
    boolean located,
    boolean quoted,
    int measurements,
    boolean pictured,
    int occurrences,
    String origin) {
  public FindingFacts {
    rules = List.copyOf(rules);
    wcag = List.copyOf(wcag);
  }
}
