package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.AI_MODELS;
import static dev.hitlai.training.internal.jooq.Tables.MODEL_DEPLOYMENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.training.DeploymentGate;
import dev.hitlai.training.DeploymentGate.Candidate;
import dev.hitlai.training.ModelKind;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which version is in use where. A swap is one transaction: whoever decides reads what is in use in
 * a transaction of its own and so meets the old version or the new one.
 */
@Component
@Transactional
public class Deployments {
  /** A version that was tried on fewer held-out cases says too little of itself to decide. */
  static final int LEAST_HELD = 30;

  /** By so much a version may fall behind the one in use on its figures. */
  private static final double SLACK = 0.02;

  private final DSLContext sql;
  private final ModelStore models;
  private final ObjectProvider<DeploymentGate> gates;
  private final Notifications notifications;
  private final Clock clock;

  Deployments(
      DSLContext sql,
      ModelStore models,
      ObjectProvider<DeploymentGate> gates,
      Notifications notifications,
      Clock clock) {
    this.sql = sql;
    this.models = models;
    this.gates = gates;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** What a version may do. */
  public enum Stage {
    /** It is asked, and its answers are kept; it decides nothing. */
    SHADOW("shadow"),
    /** It decides a share of the runs. */
    TRIAL("ab"),
    LIVE("live");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /**
     * @throws ApiProblem when there is none of this name
     */
    public static Stage of(String code) {
      for (var stage : values()) {
        if (stage.code.equals(code)) {
          return stage;
        }
      }
      throw ApiProblem.invalid("stage", "must be shadow, ab or live");
    }
  }

  /**
   * A version in use.
   *
   * @param share of the runs that it decides
   * @param until null while it is in use
   */
  public record Deployment(
      UUID id,
      UUID modelId,
      ModelKind kind,
      String version,
      @Nullable UUID companyId,
      Stage stage,
      double share,
      Instant since,
      @Nullable Instant until,
      String reason,
      @Nullable String endedReason) {}

  /** What keeps a version from deciding, by gate; an empty sentence: it was let through. */
  @Transactional(readOnly = true)
  public Map<String, String> objections(UUID modelId) {
    var model = models.require(modelId);
    var answers = new LinkedHashMap<String, String>();
    answers.put("Held-out cases", heldOut(model));
    answers.put("Compared with the one in use", comparison(model));
    var candidate =
        new Candidate(model.id(), model.kind(), model.version(), model.level(), model.companyId());
    gates
        .orderedStream()
        .forEach(gate -> answers.put(gate.name(), gate.objection(candidate).orElse("")));
    return answers;
  }

  private static String heldOut(ModelStore.Version model) {
    int n = model.evaluation().n();
    boolean enough = n >= LEAST_HELD || model.kind() == ModelKind.TESTER;
    return enough
        ? ""
        : "It was tried on %d held-out cases; %d are needed.".formatted(n, LEAST_HELD);
  }

  private String comparison(ModelStore.Version model) {
    var own = model.evaluation();
    if (own.brier() != null && own.baseline() != null && own.brier() > own.baseline().brier()) {
      return "It is further from the truth than the engine's own confidence.";
    }
    var live = current(model.kind(), model.companyId(), Stage.LIVE);
    if (live.isEmpty() || live.get().modelId().equals(model.id())) {
      return "";
    }
    var other = models.require(live.get().modelId()).evaluation();
    if (own.brier() != null && other.brier() != null) {
      return own.brier() > other.brier() + SLACK
          ? "%s is further from the truth than %s.".formatted(model.version(), live.get().version())
          : "";
    }
    return own.accuracy() != null
            && other.accuracy() != null
            && own.accuracy().estimate() < other.accuracy().estimate() - SLACK
        ? "%s is right less often than %s.".formatted(model.version(), live.get().version())
        : "";
  }

  /**
   * Puts a version into use, in place of the one that was there.
   *
   * @param share of the runs, for a trial
   * @throws ApiProblem when a gate doesn't let it through
   */
  public Deployment deploy(
      UUID modelId, Stage stage, double share, String reason, @Nullable UUID by) {
    if (reason.isBlank() || reason.length() > 1000) {
      throw ApiProblem.invalid("reason", "must have 1 to 1,000 characters");
    }
    var model = models.require(modelId);
    if (stage != Stage.SHADOW) {
      for (var gate : objections(modelId).entrySet()) {
        if (!gate.getValue().isEmpty()) {
          throw ApiProblem.conflict(gate.getKey() + ": " + gate.getValue());
        }
      }
    }
    if (stage == Stage.TRIAL && (share <= 0 || share >= 1)) {
      throw ApiProblem.invalid("share", "must be between 0 and 1");
    }
    lock(model.kind());
    end(MODEL_DEPLOYMENTS.MODEL_ID.eq(modelId), "It moves on to " + stage.code() + ".", by);
    if (stage != Stage.SHADOW) {
      end(of(model.kind(), model.companyId(), stage), model.version() + " takes its place.", by);
    }
    double part = stage == Stage.LIVE ? 1 : stage == Stage.SHADOW ? 0 : share;
    UUID id =
        sql.insertInto(MODEL_DEPLOYMENTS)
            .set(MODEL_DEPLOYMENTS.MODEL_ID, modelId)
            .set(MODEL_DEPLOYMENTS.KIND, model.kind().code())
            .set(MODEL_DEPLOYMENTS.COMPANY_ID, model.companyId())
            .set(MODEL_DEPLOYMENTS.STAGE, stage.code())
            .set(MODEL_DEPLOYMENTS.SHARE, ModelStore.share(part))
            .set(MODEL_DEPLOYMENTS.SINCE, clock.instant())
            .set(MODEL_DEPLOYMENTS.REASON, reason.strip())
            .set(MODEL_DEPLOYMENTS.DEPLOYED_BY, by)
            .set(MODEL_DEPLOYMENTS.CREATED_AT, clock.instant())
            .returning(MODEL_DEPLOYMENTS.ID)
            .fetchSingle(MODEL_DEPLOYMENTS.ID);
    if (stage == Stage.LIVE) {
      tell("model.deployed", id, model.version() + " is live", reason);
    }
    return list(MODEL_DEPLOYMENTS.ID.eq(id), 1).getFirst();
  }

  /** Takes a version out of use. */
  public void withdraw(UUID modelId, String reason, @Nullable UUID by) {
    lock(models.require(modelId).kind());
    if (end(MODEL_DEPLOYMENTS.MODEL_ID.eq(modelId), reason, by) == 0) {
      throw ApiProblem.conflict("The version is not in use.");
    }
  }

  /**
   * Puts the version back that was live before; the engine's own word counts when there is none.
   *
   * @return the version that is live now
   */
  public Optional<Deployment> rollBack(
      ModelKind kind, @Nullable UUID companyId, String reason, @Nullable UUID by) {
    lock(kind);
    var live =
        current(kind, companyId, Stage.LIVE)
            .orElseThrow(() -> ApiProblem.conflict("No version is live."));
    // Only what was live before this one did: else two rollbacks would go back and forth.
    var before =
        list(
                whose(companyId)
                    .and(MODEL_DEPLOYMENTS.KIND.eq(kind.code()))
                    .and(MODEL_DEPLOYMENTS.STAGE.eq(Stage.LIVE.code()))
                    .and(MODEL_DEPLOYMENTS.MODEL_ID.ne(live.modelId()))
                    .and(MODEL_DEPLOYMENTS.SINCE.lt(first(live.modelId()))),
                1)
            .stream()
            .findFirst();
    end(MODEL_DEPLOYMENTS.MODEL_ID.eq(live.modelId()), "Rolled back: " + reason, by);
    tell("model.rolled_back", live.id(), live.version() + " was rolled back", reason);
    return before.map(
        one -> deploy(one.modelId(), Stage.LIVE, 1, "Rollback of " + live.version(), by));
  }

  private Instant first(UUID modelId) {
    return sql.select(org.jooq.impl.DSL.min(MODEL_DEPLOYMENTS.SINCE))
        .from(MODEL_DEPLOYMENTS)
        .where(MODEL_DEPLOYMENTS.MODEL_ID.eq(modelId))
        .and(MODEL_DEPLOYMENTS.STAGE.eq(Stage.LIVE.code()))
        .fetchSingle()
        .value1();
  }

  /** The version that is in use at a stage now. */
  public Optional<Deployment> current(ModelKind kind, @Nullable UUID companyId, Stage stage) {
    return list(of(kind, companyId, stage), 1).stream().findFirst();
  }

  /** What is in use for a company's runs: its own versions before everybody's. */
  List<Deployment> inUse(ModelKind kind, UUID companyId) {
    return list(
        MODEL_DEPLOYMENTS
            .KIND
            .eq(kind.code())
            .and(MODEL_DEPLOYMENTS.UNTIL.isNull())
            .and(
                MODEL_DEPLOYMENTS
                    .COMPANY_ID
                    .isNull()
                    .or(MODEL_DEPLOYMENTS.COMPANY_ID.eq(companyId))),
        20);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Deployment> history(int limit) {
    return list(org.jooq.impl.DSL.noCondition(), limit);
  }

  /** Who decided at a moment. */
  @Transactional(readOnly = true)
  public Optional<Deployment> liveAt(ModelKind kind, Instant at) {
    return list(
            MODEL_DEPLOYMENTS
                .KIND
                .eq(kind.code())
                .and(MODEL_DEPLOYMENTS.STAGE.eq(Stage.LIVE.code()))
                .and(MODEL_DEPLOYMENTS.COMPANY_ID.isNull())
                .and(MODEL_DEPLOYMENTS.SINCE.le(at))
                .and(MODEL_DEPLOYMENTS.UNTIL.isNull().or(MODEL_DEPLOYMENTS.UNTIL.gt(at))),
            1)
        .stream()
        .findFirst();
  }

  // INVARIANT: changes of what is in use wait for each other, so that the place is never taken
  // twice.
  private void lock(ModelKind kind) {
    sql.execute("select pg_advisory_xact_lock(hashtext({0}))", "deploy:" + kind.code());
  }

  private int end(Condition which, String reason, @Nullable UUID by) {
    return sql.update(MODEL_DEPLOYMENTS)
        .set(MODEL_DEPLOYMENTS.UNTIL, clock.instant())
        .set(MODEL_DEPLOYMENTS.ENDED_REASON, reason)
        .set(MODEL_DEPLOYMENTS.ENDED_BY, by)
        .where(which)
        .and(MODEL_DEPLOYMENTS.UNTIL.isNull())
        .execute();
  }

  private static Condition of(ModelKind kind, @Nullable UUID companyId, Stage stage) {
    return whose(companyId)
        .and(MODEL_DEPLOYMENTS.KIND.eq(kind.code()))
        .and(MODEL_DEPLOYMENTS.STAGE.eq(stage.code()))
        .and(MODEL_DEPLOYMENTS.UNTIL.isNull());
  }

  private static Condition whose(@Nullable UUID companyId) {
    return companyId == null
        ? MODEL_DEPLOYMENTS.COMPANY_ID.isNull()
        : MODEL_DEPLOYMENTS.COMPANY_ID.eq(companyId);
  }

  private List<Deployment> list(Condition which, int limit) {
    return sql.select(MODEL_DEPLOYMENTS.asterisk(), AI_MODELS.VERSION)
        .from(MODEL_DEPLOYMENTS)
        .join(AI_MODELS)
        .on(AI_MODELS.ID.eq(MODEL_DEPLOYMENTS.MODEL_ID))
        .where(which)
        .orderBy(MODEL_DEPLOYMENTS.SINCE.desc(), MODEL_DEPLOYMENTS.ID.desc())
        .limit(limit)
        .fetch(
            row -> {
              var one = row.into(MODEL_DEPLOYMENTS);
              return new Deployment(
                  one.getId(),
                  one.getModelId(),
                  ModelKind.of(one.getKind()),
                  Objects.requireNonNull(row.get(AI_MODELS.VERSION)),
                  one.getCompanyId(),
                  Stage.of(one.getStage()),
                  one.getShare().doubleValue(),
                  one.getSince(),
                  one.getUntil(),
                  one.getReason(),
                  one.getEndedReason());
            });
  }

  private void tell(String event, UUID id, String title, String reason) {
    notifications.tell(
        new Notice(
            event,
            event + ":" + id,
            NoticeKind.TESTS,
            new Audience.Administrators(),
            title,
            List.of(reason),
            new Notice.Action("See the versions", "/admin/training"),
            Map.of("deploymentId", id.toString())));
  }
}
