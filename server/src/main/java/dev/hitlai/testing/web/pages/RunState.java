package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.web.view.Tone;

/**
 * Where a run stands, as people read it.
 *
 * @param live whether it changes while one looks
 * @param sentence what that means and what happens next
 */
public record RunState(String label, Tone tone, boolean live, String sentence) {

  static RunState of(RunOverview run) {
    return switch (run.status()) {
      case PENDING -> pending(run);
      case RUNNING ->
          run.type() == TestType.HUMAN_ONLY
              ? new RunState("Running", Tone.ACCENT, false, "People are at work on the site.")
              : run.cancelRequested()
                  ? new RunState("Stopping", Tone.WARNING, true, "The test ends after this step.")
                  : new RunState(
                      "Running", Tone.ACCENT, true, "The AI tester is at work on the site.");
      case HITL_PAUSED ->
          new RunState(
              "Waiting for a tester",
              Tone.WARNING,
              false,
              "The AI's part is done. People carry the mission out now and judge what the AI found;"
                  + " the test is complete when they have handed in and no finding waits for a"
                  + " verdict.");
      case COMPLETED -> completed(run);
      case FAILED -> failed(run);
    };
  }

  private static RunState pending(RunOverview run) {
    if (!run.queued()) {
      return new RunState("Draft", Tone.NEUTRAL, false, "Nobody started this test yet.");
    }
    if (run.type() == TestType.HUMAN_ONLY) {
      return new RunState(
          "Waiting for a tester",
          Tone.NEUTRAL,
          false,
          "People do this test; nobody has begun yet. You can cancel it and get the test back.");
    }
    return new RunState(
        "Waiting", Tone.NEUTRAL, true, "It starts as soon as one of your running tests has ended.");
  }

  private static RunState completed(RunOverview run) {
    String outcome = run.outcome() == null ? "" : run.outcome();
    return switch (outcome) {
      case "done" -> new RunState("Completed", Tone.SUCCESS, false, "The goal was reached.");
      case "gave_up" ->
          new RunState(
              "Completed: gave up", Tone.WARNING, false, "The tester gave up before the goal.");
      default ->
          new RunState(
              "Completed: goal not reached",
              Tone.WARNING,
              false,
              run.type() == TestType.HUMAN_ONLY
                  ? "The people who tested could not reach the goal."
                  : "The persona did not reach the goal in the time and steps of the test.");
    };
  }

  private static RunState failed(RunOverview run) {
    if (RunCancellation.CODE.equals(run.errorCode())) {
      return new RunState("Cancelled", Tone.NEUTRAL, false, RunCancellation.MESSAGE);
    }
    String message = run.errorMessage() == null ? "The test failed." : run.errorMessage();
    String quota = run.queued() ? "" : " It was not counted: you have the test back.";
    return new RunState("Failed", Tone.DANGER, false, message + quota);
  }
}
