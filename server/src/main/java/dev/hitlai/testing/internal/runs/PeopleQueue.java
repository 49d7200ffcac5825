package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.testing.TestType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs that need people. Who they are is found out by a job, as the platform: a company sees
 * nobody's profile before the person works for it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PeopleQueue {
  /** The job that offers one run to people; its instance is the run's id. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("testing-people");

  private final DSLContext sql;
  private final SchedulerClient jobs;
  private final Clock clock;

  PeopleQueue(DSLContext sql, @Lazy SchedulerClient jobs, Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Offers the run to people soon; harmless to call at any time. */
  public void ask(UUID runId) {
    jobs.scheduleIfNotExists(JOB.instance(runId.toString()).build(), clock.instant());
  }

  /** Runs that begin with people go to them as soon as they are queued. */
  public void askForQueued(List<UUID> runIds) {
    sql.select(TEST_RUNS.ID)
        .from(TEST_RUNS)
        .where(TEST_RUNS.ID.in(runIds))
        .and(TEST_RUNS.TEST_TYPE.eq(TestType.HUMAN_ONLY.code()))
        .fetch(TEST_RUNS.ID)
        .forEach(this::ask);
  }
}
