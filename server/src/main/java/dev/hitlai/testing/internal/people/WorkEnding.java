package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;

import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunFailed;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A run that is at its end needs nobody any more: what is open is taken back, and people told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorkEnding {
  private final Assignments assignments;
  private final RunFacts runs;
  private final PeopleNotices notices;

  WorkEnding(Assignments assignments, RunFacts runs, PeopleNotices notices) {
    this.assignments = assignments;
    this.runs = runs;
    this.notices = notices;
  }

  @EventListener
  public void on(TestRunCompleted completed) {
    takeBack(completed.testRunId());
  }

  @EventListener
  public void on(TestRunFailed failed) {
    takeBack(failed.testRunId());
  }

  private void takeBack(UUID runId) {
    for (Assignment open : assignments.ofRun(runId)) {
      if (open.status().isOpen()) {
        assignments.move(
            open,
            AssignmentStatus.EXPIRED,
            Map.of(HUMAN_TEST_ASSIGNMENTS.DECLINE_REASON, "The run ended without it."));
        runs.find(runId).ifPresent(run -> notices.withdrawn(open, run.title()));
      }
    }
  }
}
