package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding.Effort;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/**
 * What is the same for all findings of one kind.
 *
 * @param id machine name, e.g. {@code target-size} or {@code behaviour/dead-click}
 * @param wcag success criteria that it fails; empty for a heuristic
 * @param confidence 0 to 1, how often such a finding is right: measured facts high, guesses about
 *     meaning lower
 */
public record Rule(
    String id,
    Category category,
    List<String> wcag,
    Weight weight,
    double confidence,
    Effort effort) {

  public Rule {
    wcag = List.copyOf(wcag);
    if (!id.matches("[a-z0-9/-]+")) {
      throw new IllegalArgumentException("A rule's id is a-z, 0-9, / and -: " + id);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence is 0 to 1: " + confidence);
    }
  }

  public static Rule of(String id, Category category, Impact impact, double confidence) {
    return new Rule(id, category, List.of(), Weight.of(impact), confidence, Effort.SMALL);
  }

  public Rule wcag(String... criteria) {
    return new Rule(id, category, List.of(criteria), weight, confidence, effort);
  }

  public Rule effort(Effort changed) {
    return new Rule(id, category, wcag, weight, confidence, changed);
  }

  public Rule weight(Weight changed) {
    return new Rule(id, category, wcag, changed, confidence, effort);
  }
}
