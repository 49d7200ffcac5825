package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.Persona;
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
    Map<String, Long> findings) {

  public long findingCount() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }
}
