package dev.hitlai.testing.web.pages;

import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.TakenStep;
import dev.hitlai.web.view.ScoreRing;
import dev.hitlai.web.view.Tab;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run from the request to the result.
 *
 * @param siblings the runs of the same request, one for each persona
 * @param live what is seen of a run at work; also of a draft and a waiting one
 * @param result null until there is one
 * @param printable whether there is a report, also of a run by people alone
 * @param links to the report, for people without an account
 * @param agents who did what in the run
 * @param people what people did; null when none take part
 * @param tester which AI began it, and why; null for tests by people
 */
public record TestPage(
    String id,
    String title,
    String url,
    String mission,
    String persona,
    String type,
    RunState state,
    List<Tab> siblings,
    LiveView live,
    @Nullable Result result,
    boolean printable,
    boolean cancellable,
    boolean startable,
    boolean retryable,
    boolean rateable,
    @Nullable Integer rating,
    List<ReportLinks.Link> links,
    List<AgentRow> agents,
    @Nullable PeoplePart people,
    @Nullable TesterPart tester,
    Instant createdAt) {

  /**
   * What came out.
   *
   * @param parts the score's parts, name and 0 to 100
   * @param timeOnTask what such a person would need, as an interval
   * @param path the pages visited, in order, a return marked
   * @param notTested what was left out and why
   */
  public record Result(
      @Nullable ScoreRing score,
      List<ScoreRing> parts,
      String explanation,
      String timeOnTask,
      String sentiment,
      List<FindingRow> findings,
      List<StepRow> steps,
      List<Visit> path,
      List<RunDocument.Positive> positives,
      List<String> notTested) {}

  /** A page on the way. */
  public record Visit(String path, String url, boolean again) {}

  static TestPage of(
      RunOverview run,
      List<RunOverview> siblings,
      List<TakenStep> steps,
      List<FoundIssue> findings,
      @Nullable RunDocument report,
      List<ReportLinks.Link> links,
      List<AgentExecutions.Share> agents,
      @Nullable PeoplePart people) {
    var stepRows = steps.stream().map(StepRow::of).toList();
    var findingRows = findings.stream().map(FindingRow::of).toList();
    boolean ended = run.status().isFinal();
    return new TestPage(
        run.id().toString(),
        run.title(),
        run.url(),
        run.mission(),
        run.persona().label(),
        run.type().label(),
        RunState.of(run),
        siblings.size() < 2 ? List.of() : siblings.stream().map(one -> tab(one, run)).toList(),
        LiveView.of(run, stepRows, findingRows),
        report == null ? null : ResultReader.read(run, stepRows, findingRows, report),
        report != null
            || (run.type() == TestType.HUMAN_ONLY && run.status() == RunStatus.COMPLETED),
        !ended && !run.cancelRequested(),
        !run.queued() && !ended,
        run.status() == RunStatus.FAILED,
        run.status() == RunStatus.COMPLETED || run.status() == RunStatus.HITL_PAUSED,
        run.rating(),
        links,
        agents.stream().map(AgentRow::of).toList(),
        people,
        TesterPart.of(run),
        run.createdAt());
  }

  private static Tab tab(RunOverview run, RunOverview shown) {
    return new Tab(
        run.persona().label(),
        "/company/tests/" + run.id(),
        run.id().equals(shown.id()),
        run.findingCount());
  }
}
