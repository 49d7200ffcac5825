package dev.hitlai.testing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says how likely a finding is right, from what people said of earlier ones. Without one, the
 * engine's own confidence counts.
 */
public interface ConfidenceCalibration {
  /**
   * @param probability that people will say it is right, 0 to 1
   * @param decidedBy the version of the model that says so; null when it is the engine's own word
   */
  record Calibrated(double probability, @Nullable String decidedBy) {}

  /**
   * Inside the transaction that routes the finding; the same finding of the same run is answered by
   * one version.
   *
   * @param fingerprint what the finding is known by within its run
   */
  Calibrated of(UUID companyId, UUID runId, String fingerprint, FindingFacts facts);
}
