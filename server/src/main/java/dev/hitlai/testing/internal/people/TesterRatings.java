package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.avg;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.internal.runs.RunRated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What companies think of the tests that testers handed in; works as the platform. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TesterRatings {
  /** The job after a rating; its instance is the run's id. */
  static final TaskDescriptor<Void> JOB = TaskDescriptor.of("testing-rated");

  private final DSLContext sql;
  private final TesterRecords testers;
  private final SchedulerClient jobs;
  private final Clock clock;

  TesterRatings(DSLContext sql, TesterRecords testers, @Lazy SchedulerClient jobs, Clock clock) {
    this.sql = sql;
    this.testers = testers;
    this.jobs = jobs;
    this.clock = clock;
  }

  @EventListener
  public void on(RunRated rated) {
    jobs.scheduleIfNotExists(JOB.instance(rated.runId().toString()).build(), clock.instant());
  }

  /** Reckons anew for everybody who handed in a test of the run. */
  void refresh(UUID runId) {
    sql.selectDistinct(HUMAN_TEST_ASSIGNMENTS.TESTER_ID)
        .from(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId))
        .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
        .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
        .fetch(HUMAN_TEST_ASSIGNMENTS.TESTER_ID)
        .forEach(this::reckon);
  }

  private void reckon(UUID testerId) {
    BigDecimal mean =
        sql.select(avg(TEST_RUNS.COMPANY_AI_RATING))
            .from(HUMAN_TEST_ASSIGNMENTS)
            .join(TEST_RUNS)
            .on(TEST_RUNS.ID.eq(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID))
            .where(HUMAN_TEST_ASSIGNMENTS.TESTER_ID.eq(testerId))
            .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
            .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
            .and(HUMAN_TEST_ASSIGNMENTS.RATING_COUNTS)
            .fetchSingle()
            .value1();
    testers.rated(testerId, mean == null ? null : mean.setScale(2, RoundingMode.HALF_UP));
  }
}
