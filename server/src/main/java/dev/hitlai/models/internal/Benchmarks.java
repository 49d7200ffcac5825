package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.AI_CAPABILITY_BENCHMARKS;
import static dev.hitlai.models.internal.jooq.Tables.AI_MODEL_CAPABILITIES;
import static dev.hitlai.models.internal.jooq.Tables.BENCHMARK_RUNS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.internal.jooq.tables.records.BenchmarkRunsRecord;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.BuiltInEngine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Measurings of AI testers: asked for by administrators, carried out by a job, kept for ever. */
@Component
public class Benchmarks {
  /** The job of one measuring; its instance is the measuring's id. */
  static final TaskDescriptor<Void> JOB = TaskDescriptor.of("models-benchmark");

  static final String RECALL = " recall";
  static final String PRECISION = " precision";
  static final String ACCURACY = " accuracy";

  private static final Logger log = LoggerFactory.getLogger(Benchmarks.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final SchedulerClient jobs;
  private final TransactionTemplate transactions;
  private final TypicalFigures typical;
  private final Trial trial;
  private final Clock clock;

  Benchmarks(
      DSLContext sql,
      @Lazy SchedulerClient jobs,
      TransactionTemplate transactions,
      TypicalFigures typical,
      Trial trial,
      Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.transactions = transactions;
    this.typical = typical;
    this.trial = trial;
    this.clock = clock;
  }

  /**
   * A measuring.
   *
   * @param status waiting, running, done or failed
   */
  public record Run(
      UUID id,
      String benchmark,
      String status,
      int percent,
      @Nullable String progress,
      @Nullable String error,
      Instant askedAt,
      @Nullable Instant endedAt) {
    public boolean open() {
      return endedAt == null;
    }
  }

  /**
   * A result.
   *
   * @param score 0 to 1
   * @param n cases that it rests on
   */
  public record Score(
      String benchmark, String benchmarkVersion, String model, double score, int n, Instant at) {}

  /**
   * Has the built-in engine measured.
   *
   * @throws ApiProblem when that is going on already
   */
  @Transactional
  public Run start(@Nullable UUID by) {
    var capability =
        sql.select(AI_MODEL_CAPABILITIES.ID)
            .from(AI_MODEL_CAPABILITIES)
            .where(AI_MODEL_CAPABILITIES.AI_MODEL_PROVIDER.eq(BuiltInEngine.PROVIDER))
            .and(AI_MODEL_CAPABILITIES.MODEL_VERSION.eq(BuiltInEngine.VERSION))
            .fetchSingle(AI_MODEL_CAPABILITIES.ID);
    var row =
        sql.insertInto(BENCHMARK_RUNS)
            .set(BENCHMARK_RUNS.CAPABILITY_ID, capability)
            .set(BENCHMARK_RUNS.BENCHMARK_NAME, trial.name())
            .set(BENCHMARK_RUNS.STARTED_BY, by)
            .set(BENCHMARK_RUNS.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .returning()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.conflict("A measuring is going on already."));
    jobs.scheduleIfNotExists(JOB.instance(row.getId().toString()).build(), clock.instant());
    return read(row);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Run> runs(int limit) {
    return sql.selectFrom(BENCHMARK_RUNS)
        .orderBy(BENCHMARK_RUNS.CREATED_AT.desc(), BENCHMARK_RUNS.ID.desc())
        .limit(limit)
        .fetch(Benchmarks::read);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Score> scores(int limit) {
    return sql.selectFrom(AI_CAPABILITY_BENCHMARKS)
        .orderBy(AI_CAPABILITY_BENCHMARKS.RUN_AT.desc(), AI_CAPABILITY_BENCHMARKS.BENCHMARK_NAME)
        .limit(limit)
        .fetch(
            row ->
                new Score(
                    row.getBenchmarkName(),
                    row.getBenchmarkVersion(),
                    row.getModelVersion(),
                    row.getScore().doubleValue(),
                    row.getN(),
                    row.getRunAt()));
  }

  /** Carries a measuring out; one that is at its end stays as it is. */
  void work(UUID id) {
    Tenancy.run(
        Actor.system("benchmark"),
        () -> {
          if (!begin(id)) {
            return;
          }
          try {
            var result = trial.run((what, percent) -> progress(id, what, percent));
            transactions.executeWithoutResult(_ -> finish(id, result));
          } catch (InterruptedException e) {
            // The server goes down; another one begins anew.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measuring was interrupted", e);
          } catch (RuntimeException e) {
            log.error("Benchmark {} failed", id, e);
            fail(id);
          }
        });
  }

  private boolean begin(UUID id) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ ->
                sql.update(BENCHMARK_RUNS)
                        .set(BENCHMARK_RUNS.STATUS, "running")
                        .set(BENCHMARK_RUNS.STARTED_AT, clock.instant())
                        .set(BENCHMARK_RUNS.PROGRESS_TEXT, "Opening the browser")
                        .where(BENCHMARK_RUNS.ID.eq(id))
                        .and(BENCHMARK_RUNS.ENDED_AT.isNull())
                        .execute()
                    == 1));
  }

