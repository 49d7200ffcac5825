package dev.hitlai.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an AI with its evidence, for those who judge it.
 *
 * @param verdict as in {@code issues.verdict}; null while nobody said anything that holds
 * @param reviewState none, sampled, required, expert_required or done
 * @param seenBy as whom and on what it was seen
 * @param modelVersion of the engine that found it
 */
public record AiFinding(
    UUID issueId,
    UUID runId,
    UUID companyId,
    String fingerprint,
    FindingFacts facts,
    @Nullable String url,
    @Nullable String selector,
    @Nullable String html,
    Map<String, Object> measured,
    @Nullable UUID screenshotId,
    List<String> trail,
    @Nullable String verdict,
    String reviewState,
    SeenBy seenBy,
    String modelVersion,
    Instant at) {

  /**
   * @param age in years
   * @param locale of the persona, a BCP 47 tag
   * @param device web or mobile
   * @param browser the preset's name, {@code default} when none was chosen
   */
  public record SeenBy(
      String persona,
      int age,
      String techLiteracy,
      String eyesight,
      String locale,
      String device,
      String browser,
      String mission) {}

  public AiFinding {
    measured = Map.copyOf(measured);
    trail = List.copyOf(trail);
  }
}
