package dev.hitlai.testing.web.api;

import dev.hitlai.testers.Selection;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.TakenStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A test run as the API shows it. */
public record RunBody(
    UUID id,
    UUID testRequestId,
    String title,
    String url,
    String mission,
    PersonaName persona,
    String platform,
    String testType,
    String status,
    @Nullable String outcome,
    @Nullable Double score,
    @Nullable Double sentimentScore,
    Progress progress,
    @Nullable Problem error,
    Map<String, Long> findingCounts,
    Costs costs,
    Tester tester,
    @Nullable Integer rating,
    long seed,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Map<String, String> links) {

  public record PersonaName(String name, String label) {}

  /** How far it is: a phrase, 0 to 100 percent, steps taken. */
  public record Progress(@Nullable String text, int percent, int steps) {}

  /** Why it failed. */
  public record Problem(String code, @Nullable String message) {}

  /** What the company pays, and what models cost us, in US dollars. */
  public record Costs(@Nullable BigDecimal priceUsd, BigDecimal aiCostUsd) {}

  /**
   * Who begins the run.
   *
   * @param category {@code human}, {@code ai_third_party} or {@code ai_hitl_trained}
   * @param selection every AI that was considered, and why it was picked or not
   */
  public record Tester(
      String category,
      @Nullable String provider,
      @Nullable String version,
      long tokensUsed,
      long inferenceTimeMs,
      @Nullable Selection selection) {
    static Tester of(RunOverview.Tester tester) {
      return new Tester(
          tester.category(),
          tester.provider(),
          tester.version(),
          tester.tokens(),
          tester.inferenceMillis(),
          tester.selection());
    }
  }

  /** The run with what happened in it. */
  public record Full(RunBody run, List<StepBody> steps, List<FindingBody> findings) {
    static Full of(RunOverview run, List<TakenStep> steps, List<FoundIssue> findings) {
      return new Full(
          RunBody.of(run),
          steps.stream().map(StepBody::of).toList(),
          findings.stream().map(FindingBody::of).toList());
    }
  }

  /**
   * One step.
   *
   * @param screenshot address of the picture after the step
   */
  public record StepBody(
      int index,
      String title,
      @Nullable String reason,
      String outcome,
      @Nullable String url,
      @Nullable Double sentiment,
      double predictedSeconds,
      @Nullable Long durationMs,
      @Nullable String screenshot) {
    static StepBody of(TakenStep step) {
      return new StepBody(
          step.index(),
          step.title(),
          step.reason(),
          step.outcome(),
          step.url(),
          step.sentiment(),
          step.trace().predictedSeconds(),
          step.durationMs(),
          step.screenshotId() == null ? null : ArtifactReference.of(step.screenshotId()));
    }
  }

  static RunBody of(RunOverview run) {
    return new RunBody(
        run.id(),
        run.requestId(),
        run.title(),
        run.url(),
        run.mission(),
        new PersonaName(run.persona().name(), run.persona().label()),
        run.platform(),
        run.type().code(),
        run.status().code(),
        run.outcome(),
        run.score(),
        run.sentiment(),
        new Progress(run.progressText(), run.progressPercent(), run.steps()),
        run.errorCode() == null ? null : new Problem(run.errorCode(), run.errorMessage()),
        run.findings(),
        new Costs(run.price(), run.aiCost()),
        Tester.of(run.tester()),
        run.rating(),
        run.seed(),
        run.createdAt(),
        run.startedAt(),
        run.completedAt(),
        links(run));
  }

  private static Map<String, String> links(RunOverview run) {
    String self = "/api/test-runs/" + run.id();
    return Map.of(
        "self", self,
        "events", self + "/events",
        "reportHtml", self + "/report.html",
        "reportJson", self + "/report.json",
        "page", "/company/tests/" + run.id());
  }
}
