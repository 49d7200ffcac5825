package dev.hitlai.testing.web.pages;

import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.ScoreRing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the result part of a test's page from the report. */
final class ResultReader {
  private ResultReader() {}

  static TestPage.Result read(
      RunOverview run, List<StepRow> steps, List<FindingRow> findings, RunDocument report) {
    var mission = report.missions().isEmpty() ? null : report.missions().getFirst();
    return new TestPage.Result(
        run.score() == null ? null : ring(run.score(), "Score"),
        report.run().scoreParts().entrySet().stream()
            .map(part -> ring(part.getValue(), Words.title(part.getKey())))
            .toList(),
        mission == null ? "" : mission.explanation(),
        timeOnTask(mission),
        run.sentiment() == null ? "–" : Say.percent(run.sentiment()),
        findings,
        steps,
        path(steps),
        report.positives(),
        report.notTested());
  }

  private static ScoreRing ring(double score, String label) {
    return new ScoreRing(Math.clamp(Math.round(score), 0, 100), label);
  }

  private static String timeOnTask(RunDocument.@Nullable MissionOutcome mission) {
    if (mission == null || mission.timeOnTaskSeconds() <= 0) {
      return "–";
    }
    return seconds(mission.timeOnTaskLow()) + " to " + seconds(mission.timeOnTaskHigh());
  }

  private static String seconds(double seconds) {
    return Say.duration(Duration.ofSeconds(Math.round(seconds)));
  }

  private static List<TestPage.Visit> path(List<StepRow> steps) {
    var path = new ArrayList<TestPage.Visit>();
    var seen = new HashSet<String>();
    String last = "";
    for (StepRow step : steps) {
      if (!step.url().isEmpty() && !step.url().equals(last)) {
        path.add(new TestPage.Visit(step.path(), step.url(), !seen.add(step.url())));
        last = step.url();
      }
    }
    return path;
  }
}
