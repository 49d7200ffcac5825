package dev.hitlai.testing.internal.runs;

import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a run since somebody last looked; read from the database, so on any server. */
@Component
public class RunNews {
  private final RunOverviews runs;
  private final Steps steps;
  private final Findings findings;

  RunNews(RunOverviews runs, Steps steps, Findings findings) {
    this.runs = runs;
    this.steps = steps;
    this.findings = findings;
  }

  /**
   * News of a run.
   *
   * @param run where it stands now
   * @param now the place to go on reading from
   * @param statusChanged whether status or progress is another than last time
   */
  public record News(
      RunOverview run,
      List<TakenStep> steps,
      List<FoundIssue> findings,
      boolean statusChanged,
      RunBookmark now) {
    public boolean ended() {
      return run.status().isFinal() || run.status() == RunStatus.HITL_PAUSED;
    }
  }

  /** Empty when there is no such run for the caller. */
  @Transactional(readOnly = true)
  public Optional<News> since(UUID runId, RunBookmark last) {
    return runs.find(runId).map(run -> read(run, last));
  }

  private News read(RunOverview run, RunBookmark last) {
    // A new attempt begins with no steps and no findings, so reading starts over.
    boolean same = last.attempt() == run.attempt();
    var newSteps = steps.from(run.id(), same ? last.steps() : 0);
    var newFindings = findings.seenAfter(run.id(), same ? last.findings() : 0);
    var now =
        new RunBookmark(
            run.attempt(),
            (same ? last.steps() : 0) + newSteps.size(),
            (same ? last.findings() : 0) + newFindings.size(),
            run.status(),
            run.progressPercent());
    boolean changed = now.status() != last.status() || now.percent() != last.percent();
    return new News(run, newSteps, newFindings, changed || !same, now);
  }
}
