package dev.hitlai.testing.internal.people;

import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a report lacks to be handed in: a sentence for each field, all of them at once. */
final class ReportChecks {
  static final int MOST_FINDINGS = 100;
  private static final int TITLE = 500;
  private static final int TEXT = 10_000;
  private static final int ADDRESS = 2048;
  private static final Set<String> OUTCOMES = Set.of("done", "gave_up", "failed");

  /** Words that a tester can say of a finding of the AI. */
  static final List<String> VERDICTS =
      List.of(
          "approve",
          "false_positive",
          "severity_adjustment",
          "wording_improvement",
          "duplicate",
          "hallucination");

  private ReportChecks() {}

  /**
   * @param shown the AI's findings that the tester may judge
   * @param needed those of them that need a verdict
   */
  static Map<String, String> check(
      TesterReport report, Collection<UUID> shown, Collection<UUID> needed) {
    var problems = new LinkedHashMap<String, String>();
    if (report.outcome() == null || !OUTCOMES.contains(report.outcome())) {
      problems.put("outcome", "Say how it ended: done, gave_up or failed.");
    }
    var sentiment = report.sentiment();
    if (sentiment == null || !(sentiment >= 0 && sentiment <= 1)) {
      problems.put("sentimentScore", "Say how it felt, from 0 to 1.");
    }
    texts(report, problems);
    problems.putAll(own(report.findings()));
    problems.putAll(verdicts(report.verdicts(), shown, needed));
    return problems;
  }

  /** What the list of own findings lacks to be closed. */
  static Map<String, String> own(List<OwnFinding> findings) {
    var problems = new LinkedHashMap<String, String>();
    if (findings.size() > MOST_FINDINGS) {
      problems.put("issues", "At most 100 findings.");
    }
    for (int i = 0; i < findings.size(); i++) {
      finding(findings.get(i), "issues[" + i + "].", problems);
    }
    return problems;
  }

  private static void finding(OwnFinding one, String at, Map<String, String> problems) {
    text(at + "title", one.title(), TITLE, "Say in a sentence what is wrong.", problems);
    text(
        at + "description",
        one.description(),
        TEXT,
        "Say what happened and why it matters.",
        problems);
    if (!FindingFilter.SEVERITIES.contains(one.severity())) {
      problems.put(at + "severity", "Choose how bad it is: low, medium, high or critical.");
    }
    if (!FindingFilter.CATEGORIES.contains(one.category())) {
      problems.put(at + "category", "Choose what kind of problem it is.");
    }
    if (!one.url().isBlank() && !isAddress(one.url())) {
      problems.put(
          at + "url", "Give the address of the page, beginning with http, or leave it out.");
    }
    if (one.selector().length() > ADDRESS) {
      problems.put(at + "elementSelector", "At most 2,048 characters.");
    }
    if (one.recommendation().length() > TEXT) {
      problems.put(at + "recommendation", "At most 10,000 characters.");
    }
  }

  private static boolean isAddress(String url) {
    try {
      String scheme = URI.create(url.strip()).getScheme();
      return url.length() <= ADDRESS && scheme != null && scheme.matches("(?i)https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What verdicts lack to be given. */
  static Map<String, String> verdicts(
      List<AiVerdict> verdicts, Collection<UUID> shown, Collection<UUID> needed) {
    var problems = new LinkedHashMap<String, String>();
    var missing = new HashSet<>(needed);
    var seen = new HashSet<UUID>();
    for (AiVerdict one : verdicts) {
      if (one.said()) {
        String at = "aiVerdicts[" + one.issueId() + "]";
        missing.remove(one.issueId());
        if (!shown.contains(one.issueId()) || !seen.add(one.issueId())) {
          problems.put(at, "There is no such finding to judge, or it is judged twice.");
        } else {
          verdict(one, at, problems);
        }
      }
    }
    missing.stream()
        .sorted()
        .forEach(id -> problems.put("aiVerdicts[" + id + "]", "This finding needs your verdict."));
    return problems;
  }

  private static void verdict(AiVerdict one, String at, Map<String, String> problems) {
    if (!VERDICTS.contains(one.verdict())) {
      problems.put(at, "A verdict is one of " + String.join(", ", VERDICTS) + ".");
    } else if (one.verdict().equals("severity_adjustment")
        && !FindingFilter.SEVERITIES.contains(one.severity())) {
      problems.put(at, "Say which severity is right.");
    } else if (one.verdict().equals("wording_improvement") && one.wording().isBlank()) {
      problems.put(at, "Write how it should be said.");
    } else if (!one.verdict().equals("approve") && one.reasoning().isBlank()) {
      problems.put(at, "Say why: the AI learns from the reason.");
    } else if (one.reasoning().length() > TEXT || one.wording().length() > TEXT) {
      problems.put(at, "At most 10,000 characters.");
    }
  }

  private static void texts(TesterReport report, Map<String, String> problems) {
    Map.of(
            "recommendations", report.recommendations(),
            "positives", report.positives(),
            "additionalNotes", report.notes())
        .forEach(
            (name, value) -> {
              if (value.length() > TEXT) {
                problems.put(name, "At most 10,000 characters.");
              }
            });
  }

  private static void text(
      String field, String value, int most, String missing, Map<String, String> problems) {
    if (value.isBlank()) {
      problems.put(field, missing);
    } else if (value.length() > most) {
      problems.put(field, "At most %,d characters.".formatted(most));
    }
  }
}
