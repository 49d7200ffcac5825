package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Severity;
import dev.hitlai.web.view.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as pages show it.
 *
 * @param confidence as a share, e.g. "92 %"; empty for a person's finding
 * @param needsPerson why a person has to look, empty when nobody has to
 * @param facts what was measured and where, name and value
 * @param screenshot address of the picture, null without one
 */
public record FindingRow(
    UUID id,
    String href,
    String testHref,
    String title,
    String description,
    Severity severity,
    String category,
    String status,
    String statusLabel,
    Tone statusTone,
    String verdict,
    String confidence,
    String needsPerson,
    String recommendation,
    @Nullable String url,
    String path,
    @Nullable String selector,
    @Nullable String html,
    List<Fact> facts,
    List<Place> places,
    List<String> trail,
    @Nullable String screenshot,
    Instant createdAt) {

  /** Where the recording of the run shows the moment; whoever keeps recordings answers there. */
  public String recordingHref() {
    return "/company/recordings/run/"
        + testHref.substring(testHref.lastIndexOf('/') + 1)
        + "?at="
        + createdAt.toEpochMilli();
  }

  public record Fact(String name, String value) {}

  /** One of the places where it shows. */
  public record Place(String url, String selector) {}

  public static FindingRow of(FoundIssue issue) {
    return new FindingRow(
        issue.id(),
        "/company/issues/" + issue.id(),
        "/company/tests/" + issue.runId(),
        issue.title(),
        issue.description(),
        Severity.of(issue.severity()),
        Words.title(issue.category()),
        issue.status(),
        Words.title(issue.status()),
        tone(issue.status()),
        issue.verdict() == null ? "" : Words.title(issue.verdict()),
        issue.confidence() == null ? "" : Say.percent(issue.confidence()),
        needsPerson(issue.reviewState()),
        issue.recommendation() == null ? "" : issue.recommendation(),
        issue.url(),
        Words.path(issue.url()),
        issue.selector(),
        issue.evidence().html(),
        facts(issue),
        places(issue),
        issue.details().decisionTrail(),
        issue.screenshotId() == null ? null : ArtifactReference.of(issue.screenshotId()),
        issue.createdAt());
  }

  private static Tone tone(String status) {
    return switch (status) {
      case "open" -> Tone.WARNING;
      case "in_progress" -> Tone.INFO;
      case "resolved" -> Tone.SUCCESS;
      default -> Tone.NEUTRAL;
    };
  }

  private static String needsPerson(String review) {
    return switch (review) {
      case "sampled" -> "Drawn for a spot check";
      case "required" -> "Needs a person's verdict";
      case "expert_required" -> "Needs an expert's verdict";
      default -> "";
    };
  }

  private static List<Fact> facts(FoundIssue issue) {
    var facts = new ArrayList<Fact>();
    if (!issue.rules().isEmpty()) {
      facts.add(new Fact("Rule", String.join(", ", issue.rules())));
    }
    if (!issue.wcag().isEmpty()) {
      facts.add(new Fact("WCAG", String.join(", ", issue.wcag())));
    }
    if (!issue.details().personas().isEmpty()) {
      facts.add(new Fact("Who meets it", String.join(", ", issue.details().personas())));
    }
    if (issue.effort() != null) {
      facts.add(new Fact("Effort to fix", Words.title(issue.effort())));
    }
    issue
        .evidence()
        .measured()
        .forEach((name, value) -> facts.add(new Fact(name, String.valueOf(value))));
    return facts;
  }

  private static List<Place> places(FoundIssue issue) {
    return issue.details().places().stream()
        .map(place -> new Place(place.url(), place.selector() == null ? "" : place.selector()))
        .distinct()
        .toList();
  }
}
