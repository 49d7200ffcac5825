package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.MODEL_DECISIONS;

import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.platform.statistics.Paired;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.registry.Deployments.Deployment;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say of what the versions in use decided, and what follows: a live one that makes
 * things worse than the engine's own confidence is rolled back.
 */
@Component
@Transactional
public class LiveWatch {
  /** Fewer words say nothing. */
  static final int LEAST = 30;

  private static final int RESAMPLES = 1000;

  private final DSLContext sql;
  private final Deployments deployments;
  private final Clock clock;

  LiveWatch(DSLContext sql, Deployments deployments, Clock clock) {
    this.sql = sql;
    this.deployments = deployments;
    this.clock = clock;
  }

  /**
   * How a version did on findings that people spoke of since.
   *
   * @param error mean squared distance from the truth
   * @param engine the same of the engine's own confidence
   * @param worse by how much it is further from the truth than the engine
   */
  public record Standing(
      String version, String stage, int n, double error, double engine, Interval worse) {}

  /** Of each version that said something of findings that people judged. */
  @Transactional(readOnly = true)
  public List<Standing> standings() {
    return deployments.history(50).stream()
        .filter(one -> one.kind() == ModelKind.CALIBRATOR && one.until() == null)
        .map(one -> standing(one))
        .toList();
  }

  private Standing standing(Deployment deployment) {
    double[][] rows =
        sql.select(MODEL_DECISIONS.PROBABILITY, AI_OUTPUTS.CONFIDENCE, AI_OUTPUTS.LABEL)
            .from(MODEL_DECISIONS)
            .join(AI_OUTPUTS)
            .on(AI_OUTPUTS.TEST_RUN_ID.eq(MODEL_DECISIONS.TEST_RUN_ID))
            .and(AI_OUTPUTS.FINGERPRINT.eq(MODEL_DECISIONS.FINGERPRINT))
            .where(MODEL_DECISIONS.MODEL_ID.eq(deployment.modelId()))
            .and(MODEL_DECISIONS.CREATED_AT.ge(deployment.since()))
            .and(AI_OUTPUTS.LABEL.isNotNull())
            .orderBy(MODEL_DECISIONS.CREATED_AT.desc(), MODEL_DECISIONS.ID)
            .limit(5000)
            .fetch(
                row ->
                    new double[] {
                      row.value1().doubleValue(),
                      row.value2().doubleValue(),
                      row.value3().doubleValue() >= 0.5 ? 1 : 0
                    })
            .toArray(double[][]::new);
    double[] differences = new double[rows.length];
    double own = 0;
    double engine = 0;
    for (int i = 0; i < rows.length; i++) {
      double mine = Math.pow(rows[i][0] - rows[i][2], 2);
      double its = Math.pow(rows[i][1] - rows[i][2], 2);
      own += mine;
      engine += its;
      differences[i] = mine - its;
    }
    int n = Math.max(1, rows.length);
    return new Standing(
        deployment.version(),
        deployment.stage().code(),
        rows.length,
        own / n,
        engine / n,
        Paired.mean(differences, RESAMPLES, 7));
  }

  /**
   * As the platform.
   *
   * @return the version that was taken out of use, if any
   */
  public Optional<UUID> rollBackWhatHarms() {
    var live = deployments.current(ModelKind.CALIBRATOR, null, Stage.LIVE);
    if (live.isEmpty() || live.get().since().isAfter(clock.instant())) {
      return Optional.empty();
    }
    var standing = standing(live.get());
    if (standing.n() < LEAST || !(standing.worse().low() > 0)) {
      return Optional.empty();
    }
    deployments.rollBack(
        ModelKind.CALIBRATOR,
        null,
        "Of %d findings that people judged since, it was further from the truth than the engine alone."
            .formatted(standing.n()),
        null);
    return Optional.of(live.get().modelId());
  }
}
