package dev.hitlai.aitester.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hitlai.aitester.Box;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as {@code result.json} has it: plain values only, so that it can be stored, read back,
 * compared with and rendered. Enumerations are lower-case words; times are ISO-8601 in UTC.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this release
 * @param comparison null when there was no baseline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunDocument(
    String schemaVersion,
    Run run,
    List<MissionOutcome> missions,
    List<Problem> findings,
    List<Positive> positives,
    List<PageOfRun> pages,
    List<String> notTested,
    @Nullable Comparison comparison) {

  public static final String SCHEMA_VERSION = "1.0";

  /**
   * @param score 0 to 100; {@code scoreParts} are its parts, each 0 to 100
   * @param sentiment 0 to 1
   * @param engine {@code offline} or the model's name
   */
  public record Run(
      String id,
      String url,
      List<String> missions,
      List<String> personas,
      String startedAt,
      long durationMs,
      double score,
      SortedMap<String, Double> scoreParts,
      double sentiment,
      String engine,
      long seed) {}

  /**
   * @param outcome {@code done, gave_up, failed, out_of_budget} or {@code cancelled}
   * @param timeOnTaskSeconds what such a person would need, with the bounds of its interval
   */
  public record MissionOutcome(
      String mission,
      String persona,
      String outcome,
      String explanation,
      List<Step> steps,
      double timeOnTaskSeconds,
      double timeOnTaskLow,
      double timeOnTaskHigh,
      double sentiment) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      int index,
      String subGoal,
      String action,
      String description,
      String url,
      @Nullable String selector,
      @Nullable String targetName,
      String reason,
      double scent,
      double predictedSeconds,
      long actualMs,
      String outcome,
      String outcomeDetail,
      List<Incident> incidents,
      double sentiment,
      @Nullable String screenshot) {}

  public record Incident(String kind, String detail, long millis) {}

  /** A finding; {@code persona} is the first of {@code personas}, the one that met it first. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Problem(
      String id,
      String fingerprint,
      String title,
      String description,
      String severity,
      String category,
      String rule,
      List<String> wcag,
      String url,
      @Nullable String selector,
      List<Occurrence> occurrences,
      @Nullable String persona,
      List<String> personas,
      String recommendation,
      double confidence,
      String source,
      String effort,
      Proof evidence,
      List<String> decisionTrail) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Occurrence(String url, @Nullable String selector, @Nullable String persona) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Proof(
      @Nullable String screenshot,
      @Nullable Box box,
      @Nullable String html,
      Map<String, Object> measured) {}

  public record Positive(String title, String description, String url, List<String> personas) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PageOfRun(
      String url,
      String title,
      SortedMap<String, Double> vitals,
      SortedMap<String, Integer> counts,
      @Nullable String screenshot) {}

  /**
   * This run against an earlier one of the same site, by fingerprint.
   *
   * @param baseline id of the earlier run
   * @param added fingerprints that are new
   * @param persisting fingerprints in both
   * @param fixed findings of the earlier run that are gone
   */
  public record Comparison(
      String baseline, List<String> added, List<String> persisting, List<FixedFinding> fixed) {}

  public record FixedFinding(String fingerprint, String title, String severity, String url) {}
}
