package dev.hitlai.cli;

import dev.hitlai.aitester.replay.Replay;
import dev.hitlai.aitester.replay.ReplayReport;
import dev.hitlai.aitester.replay.ReplayReport.Verdict;
import dev.hitlai.aitester.report.RunDocument;
import java.io.PrintStream;
import java.nio.file.Path;

/** Shows a replay step by step while it goes on: one line each, and what is different. */
final class ReplayDisplay implements Replay.Listener {
  private final PrintStream out;

  ReplayDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void mission(RunDocument.MissionOutcome mission) {
    var text = mission.mission().isBlank() ? "Look around" : mission.mission();
    out.println();
    out.println(text + ", as " + mission.persona());
  }

  @Override
  public synchronized void step(ReplayReport.Step step) {
    var word =
        switch (step.verdict()) {
          case SAME -> "same";
          case DIVERGED -> "DIVERGED";
          case NOT_REACHED -> "not reached";
        };
    out.printf("  %-11s %2d  %s%n", word, step.index(), step.description());
    if (!step.detail().isEmpty()) {
      out.printf("  %-11s     %s%n", "", step.detail());
    }
  }

  void summary(ReplayReport report, Path file) {
    var steps = report.missions().stream().flatMap(mission -> mission.steps().stream()).toList();
    long same = steps.stream().filter(step -> step.verdict() == Verdict.SAME).count();
    out.println();
    out.printf(
        "%s — %s: %d of %d steps as recorded%n",
        report.url(), report.verdict() == Verdict.SAME ? "same" : "diverged", same, steps.size());
    out.println("  report: " + file.toAbsolutePath());
  }
}
