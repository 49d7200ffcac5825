package dev.hitlai.testing.internal.people;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.internal.people.RunFacts.Facts;
import dev.hitlai.web.view.Say;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people hear of work on tests, in words. */
@Component
class PeopleNotices {
  private static final Notice.Action DASHBOARD =
      new Notice.Action("Open your dashboard", "/tester/dashboard");

  private final Notifications notifications;
  private final TesterRecords testers;

  PeopleNotices(Notifications notifications, TesterRecords testers) {
    this.notifications = notifications;
    this.testers = testers;
  }

  void offered(UUID assignmentId, Facts run, UUID userId, boolean review, Duration lasts) {
    person(
        "assignment.offered",
        assignmentId.toString(),
        userId,
        review ? "A review is waiting for you" : "A test is waiting for you",
        List.of(
            review
                ? "People don't agree about findings in “%s”. You weren't involved: please decide."
                    .formatted(run.title())
                : "“%s” on %s fits you.".formatted(run.title(), run.url()),
            "The offer stands for %s; then somebody else is asked.".formatted(Say.duration(lasts))),
        Map.of("assignmentId", assignmentId, "testRunId", run.runId()));
  }

  /** The tester is told without blame, the company of the delay. */
  void abandoned(Assignment work, Facts run) {
    userOf(work.testerId())
        .ifPresent(
            user ->
                person(
                    "assignment.reassigned",
                    work.id().toString(),
                    user,
                    "A test was given to somebody else",
                    List.of(
                        ("Nothing happened on “%s” for a day, so somebody else does it now. That"
                                + " has no consequences for you.")
                            .formatted(run.title())),
                    Map.of("assignmentId", work.id(), "testRunId", run.runId())));
    company(
        "test.delayed",
        work.id().toString(),
        run.companyId(),
        "Your test takes longer than planned",
        List.of(
            ("The tester of “%s” did not go on for a day. The test is given to somebody else; you"
                    + " pay nothing more.")
                .formatted(run.title())),
        toRun(run.runId()),
        Map.of("testRunId", run.runId()));
  }

  /** The run came to its end without this work. */
  void withdrawn(Assignment work, String title) {
    userOf(work.testerId())
        .ifPresent(
            user ->
                person(
                    "assignment.withdrawn",
                    work.id().toString(),
                    user,
                    "A test is not needed any more",
                    List.of("“%s” was ended by the company.".formatted(title)),
                    Map.of("assignmentId", work.id(), "testRunId", work.runId())));
  }

  /** To everybody whose work or run a decision is about. */
  void decided(UUID disputeId, @Nullable UUID userId, String title, String what, String path) {
    if (userId != null) {
      notifications.tell(
          new Notice(
              "dispute.resolved",
              "dispute.resolved:" + disputeId,
              NoticeKind.ASSIGNMENTS,
              new Audience.Person(userId),
              title,
              List.of(what),
              new Notice.Action("See the decision", path),
              Map.of("disputeId", disputeId)));
    }
  }

  void decidedForCompany(UUID disputeId, UUID companyId, UUID runId, String title, String what) {
    company(
        "dispute.resolved",
        disputeId.toString(),
        companyId,
        title,
        List.of(what),
        toRun(runId),
        Map.of("disputeId", disputeId, "testRunId", runId));
  }

  /** Administrators hear of what waits for them. */
  void toDecide(String key, String title, String what) {
    notifications.tell(
        new Notice(
            "dispute.opened",
            "dispute.opened:" + key,
            NoticeKind.ASSIGNMENTS,
            new Audience.Administrators(),
            title,
            List.of(what),
            new Notice.Action("Open the disputes", "/admin/disputes"),
            Map.of()));
  }

  Optional<UUID> userOf(UUID testerId) {
    return Optional.ofNullable(testers.all(List.of(testerId)).get(testerId))
        .map(TesterRecords.Tester::userId);
  }

  static Notice.Action toRun(UUID runId) {
    return new Notice.Action("See the test", "/company/tests/" + runId);
  }

  private void person(
      String event,
      String key,
      UUID userId,
      String title,
      List<String> paragraphs,
      Map<String, ?> data) {
    notifications.tell(
        new Notice(
            event,
            // What becomes of the same work is another fact.
            event + ":" + key,
            NoticeKind.ASSIGNMENTS,
            new Audience.Person(userId),
            title,
            paragraphs,
            DASHBOARD,
            data));
  }

  private void company(
      String event,
      String key,
      UUID companyId,
      String title,
      List<String> paragraphs,
      Notice.Action action,
      Map<String, ?> data) {
    notifications.tell(
        new Notice(
            event,
            // What becomes of the same work is another fact.
            event + ":" + key,
            NoticeKind.TESTS,
            new Audience.Company(companyId),
            title,
            paragraphs,
            action,
            data));
  }
}
