package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.testing.TestRunPaused;
import dev.hitlai.testing.internal.findings.ReviewState;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the platform when a run needs experts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExpertNotices {
  private final DSLContext sql;
  private final RunFacts runs;
  private final PeopleNotices people;

  ExpertNotices(DSLContext sql, RunFacts runs, PeopleNotices people) {
    this.sql = sql;
    this.runs = runs;
    this.people = people;
  }

  /** People have their turn; those who know most hear of what the AI is least sure of. */
  @EventListener
  public void on(TestRunPaused paused) {
    UUID run = paused.testRunId();
    int forExperts = count(run, ISSUES.REVIEW_STATE.eq(ReviewState.EXPERT_REQUIRED.code()));
    if (forExperts > 0) {
      people.toDecide(
          "expert-findings:" + run,
          "Findings that take an expert",
          "In “%s” the AI is less than 60 %% sure of %d findings."
              .formatted(title(run), forExperts));
    }
  }

  private int count(UUID run, Condition which) {
    return sql.fetchCount(ISSUES, ISSUES.TEST_RUN_ID.eq(run).and(which));
  }

  private String title(UUID run) {
    return runs.find(run).map(RunFacts.Facts::title).orElse("a test");
  }
}
