package dev.hitlai.testing.internal.notices;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunFailed;
import dev.hitlai.testing.TestRunPaused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a company what became of its tests, in the transaction in which it did. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RunNotices {
  private static final int NAMED = 5;

  private final DSLContext sql;
  private final Notifications notifications;

  RunNotices(DSLContext sql, Notifications notifications) {
    this.sql = sql;
    this.notifications = notifications;
  }

  @EventListener
  public void on(TestRunCompleted completed) {
    ToldRun run = ToldRun.read(sql, completed.testRunId());
    if (run == null) {
      return;
    }
    tell(
        "test.completed",
        NoticeKind.TESTS,
        completed.companyId(),
        completed.at(),
        run,
        "The test of " + run.site() + " is done",
        List.of(run.title(), result(run)),
        "See the result",
        data(run, "completed"));
    if (!run.critical().isEmpty()) {
      tellCritical(completed, run);
    }
  }

  @EventListener
  public void on(TestRunPaused paused) {
    ToldRun run = ToldRun.read(sql, paused.testRunId());
    if (run != null) {
      tell(
          "test.paused",
          NoticeKind.TESTS,
          paused.companyId(),
          paused.at(),
          run,
          "The test of " + run.site() + " waits for people",
          List.of(
              run.title(),
              "The AI tester is done. People confirm what it found before the result counts."),
          "See what was found",
          data(run, "hitl_paused"));
    }
  }

  @EventListener
  public void on(TestRunFailed failed) {
    ToldRun run = ToldRun.read(sql, failed.testRunId());
    if (run == null) {
      return;
    }
    var data = data(run, "failed");
    data.put("code", failed.code());
    data.put("message", Objects.requireNonNullElse(run.error(), ""));
    boolean cancelled = failed.code().equals("cancelled");
    tell(
        "test.failed",
        NoticeKind.TESTS,
        failed.companyId(),
        failed.at(),
        run,
        "The test of " + run.site() + (cancelled ? " was cancelled" : " failed"),
        run.error() == null ? List.of(run.title()) : List.of(run.title(), run.error()),
        "See the test",
        data);
  }

  private void tellCritical(TestRunCompleted completed, ToldRun run) {
    int count = run.critical().size();
    var paragraphs = new ArrayList<String>();
    run.critical().stream().limit(NAMED).forEach(finding -> paragraphs.add(finding.title()));
    if (count > NAMED) {
      paragraphs.add("And " + (count - NAMED) + " more.");
    }
    var data = data(run, "completed");
    data.put(
        "findings",
        run.critical().stream()
            .map(
                finding ->
                    Map.of("id", finding.id(), "title", finding.title(), "url", finding.url()))
            .toList());
    tell(
        "finding.critical",
        NoticeKind.FINDINGS,
        completed.companyId(),
        completed.at(),
        run,
        (count == 1 ? "A critical finding" : count + " critical findings") + " on " + run.site(),
        paragraphs,
        count == 1 ? "See the finding" : "See the findings",
        data);
  }

  private static String result(ToldRun run) {
    String found =
        run.findings().isEmpty()
            ? "Nothing was found."
            : "Found: "
                + run.findings().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "))
                + ".";
    return run.score() == null
        ? found
        : found + " Score: " + run.score().stripTrailingZeros().toPlainString() + " of 100.";
  }

  private static Map<String, Object> data(ToldRun run, String status) {
    var data = new LinkedHashMap<String, Object>();
    data.put("testRunId", run.id());
    data.put("testRequestId", run.requestId());
    data.put("status", status);
    data.put("title", run.title());
    data.put("url", run.url());
    if (run.score() != null) {
      data.put("score", run.score());
    }
    data.put("findingCount", run.findingCount());
    data.put("findingsBySeverity", run.findings());
    return data;
  }

  private void tell(
      String event,
      NoticeKind kind,
      UUID company,
      Instant at,
      ToldRun run,
      String title,
      List<String> paragraphs,
      String action,
      Map<String, Object> data) {
    String path =
        event.equals("finding.critical") && run.critical().size() == 1
            ? "/company/issues/" + run.critical().getFirst().id()
            : "/company/tests/" + run.id();
    notifications.tell(
        new Notice(
            event,
            event + ":" + run.id() + ":" + at.toEpochMilli(),
            kind,
            new Audience.Company(company),
            title,
            paragraphs,
            new Notice.Action(action, path),
            data));
  }
}
