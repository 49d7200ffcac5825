package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.TestReport.PageSummary;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How good the site is for the people who were played, 0 to 100.
 *
 * @param value weighted mean of the parts
 * @param parts name → 0 to 100: {@code missions} (accomplished, and in good mood), {@code
 *     usability}, {@code accessibility}, {@code performance}, {@code trust} (security, privacy);
 *     {@code missions} is left out when there was no mission
 */
public record Score(double value, Map<String, Double> parts) {
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "missions", 0.30,
          "usability", 0.25,
          "accessibility", 0.25,
          "performance", 0.10,
          "trust", 0.10);

  public Score {
    parts = Map.copyOf(parts);
  }

  /** Needs no page or mission: what isn't there costs nothing. */
  public static Score of(
      List<Finding> findings, List<MissionResult> results, List<PageSummary> pages) {
    var parts = new TreeMap<String, Double>();
    if (!results.isEmpty()) {
      parts.put("missions", missions(results));
    }
    int size = Math.max(1, pages.size());
    parts.put(
        "usability",
        part(
            findings,
            size,
            EnumSet.of(
                Category.NAVIGATION,
                Category.FORMS,
                Category.CONTENT,
                Category.VISUAL,
                Category.FUNCTIONAL)));
    parts.put("accessibility", part(findings, size, EnumSet.of(Category.ACCESSIBILITY)));
    parts.put("performance", part(findings, size, EnumSet.of(Category.PERFORMANCE)));
    parts.put("trust", part(findings, size, EnumSet.of(Category.SECURITY, Category.PRIVACY)));
    return new Score(rounded(mean(parts)), parts);
  }

  private static double missions(List<MissionResult> results) {
    double sum = 0;
    for (var result : results) {
      sum += (result.outcome() == MissionOutcome.DONE ? 0.7 : 0) + 0.3 * result.sentiment();
    }
    return rounded(100 * sum / results.size());
  }

  /**
   * Halves at ten points of trouble per page: each further defect costs less, none costs nothing.
   */
  private static double part(List<Finding> findings, int pages, Set<Category> categories) {
    double trouble = 0;
    for (var finding : findings) {
      if (categories.contains(finding.category())) {
        trouble += finding.confidence() * points(finding);
      }
    }
    return rounded(100 / (1 + trouble / (10.0 * Math.sqrt(pages))));
  }

  private static double points(Finding finding) {
    return switch (finding.severity()) {
      case LOW -> 0.5;
      case MEDIUM -> 2;
      case HIGH -> 5;
      case CRITICAL -> 10;
    };
  }

  private static double mean(Map<String, Double> parts) {
    double sum = 0;
    double weights = 0;
    for (var part : parts.entrySet()) {
      double weight = WEIGHTS.getOrDefault(part.getKey(), 0.0);
      sum += weight * part.getValue();
      weights += weight;
    }
    return sum / weights;
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
