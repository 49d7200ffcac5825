package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.TestReport.PageSummary;
import dev.hitlai.aitester.TestReport.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What worked well, and for whom. */
public final class Positives {

  private Positives() {}

  /** Praise that the run can prove, in a fixed order. */
  public static List<Positive> of(
      List<MissionResult> results, List<Finding> findings, List<PageSummary> pages) {
    var positives = new ArrayList<Positive>();
    addMissions(positives, results);
    if (pages.isEmpty()) {
      return positives;
    }
    var url = pages.getFirst().url();
    addSpeed(positives, pages, url);
    addClean(
        positives,
        findings,
        Category.FORMS,
        "Forms can be filled in without obstacles",
        "No form finding of medium severity or above on " + count(pages.size()) + ".",
        url);
    addClean(
        positives,
        findings,
        Category.ACCESSIBILITY,
        "No serious accessibility barrier",
        "No accessibility finding of medium severity or above on " + count(pages.size()) + ".",
        url);
    addClean(
        positives,
        findings,
        Category.SECURITY,
        "Nothing careless with data was seen",
        "No security finding of medium severity or above on " + count(pages.size()) + ".",
        url);
    return positives;
  }

  private static void addMissions(List<Positive> positives, List<MissionResult> results) {
    var done = new TreeMap<String, List<MissionResult>>();
    for (var result : results) {
      if (result.outcome() == MissionOutcome.DONE && result.sentiment() >= 0.6) {
        done.computeIfAbsent(result.mission(), _ -> new ArrayList<>()).add(result);
      }
    }
    done.forEach(
        (mission, successes) ->
            positives.add(
                new Positive(
                    "“" + mission + "” goes smoothly",
                    "Accomplished in good mood, at best in "
                        + successes.stream()
                            .mapToInt(result -> result.steps().size())
                            .min()
                            .orElse(0)
                        + " steps.",
                    successes.getFirst().steps().isEmpty()
                        ? ""
                        : successes.getFirst().steps().getFirst().url(),
                    successes.stream().map(MissionResult::persona).distinct().sorted().toList())));
  }

  private static void addSpeed(List<Positive> positives, List<PageSummary> pages, String url) {
    var paints =
        pages.stream()
            .map(page -> page.vitals().get("lcp"))
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (paints.length > 0 && java.util.Arrays.stream(paints).allMatch(lcp -> lcp <= 2500)) {
      positives.add(
          new Positive(
              "Pages show their main content quickly",
              "Largest contentful paint within 2.5 seconds, which counts as good, on "
                  + count(paints.length)
                  + ".",
              url,
              List.of()));
    }
  }

  private static void addClean(
      List<Positive> positives,
      List<Finding> findings,
      Category category,
      String title,
      String description,
      String url) {
    var clean =
        findings.stream()
            .noneMatch(
                finding ->
                    finding.category() == category && finding.severity().atLeast(Severity.MEDIUM));
    if (clean) {
      positives.add(new Positive(title, description, url, List.of()));
    }
  }

  private static String count(int pages) {
    return pages == 1 ? "the one page seen" : pages + " pages";
  }
}
