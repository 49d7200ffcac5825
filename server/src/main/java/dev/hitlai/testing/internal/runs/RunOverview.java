package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.Persona;
import dev.hitlai.testers.Selection;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as lists and pages show it.
 *
 * @param outcome done, gave_up or failed, when there is a result
 * @param sentiment 0 to 1
 * @param score 0 to 100
 * @param findings number by severity
 * @param queued whether it was started
 */
public record RunOverview(
    UUID id,
    UUID companyId,
    UUID requestId,
    String title,
    String url,
    String mission,
    Persona persona,
    String platform,
    TestType type,
    RunStatus status,
    @Nullable String outcome,
    @Nullable Double score,
    @Nullable Double sentiment,
    int steps,
    @Nullable String progressText,
    int progressPercent,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    boolean queued,
    boolean cancelRequested,
    @Nullable Integer rating,
    @Nullable String feedback,
    @Nullable BigDecimal price,
    BigDecimal aiCost,
    long seed,
    int attempt,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Map<String, Long> findings,
    Tester tester) {

  /**
   * Who begins the run.
   *
   * @param category {@code human}, {@code ai_third_party} or {@code ai_hitl_trained}
   * @param provider of the model as in the price list; null for people, and before the first kinds
   * @param inferenceMillis time in which the mind planned and decided
   * @param selection which AIs were considered; null for people
   */
  public record Tester(
      String category,
      @Nullable String provider,
      @Nullable String version,
      long tokens,
      long inferenceMillis,
      @Nullable Selection selection) {}

  public long findingCount() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }
}
