package dev.hitlai.aitester.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a replay; {@code replay.json}.
 *
 * @param recording id of the run that was walked again
 * @param url where it was walked
 * @param startedAt ISO-8601 in UTC
 */
public record ReplayReport(
    String schemaVersion,
    String recording,
    String url,
    String startedAt,
    long durationMs,
    Verdict verdict,
    List<Mission> missions) {

  public static final String SCHEMA_VERSION = "1.0";

  public enum Verdict {
    /** As recorded. */
    @JsonProperty("same")
    SAME,
    /** The site answered differently. */
    @JsonProperty("diverged")
    DIVERGED,
    /** The walk had ended before. */
    @JsonProperty("not_reached")
    NOT_REACHED
  }

  public record Mission(String mission, String persona, Verdict verdict, List<Step> steps) {
    public Mission {
      steps = List.copyOf(steps);
    }

    static Mission of(String mission, String persona, List<Step> steps) {
      return new Mission(
          mission,
          persona,
          ReplayReport.verdict(steps.stream().map(Step::verdict).toList()),
          steps);
    }
  }

  /**
   * @param detail what differs; also what is merely worth knowing of a step that is the same; empty
   *     when there is nothing to say
   * @param screenshot of the page where it diverged
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      int index,
      String description,
      Verdict verdict,
      String detail,
      String url,
      @Nullable String screenshot) {}

  public ReplayReport {
    missions = List.copyOf(missions);
  }

  static Verdict verdict(List<Verdict> parts) {
    return parts.stream().allMatch(part -> part == Verdict.SAME) ? Verdict.SAME : Verdict.DIVERGED;
  }

  /** UTF-8 JSON, indented. */
  public byte[] toJson() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsBytes(this);
  }
}
