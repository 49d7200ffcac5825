package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.DisputeReader.Voice;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people did on a test, beside what the AI found. */
public record PeoplePart(
    HumanResults.Standing standing,
    List<Row> rows,
    List<Person> persons,
    long onlyAi,
    long onlyHuman,
    long both) {

  /**
   * A finding.
   *
   * @param ai what the AI says of it, "missed" when it did not find it
   * @param people what people say of it
   * @param holds what holds now, in words
   */
  public record Row(
      String href, String title, Severity severity, String ai, List<String> people, String holds) {}

  /** What one person handed in. */
  public record Person(
      int number,
      String outcome,
      String sentiment,
      String time,
      String positives,
      String recommendations,
      String notes,
      List<Own> findings) {}

  /** A finding that a person handed in, and the finding that it became. */
  public record Own(String title, String href) {}

  static PeoplePart of(
      HumanResults.Standing standing,
      List<FoundIssue> findings,
      Map<UUID, List<Voice>> voices,
      List<HumanResults.Submission> submissions) {
    return new PeoplePart(
        standing,
        findings.stream()
            .map(issue -> row(issue, voices.getOrDefault(issue.id(), List.of())))
            .toList(),
        submissions.stream().map(PeoplePart::person).toList(),
        count(findings, "ai"),
        count(findings, "human"),
        count(findings, "both"));
  }

  private static long count(List<FoundIssue> findings, String source) {
    return findings.stream().filter(issue -> issue.source().equals(source)).count();
  }

  private static Row row(FoundIssue issue, List<Voice> voices) {
    var people = new ArrayList<String>();
    if (!issue.source().equals("ai")) {
      people.add(
          issue.occurrences() > 1 && issue.source().equals("human")
              ? "found it, " + issue.occurrences() + " times"
              : "found it");
    }
    voices.forEach(voice -> people.add(voice.words()));
    return new Row(
        "/company/issues/" + issue.id(),
        issue.title(),
        Severity.of(issue.severity()),
        issue.source().equals("human")
            ? "missed"
            : issue.confidence() == null ? "found" : Say.percent(issue.confidence()) + " sure",
        people,
        holds(issue));
  }

  private static String holds(FoundIssue issue) {
    if (issue.verdict() != null) {
      return Words.title(issue.verdict());
    }
    return switch (issue.reviewState()) {
      case "sampled", "required", "expert_required" -> "Waits for a verdict";
      default -> "Stands";
    };
  }

  private static Person person(HumanResults.Submission one) {
    return new Person(
        one.number(),
        switch (one.outcome()) {
          case "done" -> "Reached the goal";
          case "gave_up" -> "Gave up";
          default -> "Could not reach the goal";
        },
        Say.percent(one.sentiment()),
        one.time() == null ? "" : Say.duration(one.time()),
        one.positives(),
        one.recommendations(),
        one.notes(),
        one.findings().stream()
            .map(own -> new Own(own.finding().title(), "/company/issues/" + own.issueId()))
            .toList());
  }
}
