package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.MODEL_DECISIONS;

import dev.hitlai.testing.ConfidenceCalibration;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.learn.Features;
import dev.hitlai.training.internal.registry.Deployments.Deployment;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calibrator that is in use decides how sure the platform is of a finding. What is in use is
 * read in the transaction that routes the finding, so that all servers change over at once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LiveCalibration implements ConfidenceCalibration {
  private static final int PARTS = 10_000;

  private final DSLContext sql;
  private final Deployments deployments;
  private final ModelStore models;
  private final Clock clock;

  LiveCalibration(DSLContext sql, Deployments deployments, ModelStore models, Clock clock) {
    this.sql = sql;
    this.deployments = deployments;
    this.models = models;
    this.clock = clock;
  }

  @Override
  public Calibrated of(UUID companyId, UUID runId, String fingerprint, FindingFacts facts) {
    var inUse = deployments.inUse(ModelKind.CALIBRATOR, companyId);
    if (inUse.isEmpty()) {
      return new Calibrated(facts.confidence(), null);
    }
    float[] features = Features.of(facts, Features.meaning(facts));
    var deciding = deciding(inUse, runId);
    var answer = new Calibrated(facts.confidence(), null);
    for (var deployment : inUse) {
      boolean decides = deciding.filter(deployment::equals).isPresent();
      if (!decides && deployment.stage() != Stage.SHADOW) {
        continue;
      }
      double probability = models.calibrator(deployment.modelId()).probability(features);
      keep(companyId, runId, fingerprint, deployment, probability);
      if (decides) {
        answer = new Calibrated(probability, deployment.version());
      }
    }
    return answer;
  }

  /** A run is decided by one version from its first finding to its last, unless that is swapped. */
  static Optional<Deployment> deciding(List<Deployment> inUse, UUID runId) {
    var own = Comparator.comparing((Deployment one) -> one.companyId() == null);
    double drawn = Integer.remainderUnsigned(runId.hashCode() * 0x9E3779B9, PARTS) / (double) PARTS;
    var trial =
        inUse.stream().filter(one -> one.stage() == Stage.TRIAL && drawn < one.share()).min(own);
    return trial.isPresent()
        ? trial
        : inUse.stream().filter(one -> one.stage() == Stage.LIVE).min(own);
  }

  private void keep(
      UUID companyId, UUID runId, String fingerprint, Deployment by, double probability) {
    sql.insertInto(MODEL_DECISIONS)
        .set(MODEL_DECISIONS.COMPANY_ID, companyId)
        .set(MODEL_DECISIONS.TEST_RUN_ID, runId)
        .set(MODEL_DECISIONS.FINGERPRINT, fingerprint)
        .set(MODEL_DECISIONS.MODEL_ID, by.modelId())
        .set(MODEL_DECISIONS.STAGE, by.stage().code())
        .set(MODEL_DECISIONS.PROBABILITY, ModelStore.share(probability))
        .set(MODEL_DECISIONS.CREATED_AT, clock.instant())
        .onConflict(
            MODEL_DECISIONS.TEST_RUN_ID, MODEL_DECISIONS.FINGERPRINT, MODEL_DECISIONS.MODEL_ID)
        .doUpdate()
        .set(MODEL_DECISIONS.STAGE, by.stage().code())
        .set(MODEL_DECISIONS.PROBABILITY, ModelStore.share(probability))
        .execute();
  }
}
