package dev.hitlai.testing.web.api;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.people.TesterReport;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What {@code POST /api/test-runs/{id}/submit} takes.
 *
 * @param outcome {@code done}, {@code gave_up} or {@code failed}
 * @param sentimentScore 0 wants to leave, 1 is delighted
 * @param issues the tester's own findings; of a hybrid test they were closed before and are left
 *     out
 * @param aiVerdicts on findings of the AI
 */
public record SubmissionBody(
    @Nullable String outcome,
    @Nullable Double sentimentScore,
    @Nullable List<Issue> issues,
    @Nullable String recommendations,
    @Nullable String positives,
    @Nullable String additionalNotes,
    @Nullable List<Verdict> aiVerdicts) {

  /**
   * @param severity low, medium, high or critical
   * @param category navigation, forms, content, visual, accessibility, performance, functional,
   *     security or privacy
   * @param screenshotUrl address of a picture that was uploaded for this test, such as {@code
   *     /api/artifacts/…}
   */
  public record Issue(
      @Nullable String title,
      @Nullable String description,
      @Nullable String severity,
      @Nullable String category,
      @Nullable String url,
      @Nullable String elementSelector,
      @Nullable String recommendation,
      @Nullable String screenshotUrl) {}

  /**
   * @param verdict approve, false_positive, severity_adjustment, wording_improvement, duplicate or
   *     hallucination
   * @param severity the right one, for severity_adjustment
   * @param wording the better one, for wording_improvement
   * @param reasoning why; needed for everything but approve
   */
  public record Verdict(
      @Nullable UUID issueId,
      @Nullable String verdict,
      @Nullable String severity,
      @Nullable String wording,
      @Nullable String reasoning) {}

  TesterReport report() {
    return new TesterReport(
        outcome,
        sentimentScore,
        orEmpty(recommendations),
        orEmpty(positives),
        orEmpty(additionalNotes),
        findings(issues),
        aiVerdicts == null ? List.of() : aiVerdicts.stream().map(SubmissionBody::verdict).toList());
  }

  static List<TesterReport.OwnFinding> findings(@Nullable List<Issue> issues) {
    return issues == null
        ? List.of()
        : IntStream.range(0, issues.size())
            .mapToObj(index -> finding(issues.get(index), index))
            .toList();
  }

  private static TesterReport.OwnFinding finding(@Nullable Issue issue, int index) {
    if (issue == null) {
      throw ApiProblem.invalid("issues[" + index + "]", "must not be null");
    }
    return new TesterReport.OwnFinding(
        orEmpty(issue.title()),
        orEmpty(issue.description()),
        orEmpty(issue.severity()),
        orEmpty(issue.category()),
        orEmpty(issue.url()),
        orEmpty(issue.elementSelector()),
        orEmpty(issue.recommendation()),
        screenshot(issue.screenshotUrl(), index));
  }

  private static @Nullable UUID screenshot(@Nullable String url, int index) {
    if (url == null || url.isBlank()) {
      return null;
    }
    String server = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    return ArtifactReference.given(url.strip(), server)
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "issues[" + index + "].screenshotUrl",
                    "must be the address of a picture that you uploaded for this test"));
  }

  private static TesterReport.AiVerdict verdict(@Nullable Verdict said) {
    if (said == null || said.issueId() == null) {
      throw ApiProblem.invalid("aiVerdicts", "must each name their issueId");
    }
    return new TesterReport.AiVerdict(
        said.issueId(),
        orEmpty(said.verdict()),
        orEmpty(said.severity()),
        orEmpty(said.wording()),
        orEmpty(said.reasoning()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
