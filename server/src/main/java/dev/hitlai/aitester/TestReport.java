package dev.hitlai.aitester;

import dev.hitlai.aitester.gate.GatedFinding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run; what {@code result.json} and every report is made from.
 *
 * @param score 0 to 100; its parts are in {@code scoreParts} (name → 0 to 100)
 * @param sentiment 0 to 1, mean over missions
 * @param engine {@code offline} or the model that drove the mind
 * @param notTested what was left out and why, one sentence each
 * @param platform the preset that was asked for; null when each persona had its usual device
 * @param allowedHosts that could be visited besides the address's own
 * @param gated every finding with what the gates said of it, also those that they held back; empty
 *     when nothing was gated
 */
public record TestReport(
    String id,
    URI url,
    List<String> missions,
    List<String> personas,
    Instant startedAt,
    Duration duration,
    double score,
    Map<String, Double> scoreParts,
    double sentiment,
    String engine,
    long seed,
    List<MissionResult> results,
    List<Finding> findings,
    List<Positive> positives,
    List<PageSummary> pages,
    List<String> notTested,
    List<AgentWork> agentWork,
    @Nullable String platform,
    List<String> allowedHosts,
    List<GatedFinding> gated) {

  /** The report with other findings. */
  public TestReport withFindings(List<Finding> others) {
    return new TestReport(
        id,
        url,
        missions,
        personas,
        startedAt,
        duration,
        score,
        scoreParts,
        sentiment,
        engine,
        seed,
        results,
        others,
        positives,
        pages,
        notTested,
        agentWork,
        platform,
        allowedHosts,
        gated);
  }

  public enum MissionOutcome {
    DONE,
    GAVE_UP,
    FAILED,
    OUT_OF_BUDGET,
    CANCELLED
  }

  /**
   * One mission as one persona.
   *
   * @param timeOnTaskSeconds what such a person would need; low and high bound the interval (models
   *     of this kind are about 20 % off)
   * @param explanation one sentence: reached what, or gave up at which step and why
   */
  public record MissionResult(
      String mission,
      String persona,
      MissionOutcome outcome,
      String explanation,
      List<StepRecord> steps,
      double timeOnTaskSeconds,
      double timeOnTaskLow,
      double timeOnTaskHigh,
      double sentiment) {}

  /** What worked well, and for whom. */
  public record Positive(String title, String description, String url, List<String> personas) {}

  /**
   * A page that was visited.
   *
   * @param vitals name → value (ms; cumulative layout shift without unit)
   * @param counts name → number, e.g. links, forms, images, requests, consoleErrors
   */
  public record PageSummary(
      String url,
      String title,
      Map<String, Double> vitals,
      Map<String, Integer> counts,
      @Nullable String screenshot) {}
}
