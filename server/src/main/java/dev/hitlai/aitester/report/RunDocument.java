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
 * @param people what people said of it; null when none took part
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
    @Nullable Comparison comparison,
    @Nullable People people) {

  /** A run that no people took part in. */
  public RunDocument(
      String schemaVersion,
      Run run,
      List<MissionOutcome> missions,
      List<Problem> findings,
      List<Positive> positives,
      List<PageOfRun> pages,
      List<String> notTested,
      @Nullable Comparison comparison) {
    this(schemaVersion, run, missions, findings, positives, pages, notTested, comparison, null);
  }

  public RunDocument withPeople(People who) {
    return new RunDocument(
        schemaVersion, run, missions, findings, positives, pages, notTested, comparison, who);
  }

  public static final String SCHEMA_VERSION = "1.0";

  /** The engine of a run that people made without an AI. */
  public static final String BY_PEOPLE = "people";

  /**
   * @param score 0 to 100; {@code scoreParts} are its parts, each 0 to 100
   * @param sentiment 0 to 1
   * @param engine {@code offline}, the model's name, or {@code people}: then there is no score
   * @param platform the preset asked for; null when each persona had its usual device
   * @param allowedHosts hosts besides the address's own that could be visited, null without any
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
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
      long seed,
      @Nullable String platform,
      @Nullable List<String> allowedHosts) {}

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
      @Nullable String screenshot,
      @Nullable Input input,
      @Nullable Landing landing) {}

  /**
   * What it takes to do a step again.
   *
   * @param target what was acted on, null for a key, a scroll, a wait and the like
   * @param onto where something was dragged to
   * @param value text typed, option chosen, key pressed, passage marked, address opened, {@code
   *     true} or {@code false} for a box; a password is masked
   * @param secret name of the password that belongs in the mask's place
   * @param amount times a key was pressed, pixels scrolled (down is positive), milliseconds waited
   * @param across where on {@code onto}, 0 is its left edge and 1 its right one
   * @param down the same from top to bottom
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Input(
      @Nullable Target target,
      @Nullable Target onto,
      @Nullable String value,
      @Nullable String secret,
      @Nullable Long amount,
      @Nullable Double across,
      @Nullable Double down) {
    /** The value of a drag that takes hold of a corner. */
    public static final String BY_CORNER = "corner";
  }

  /**
   * How to find a target again: by its selector, else by role and name, and where several are
   * called the same by what stands around it.
   *
   * @param name accessible name, as assistive technology has it
   * @param label what a person would call it
   * @param frame 0 for the page itself, else the index of the frame it lives in
   */
  public record Target(
      String selector,
      int frame,
      String tag,
      String role,
      String name,
      String label,
      String heading,
      String group) {}

  /** The page that a step led to, with its first heading. */
  public record Landing(String url, String title, String heading) {}

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

  /** People's part of a run, as it stands. */
  public record People(List<Person> testers, List<Judged> findings) {}

  /**
   * What one person handed in.
   *
   * @param number from 1; who it is is not said
   * @param outcome {@code done, gave_up} or {@code failed}
   * @param sentiment 0 to 1
   */
  public record Person(
      int number,
      String outcome,
      double sentiment,
      String positives,
      String recommendations,
      String notes) {}

  /**
   * A finding with what people made of it.
   *
   * @param source {@code ai, human} or {@code both}
   * @param verdict what holds, e.g. {@code confirmed}; null while nobody decided
   * @param said what each person says of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Judged(
      String title,
      String description,
      String severity,
      String category,
      @Nullable String url,
      String source,
      @Nullable String verdict,
      List<String> said) {}

  public record FixedFinding(String fingerprint, String title, String severity, String url) {}
}
