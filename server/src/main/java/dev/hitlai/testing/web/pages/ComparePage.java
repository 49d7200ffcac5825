package dev.hitlai.testing.web.pages;

import dev.hitlai.testers.Comparisons.Comparison;
import dev.hitlai.testers.Comparisons.Side;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Severity;
import dev.hitlai.web.view.Tone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An AI and the people of a test, side by side.
 *
 * @param why why there is nothing to compare; empty when there is
 */
public record ComparePage(String id, String title, String why, List<Pair> pairs) {

  /**
   * The AI and one person.
   *
   * @param number of the person, in the order of handing in
   * @param both found by both, with both wordings
   * @param notes what somebody said who looked at the comparison; empty before
   */
  public record Pair(
      String id,
      int number,
      Figures ai,
      Figures human,
      String overlap,
      String agreement,
      String verdict,
      Tone tone,
      String reasoning,
      List<Match> both,
      List<Found> onlyAi,
      List<Found> onlyHuman,
      String notes,
      @Nullable Instant validatedAt) {}

  /** One side's figures in words. */
  public record Figures(String issues, String time, String cost, String quality) {
    static Figures of(Side side) {
      return new Figures(
          Say.count(side.issues()),
          side.minutes() == null ? "unknown" : Say.duration(duration(side.minutes())),
          side.cost() == null ? "–" : Say.money(side.cost()),
          side.quality() == null ? "–" : Say.percent(side.quality().doubleValue()));
    }

    private static Duration duration(BigDecimal minutes) {
      return Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(60_000)).longValue());
    }
  }

  /** The AI's words and the person's for the same thing. */
  public record Match(String href, String ai, String human, Severity severity) {}

  public record Found(String href, String title, Severity severity) {}

  static ComparePage of(
      UUID run,
      String title,
      String why,
      List<Comparison> comparisons,
      List<HumanResults.Submission> submissions,
      List<FoundIssue> findings) {
    var works =
        submissions.stream()
            .collect(Collectors.toMap(HumanResults.Submission::assignmentId, one -> one));
    return new ComparePage(
        run.toString(),
        title,
        comparisons.isEmpty() ? why : "",
        comparisons.stream()
            .map(one -> pair(one, works.get(one.facts().assignmentId()), findings))
            .toList());
  }

  private static Pair pair(
      Comparison one, HumanResults.@Nullable Submission work, List<FoundIssue> findings) {
    var words = new HashMap<UUID, String>();
    if (work != null) {
      work.findings().forEach(own -> words.put(own.issueId(), own.finding().title()));
    }
    var facts = one.facts();
    return new Pair(
        one.id().toString(),
        work == null ? 0 : work.number(),
        Figures.of(facts.ai()),
        Figures.of(facts.human()),
        Say.count(facts.overlap()),
        facts.agreement() == null ? "–" : Say.percent(facts.agreement().doubleValue()),
        verdict(facts.better()),
        facts.better().equals("tie") ? Tone.NEUTRAL : Tone.INFO,
        facts.reasoning(),
        findings.stream()
            .filter(issue -> isAi(issue) && words.containsKey(issue.id()))
            .map(issue -> match(issue, words.getOrDefault(issue.id(), "")))
            .toList(),
        only(findings.stream().filter(ComparePage::isAi).toList(), words.keySet()),
        findings.stream()
            .filter(issue -> !isAi(issue) && words.containsKey(issue.id()))
            .map(ComparePage::found)
            .toList(),
        one.notes() == null ? "" : one.notes(),
        one.validatedAt());
  }

  private static List<Found> only(List<FoundIssue> findings, Set<UUID> others) {
    return findings.stream()
        .filter(issue -> !others.contains(issue.id()))
        .map(ComparePage::found)
        .toList();
  }

  private static boolean isAi(FoundIssue issue) {
    return !issue.source().equals("human");
  }

  private static Match match(FoundIssue issue, String words) {
    return new Match(href(issue), issue.title(), words, Severity.of(issue.severity()));
  }

  private static Found found(FoundIssue issue) {
    return new Found(href(issue), issue.title(), Severity.of(issue.severity()));
  }

  private static String href(FoundIssue issue) {
    return "/company/issues/" + issue.id();
  }

  static String verdict(String better) {
    return switch (better) {
      case "ai" -> "The AI did better";
      case "human" -> "The person did better";
      default -> "Equally good";
    };
  }
}
