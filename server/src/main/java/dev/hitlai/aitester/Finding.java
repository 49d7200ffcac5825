package dev.hitlai.aitester;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim about a page, with its evidence.
 *
 * @param id unique within the run, e.g. {@code F-007}; given when the report is put together
 * @param fingerprint 16 hex digits over rule + normalized selector + text: the same defect on other
 *     pages, personas and runs has the same one
 * @param rule machine name of the rule, e.g. {@code axe/color-contrast}, {@code
 *     behaviour/dead-click}
 * @param title one line that names the element and what is wrong with it
 * @param description who suffers, why it matters for the mission; cause and effect
 * @param wcag success criteria such as {@code 1.4.3}; empty when none applies
 * @param url page where it was seen first
 * @param selector stable CSS selector, null for a finding about the whole page
 * @param occurrences every place it was seen, the first included
 * @param personas names of the personas that meet it
 * @param recommendation a concrete fix: the colour that passes, the label to add
 * @param confidence 0 to 1
 * @param effort how much work the fix is
 * @param decisionTrail who let it through and why, one sentence a stage
 */
public record Finding(
    String id,
    String fingerprint,
    String rule,
    String title,
    String description,
    Severity severity,
    Category category,
    List<String> wcag,
    String url,
    @Nullable String selector,
    List<Occurrence> occurrences,
    List<String> personas,
    String recommendation,
    double confidence,
    Source source,
    Effort effort,
    Evidence evidence,
    List<String> decisionTrail) {

  public enum Source {
    BEHAVIOUR,
    AUDIT,
    COMPARISON
  }

  public enum Effort {
    SMALL,
    MEDIUM,
    LARGE
  }

  /** One place where the defect shows. */
  public record Occurrence(String url, @Nullable String selector, @Nullable String persona) {}

  public Finding {
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("Confidence is 0 to 1: " + confidence);
    }
    wcag = List.copyOf(wcag);
    occurrences = List.copyOf(occurrences);
    personas = List.copyOf(personas);
    decisionTrail = List.copyOf(decisionTrail);
  }

  /** The finding with more sentences at the end of its trail of decisions. */
  public Finding decided(List<String> sentences) {
    var trail = new java.util.ArrayList<>(decisionTrail);
    trail.addAll(sentences);
    return new Finding(
        id,
        fingerprint,
        rule,
        title,
        description,
        severity,
        category,
        wcag,
        url,
        selector,
        occurrences,
        personas,
        recommendation,
        confidence,
        source,
        effort,
        evidence,
        trail);
  }
}
