package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.RunStatus;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a company thinks of a run. */
@Component
public class RunRating {
  private static final int FEEDBACK_LENGTH = 5000;

  private final DSLContext sql;
  private final Runs runs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RunRating(DSLContext sql, Runs runs, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.runs = runs;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Rates a run that is done; rating again replaces the earlier rating.
   *
   * @param rating 1 to 5 stars
   */
  @Transactional
  public void rate(UUID runId, int rating, String feedback, @Nullable UUID by) {
    if (rating < 1 || rating > 5) {
      throw ApiProblem.invalid("rating", "must be a whole number from 1 to 5");
    }
    if (feedback.length() > FEEDBACK_LENGTH) {
      throw ApiProblem.invalid("feedback", "must have at most 5,000 characters");
    }
    var run = runs.lock(runId).orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
    if (run.status() != RunStatus.COMPLETED && run.status() != RunStatus.HITL_PAUSED) {
      throw ApiProblem.conflict("Only a test that has a result can be rated.");
    }
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.COMPANY_AI_RATING, rating)
        .set(TEST_RUNS.COMPANY_FEEDBACK, feedback.isBlank() ? null : feedback.strip())
        .set(TEST_RUNS.RATED_BY, by)
        .set(TEST_RUNS.RATED_AT, clock.instant())
        .where(TEST_RUNS.ID.eq(runId))
        .execute();
    events.publishEvent(new RunRated(runId, run.companyId(), rating));
  }
}
