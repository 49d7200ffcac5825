package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunFailed;
import dev.hitlai.testing.TestRunPaused;
import dev.hitlai.testing.internal.findings.ReviewState;
import dev.hitlai.testing.internal.runs.RunCancellation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells companies what becomes of their tests, and the platform when experts are needed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TestNotices {
  private final DSLContext sql;
  private final RunFacts runs;
  private final PeopleNotices people;
  private final Notifications notifications;

  TestNotices(DSLContext sql, RunFacts runs, PeopleNotices people, Notifications notifications) {
    this.sql = sql;
    this.runs = runs;
    this.people = people;
    this.notifications = notifications;
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
    tellOfCritical(run, paused.companyId());
  }

  @EventListener
  public void on(TestRunCompleted completed) {
    UUID run = completed.testRunId();
    int found = count(run, ISSUES.STATUS.ne("closed"));
    company(
        "test.completed",
        run,
        completed.companyId(),
        NoticeKind.TESTS,
        "Test completed: " + title(run),
        found == 1 ? "1 finding." : found + " findings.",
        Map.of("testRunId", run, "findings", found));
    tellOfCritical(run, completed.companyId());
  }

  @EventListener
  public void on(TestRunFailed failed) {
    if (!failed.code().equals(RunCancellation.CODE)) {
      company(
          "test.failed",
          failed.testRunId(),
          failed.companyId(),
          NoticeKind.TESTS,
          "Test failed: " + title(failed.testRunId()),
          "It was not counted: you have the test back.",
          Map.of("testRunId", failed.testRunId(), "code", failed.code()));
    }
  }

  /** Once for a run, whether it is seen when people take over or at the end. */
  private void tellOfCritical(UUID run, UUID companyId) {
    int critical = count(run, ISSUES.SEVERITY.eq("critical").and(ISSUES.STATUS.ne("closed")));
    if (critical > 0) {
      company(
          "finding.critical",
          run,
          companyId,
          NoticeKind.FINDINGS,
          "Critical: " + title(run),
          critical == 1 ? "1 critical finding." : critical + " critical findings.",
          Map.of("testRunId", run, "findings", critical));
    }
  }

  private int count(UUID run, Condition which) {
    return sql.fetchCount(ISSUES, ISSUES.TEST_RUN_ID.eq(run).and(which));
  }

  private String title(UUID run) {
    return runs.find(run).map(RunFacts.Facts::title).orElse("a test");
  }

  private void company(
      String event,
      UUID run,
      UUID companyId,
      NoticeKind kind,
      String title,
      String text,
      Map<String, ?> data) {
    notifications.tell(
        new Notice(
            event,
            run.toString(),
            kind,
            new Audience.Company(companyId),
            title,
            List.of(text),
            PeopleNotices.toRun(run),
            data));
  }
}
