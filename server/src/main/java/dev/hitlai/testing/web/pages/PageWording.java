package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.TakenStep;
import dev.hitlai.testing.web.RunStream;
import java.util.Map;

/** News of a run for its page: members fill marked spots, and the end loads the page anew. */
final class PageWording implements RunStream.Wording {
  @Override
  public Object step(TakenStep step) {
    return Map.of("step", step.title());
  }

  @Override
  public Object finding(FoundIssue finding) {
    return Map.of("finding", finding.title());
  }

  @Override
  public Object status(RunOverview run) {
    return Map.of(
        "label", run.progressText() == null ? RunState.of(run).label() : run.progressText(),
        "progress", run.progressPercent(),
        "steps", run.steps(),
        "findings", run.findingCount(),
        "status", RunState.of(run).label());
  }

  @Override
  public String farewell() {
    return "reload";
  }
}
