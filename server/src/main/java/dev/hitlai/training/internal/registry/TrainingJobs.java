package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.TRAINING_JOBS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.jooq.tables.records.TrainingJobsRecord;
import dev.hitlai.training.internal.registry.ModelTraining.TooLittle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Trainings that somebody asked for: durable, one of a kind at a time, to be watched and ended. */
@Component
public class TrainingJobs {
  /** Its instance is the training's id. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("training-model");

  private static final Logger log = LoggerFactory.getLogger(TrainingJobs.class);

  private final DSLContext sql;
  private final SchedulerClient jobs;
  private final ModelTraining training;
  private final Examples examples;
  private final Notifications notifications;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TrainingJobs(
      DSLContext sql,
      @Lazy SchedulerClient jobs,
      ModelTraining training,
      Examples examples,
      Notifications notifications,
      TransactionTemplate transactions,
      Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.training = training;
    this.examples = examples;
    this.notifications = notifications;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A training.
   *
   * @param status waiting, running, done, failed or cancelled
   * @param percent done so far
   */
  public record Job(
      UUID id,
      ModelKind kind,
      @Nullable UUID companyId,
      String status,
      int percent,
      @Nullable String progress,
      @Nullable String error,
      long seed,
      @Nullable UUID modelId,
      Instant askedAt,
      @Nullable Instant endedAt) {
    public boolean open() {
      return endedAt == null;
    }
  }

  /**
   * @param companyId for one company alone; null for everybody
   * @throws ApiProblem when there is too little to learn from, or one is at work
   */
  public Job start(ModelKind kind, @Nullable UUID companyId, long seed, @Nullable UUID by) {
    if (kind == ModelKind.HOSTED || kind == ModelKind.TESTER) {
      throw ApiProblem.invalid("kind", "must be calibrator, severity or reward");
    }
    return does(
        () -> {
          int available = examples.available(companyId);
          if (available < ModelTraining.LEAST) {
            throw tooLittle(available);
          }
          var row =
              sql.insertInto(TRAINING_JOBS)
                  .set(TRAINING_JOBS.KIND, kind.code())
                  .set(TRAINING_JOBS.COMPANY_ID, companyId)
                  .set(TRAINING_JOBS.SEED, seed)
                  .set(TRAINING_JOBS.STARTED_BY, by)
                  .set(TRAINING_JOBS.CREATED_AT, clock.instant())
                  .onConflictDoNothing()
                  .returning()
                  .fetchOptional()
                  .orElseThrow(() -> ApiProblem.conflict("Such a training is at work already."));
          jobs.scheduleIfNotExists(JOB.instance(row.getId().toString()).build(), clock.instant());
          return read(row);
        });
  }

  /** The latest first. */
  public List<Job> list(@Nullable UUID companyId, int limit) {
    Condition whose =
        companyId == null ? DSL.noCondition() : TRAINING_JOBS.COMPANY_ID.eq(companyId);
    return does(
        () ->
            sql.selectFrom(TRAINING_JOBS)
                .where(whose)
                .orderBy(TRAINING_JOBS.CREATED_AT.desc(), TRAINING_JOBS.ID.desc())
                .limit(limit)
                .fetch(TrainingJobs::read));
  }

  public Optional<Job> find(UUID id) {
    return does(
        () ->
            sql.selectFrom(TRAINING_JOBS)
                .where(TRAINING_JOBS.ID.eq(id))
                .fetchOptional(TrainingJobs::read));
  }

  /** One at its end stays as it is. */
  public void cancel(UUID id) {
    does(() -> end(id, "cancelled", null, null));
  }

  /** Carries a training out; told again, it begins anew unless it is at its end. */
  public void work(UUID id) {
    Tenancy.run(
        Actor.system("training"),
        () -> {
          var job = begin(id);
          if (job.isEmpty()) {
            return;
          }
          try {
            UUID model = training.train(job.get(), (what, percent) -> progress(id, what, percent));
            transactions.executeWithoutResult(
                _ -> {
                  end(id, "done", model, null);
                  tell(job.get(), model);
                });
          } catch (Cancelled _) {
            log.info("Training {} was cancelled", id);
          } catch (TooLittle e) {
            transactions.executeWithoutResult(_ -> end(id, "failed", null, e.getMessage()));
          } catch (RuntimeException e) {
            log.error("Training {} failed", id, e);
            transactions.executeWithoutResult(
                _ -> end(id, "failed", null, "It broke off; the server's log says why."));
          }
        });
  }

  private static ApiProblem tooLittle(int available) {
    return new ApiProblem(
        ErrorCode.INSUFFICIENT_DATA,
        "People have judged %d findings that may be learnt from; %d are needed."
            .formatted(available, ModelTraining.LEAST),
        Map.of("required", ModelTraining.LEAST, "available", available));
  }

  private Optional<Job> begin(UUID id) {
    return Objects.requireNonNull(
        transactions.execute(
            _ ->
                sql.update(TRAINING_JOBS)
                    .set(TRAINING_JOBS.STATUS, "running")
                    .set(TRAINING_JOBS.STARTED_AT, clock.instant())
                    .where(TRAINING_JOBS.ID.eq(id))
                    .and(TRAINING_JOBS.ENDED_AT.isNull())
                    .returning()
                    .fetchOptional()
                    .map(TrainingJobs::read)));
  }

  private void progress(UUID id, String what, int percent) {
    int open =
        Objects.requireNonNull(
            transactions.execute(
                _ ->
                    sql.update(TRAINING_JOBS)
                        .set(TRAINING_JOBS.PROGRESS_TEXT, what)
                        .set(TRAINING_JOBS.PROGRESS_PERCENT, percent)
                        .where(TRAINING_JOBS.ID.eq(id))
                        .and(TRAINING_JOBS.ENDED_AT.isNull())
                        .execute()));
    if (open == 0) {
      throw new Cancelled();
    }
  }

  private int end(UUID id, String status, @Nullable UUID model, @Nullable String error) {
    return sql.update(TRAINING_JOBS)
        .set(TRAINING_JOBS.STATUS, status)
        .set(TRAINING_JOBS.MODEL_ID, model)
        .set(TRAINING_JOBS.ERROR_MESSAGE, error)
        .set(TRAINING_JOBS.ENDED_AT, clock.instant())
        .where(TRAINING_JOBS.ID.eq(id))
        .and(TRAINING_JOBS.ENDED_AT.isNull())
        .execute();
  }

  private void tell(Job job, UUID model) {
    notifications.tell(
        new Notice(
            "training.completed",
            "training.completed:" + job.id(),
            NoticeKind.TESTS,
            job.companyId() == null
                ? new Audience.Administrators()
                : new Audience.Company(job.companyId()),
            "A %s was trained".formatted(job.kind().label().toLowerCase(java.util.Locale.ROOT)),
            List.of("Look at how it did on sites that it never saw before you put it into use."),
            new Notice.Action(
                "See how it did",
                job.companyId() == null ? "/admin/training/models/" + model : "/company/training"),
            Map.of("jobId", job.id().toString(), "modelId", model.toString())));
  }

  private <T> T does(java.util.function.Supplier<T> act) {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("training"), () -> transactions.execute(_ -> act.get())));
  }

  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Job read(TrainingJobsRecord row) {
    return new Job(
        row.getId(),
        ModelKind.of(row.getKind()),
        row.getCompanyId(),
        row.getStatus(),
        row.getProgressPercent(),
        row.getProgressText(),
        row.getErrorMessage(),
        row.getSeed(),
        row.getModelId(),
        row.getCreatedAt(),
        row.getEndedAt());
  }
}
