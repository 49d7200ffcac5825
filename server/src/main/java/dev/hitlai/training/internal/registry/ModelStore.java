package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.AI_MODELS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.jooq.tables.records.AiModelsRecord;
import dev.hitlai.training.internal.learn.Calibrator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Versions of own models; what was written stays as it is. */
@Component
@Transactional
public class ModelStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Clock clock;

  /** A version never changes, so that it is read once. */
  private final Map<UUID, Calibrator> calibrators = new ConcurrentHashMap<>();

  ModelStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A version.
   *
   * @param level capability level by its agreement with people on held-out sites, 0 to 5
   * @param examples what it learnt from
   */
  public record Version(
      UUID id,
      ModelKind kind,
      String version,
      @Nullable UUID companyId,
      Evaluation evaluation,
      long seed,
      String dataHash,
      int examples,
      int level,
      Instant at) {}

  Version add(
      ModelKind kind,
      @Nullable UUID companyId,
      Object parameters,
      Evaluation evaluation,
      long seed,
      String dataHash,
      int examples,
      @Nullable UUID by) {
    // INVARIANT: numbers are given under a lock that ends with the transaction, so none comes
    // twice.
    sql.execute("select pg_advisory_xact_lock(hashtext('training.ai_models'))");
    int number =
        1
            + sql.select(
                    DSL.coalesce(
                        DSL.max(DSL.field("split_part(version, '-', 2)::int", Integer.class)), 0))
                .from(AI_MODELS)
                .where(AI_MODELS.KIND.eq(kind.code()))
                .fetchSingle()
                .value1();
    return sql.insertInto(AI_MODELS)
        .set(AI_MODELS.KIND, kind.code())
        .set(AI_MODELS.VERSION, kind.code() + "-" + number)
        .set(AI_MODELS.COMPANY_ID, companyId)
        .set(AI_MODELS.PARAMETERS, JSONB.valueOf(JSON.writeValueAsString(parameters)))
        .set(AI_MODELS.EVALUATION, JSONB.valueOf(JSON.writeValueAsString(evaluation)))
        .set(AI_MODELS.SEED, seed)
        .set(AI_MODELS.DATA_HASH, dataHash)
        .set(AI_MODELS.EXAMPLES, examples)
        .set(AI_MODELS.CAPABILITY_LEVEL, level(evaluation))
        .set(AI_MODELS.CREATED_BY, by)
        .set(AI_MODELS.CREATED_AT, clock.instant())
        .returning()
        .fetchSingle(ModelStore::read);
  }

  /**
   * The level that agreement with people shows: the lower end of the interval has to reach it, so
   * that few cases never make a high level.
   */
  static int level(Evaluation evaluation) {
    var accuracy = evaluation.accuracy();
    if (accuracy == null || accuracy.n() == 0) {
      return 0;
    }
    double[] from = {0.70, 0.85, 0.93, 0.97, 0.99};
    int level = 0;
    for (double least : from) {
      level += accuracy.low() >= least ? 1 : 0;
    }
    return level;
  }

  public List<Version> all(int limit) {
    return sql.selectFrom(AI_MODELS)
        .orderBy(AI_MODELS.CREATED_AT.desc(), AI_MODELS.ID.desc())
        .limit(limit)
        .fetch(ModelStore::read);
  }

  public Optional<Version> find(UUID id) {
    return sql.selectFrom(AI_MODELS).where(AI_MODELS.ID.eq(id)).fetchOptional(ModelStore::read);
  }

  public Version require(UUID id) {
    return find(id).orElseThrow(() -> ApiProblem.notFound("There is no such version."));
  }

  /** The parameters as they were written. */
  public <T> T parameters(UUID id, Class<T> type) {
    return JSON.readValue(
        sql.select(AI_MODELS.PARAMETERS)
            .from(AI_MODELS)
            .where(AI_MODELS.ID.eq(id))
            .fetchSingle(AI_MODELS.PARAMETERS)
            .data(),
        type);
  }

  Calibrator calibrator(UUID id) {
    return calibrators.computeIfAbsent(id, one -> parameters(one, Calibrator.class));
  }

  static Version read(AiModelsRecord row) {
    Integer level = row.getCapabilityLevel();
    return new Version(
        row.getId(),
        ModelKind.of(row.getKind()),
        row.getVersion(),
        row.getCompanyId(),
        row.getEvaluation().data().equals("{}")
            ? Evaluation.NONE
            : JSON.readValue(row.getEvaluation().data(), Evaluation.class),
        row.getSeed(),
        row.getDataHash(),
        row.getExamples(),
        level == null ? 0 : level,
        row.getCreatedAt());
  }

  static BigDecimal share(double value) {
    return BigDecimal.valueOf(value).setScale(4, java.math.RoundingMode.HALF_UP);
  }
}