  private void progress(UUID id, String what, int percent) {
    transactions.executeWithoutResult(
        _ ->
            sql.update(BENCHMARK_RUNS)
                .set(BENCHMARK_RUNS.PROGRESS_TEXT, what)
                .set(BENCHMARK_RUNS.PROGRESS_PERCENT, percent)
                .where(BENCHMARK_RUNS.ID.eq(id))
                .execute());
  }

  private void finish(UUID id, Trial.Result result) {
    var run =
        sql.update(BENCHMARK_RUNS)
            .set(BENCHMARK_RUNS.STATUS, "done")
            .set(BENCHMARK_RUNS.PROGRESS_PERCENT, 100)
            .set(BENCHMARK_RUNS.PROGRESS_TEXT, (String) null)
            .set(BENCHMARK_RUNS.ENDED_AT, clock.instant())
            .where(BENCHMARK_RUNS.ID.eq(id))
            .and(BENCHMARK_RUNS.ENDED_AT.isNull())
            .returning()
            .fetchOptional();
    run.ifPresent(
        row -> {
          var cases =
              new TypicalFigures.Cases(
                  result.right(),
                  result.findings() - result.right(),
                  result.planted() - result.found());
          UUID capability = row.getCapabilityId();
          keep(capability, RECALL, result.found(), result.planted(), cases);
          keep(capability, PRECISION, result.right(), result.findings(), cases);
          keep(capability, ACCURACY, cases.right(), cases.all(), cases);
          typical.refresh();
        });
  }

  private void keep(UUID capability, String what, int part, int whole, TypicalFigures.Cases cases) {
    if (whole == 0) {
      return;
    }
    sql.insertInto(AI_CAPABILITY_BENCHMARKS)
        .set(AI_CAPABILITY_BENCHMARKS.AI_MODEL_PROVIDER, BuiltInEngine.PROVIDER)
        .set(AI_CAPABILITY_BENCHMARKS.MODEL_VERSION, BuiltInEngine.VERSION)
        .set(AI_CAPABILITY_BENCHMARKS.CAPABILITY_ID, capability)
        .set(AI_CAPABILITY_BENCHMARKS.BENCHMARK_NAME, trial.name() + what)
        .set(AI_CAPABILITY_BENCHMARKS.BENCHMARK_VERSION, trial.version())
        .set(
            AI_CAPABILITY_BENCHMARKS.SCORE,
            BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP))
        .set(AI_CAPABILITY_BENCHMARKS.N, whole)
        .set(AI_CAPABILITY_BENCHMARKS.RUN_AT, clock.instant())
        .set(AI_CAPABILITY_BENCHMARKS.DETAILS, JSONB.valueOf(JSON.writeValueAsString(cases)))
        .execute();
  }

  private void fail(UUID id) {
    transactions.executeWithoutResult(
        _ ->
            sql.update(BENCHMARK_RUNS)
                .set(BENCHMARK_RUNS.STATUS, "failed")
                .set(
                    BENCHMARK_RUNS.ERROR_MESSAGE,
                    "The measuring broke off; the server's log says why.")
                .set(BENCHMARK_RUNS.ENDED_AT, clock.instant())
                .where(BENCHMARK_RUNS.ID.eq(id))
                .and(BENCHMARK_RUNS.ENDED_AT.isNull())
                .execute());
  }

  private static Run read(BenchmarkRunsRecord row) {
    return new Run(
        row.getId(),
        row.getBenchmarkName(),
        row.getStatus(),
        row.getProgressPercent(),
        row.getProgressText(),
        row.getErrorMessage(),
        row.getCreatedAt(),
        row.getEndedAt());
  }
}
