package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.TestSettings;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The order in which a company's runs are carried out: the oldest first, and only so many at a
 * time; of several companies, those with priority support come first. A run gets its job in the
 * transaction that finds a place for it, so neither can exist without the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunQueue {
  /** The job that carries out one run; its instance is the run's id. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("testing-run");

  private static final Condition WAITING =
      TEST_RUNS
          .STATUS
          .eq(RunStatus.PENDING.code())
          .and(TEST_RUNS.CLAIMED_AT.isNull())
          .and(TEST_RUNS.QUOTA_TAKEN)
          .and(TEST_RUNS.TEST_TYPE.ne(TestType.HUMAN_ONLY.code()));

  /** Has a place: at work, or handed to a worker that hasn't begun. */
  private static final Condition PLACED =
      TEST_RUNS
          .STATUS
          .eq(RunStatus.RUNNING.code())
          .or(TEST_RUNS.STATUS.eq(RunStatus.PENDING.code()).and(TEST_RUNS.CLAIMED_AT.isNotNull()))
          .and(TEST_RUNS.TEST_TYPE.ne(TestType.HUMAN_ONLY.code()));

  private final DSLContext sql;
  private final SchedulerClient jobs;
  private final TestSettings settings;
  private final FeatureGate features;
  private final Clock clock;

  RunQueue(
      DSLContext sql,
      @Lazy SchedulerClient jobs,
      TestSettings settings,
      FeatureGate features,
      Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.settings = settings;
    this.features = features;
    this.clock = clock;
  }

  /** Gives free places to the company's oldest waiting runs; harmless to call at any time. */
  public void advance(UUID companyId) {
    lock(companyId);
    int free = settings.of(companyId).maxParallelAiRuns() - placed(companyId);
    var waiting = free > 0 ? waiting(companyId, free) : List.<UUID>of();
    if (!waiting.isEmpty()) {
      int priority = priority(companyId);
      waiting.forEach(run -> place(run, priority));
    }
  }

  /** Companies with a run that waits for a place. */
  public List<UUID> companiesWaiting() {
    return sql.selectDistinct(TEST_RUNS.COMPANY_ID)
        .from(TEST_RUNS)
        .where(WAITING)
        .fetch(TEST_RUNS.COMPANY_ID);
  }

  /** Gives a job to every run that has a place; one that has its job keeps it. */
  public void restoreLostJobs() {
    sql.select(TEST_RUNS.ID, TEST_RUNS.COMPANY_ID)
        .from(TEST_RUNS)
        .where(PLACED)
        .forEach(
            run ->
                jobs.scheduleIfNotExists(
                    job(run.value1(), priority(run.value2())), clock.instant()));
  }

  // INVARIANT: places are counted and given under this lock only, so two servers can't both give
  // away the last one.
  private void lock(UUID companyId) {
    sql.execute(
        "select pg_advisory_xact_lock(hashtextextended('testing.queue:' || ?::text, 0))",
        companyId);
  }

  private int placed(UUID companyId) {
    return sql.fetchCount(TEST_RUNS, TEST_RUNS.COMPANY_ID.eq(companyId).and(PLACED));
  }

  private List<UUID> waiting(UUID companyId, int limit) {
    return sql.select(TEST_RUNS.ID)
        .from(TEST_RUNS)
        .where(TEST_RUNS.COMPANY_ID.eq(companyId).and(WAITING))
        .orderBy(TEST_RUNS.CREATED_AT, TEST_RUNS.ID)
        .limit(limit)
        .fetch(TEST_RUNS.ID);
  }

  private void place(UUID runId, int priority) {
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.CLAIMED_AT, clock.instant())
        .where(TEST_RUNS.ID.eq(runId))
        .execute();
    jobs.scheduleIfNotExists(job(runId, priority), clock.instant());
  }

  private int priority(UUID companyId) {
    return features.isOpen(companyId, FeatureKey.PRIORITY_SUPPORT)
        ? Priority.HIGH
        : Priority.MEDIUM;
  }

  private static TaskInstance<Void> job(UUID runId, int priority) {
    return JOB.instance(runId.toString()).priority(priority).build();
  }
}
