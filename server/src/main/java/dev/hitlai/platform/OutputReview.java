package dev.hitlai.platform;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked about each answer of a model before it is used. */
public interface OutputReview {

  /**
   * An answer.
   *
   * @param companyId whose work it is, null for our own
   * @param testRunId the run it belongs to, null without one
   * @param cost in US dollars
   */
  record Output(
      @Nullable UUID companyId,
      @Nullable UUID testRunId,
      String task,
      String provider,
      String model,
      String tier,
      String prompt,
      String output,
      int inputTokens,
      int outputTokens,
      BigDecimal cost,
      long latencyMillis) {}

  /** Why it must not be used, as one sentence; null when it may. */
  @Nullable String refuses(Output output);
}
