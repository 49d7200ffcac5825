package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.runs.TakenStep;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A step as pages show it.
 *
 * @param outcome what came of it, in words
 * @param sentiment how the persona felt afterwards
 */
public record StepRow(
    int number,
    String title,
    String reason,
    String url,
    String path,
    String outcome,
    Tone tone,
    String sentiment,
    String predicted,
    @Nullable String screenshot) {

  static StepRow of(TakenStep step) {
    return new StepRow(
        step.index() + 1,
        Words.title(step.title()),
        step.reason() == null ? "" : step.reason(),
        step.url() == null ? "" : step.url(),
        Words.path(step.url()),
        outcome(step.outcome()),
        tone(step.outcome()),
        step.sentiment() == null ? "" : Say.percent(step.sentiment()),
        "about " + Say.decimal(step.trace().predictedSeconds(), 0) + " s",
        step.screenshotId() == null ? null : ArtifactReference.of(step.screenshotId()));
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "navigated" -> "Another page";
      case "changed" -> "The page changed";
      case "nothing" -> "Nothing happened";
      case "error" -> "Error";
      default -> Words.title(outcome);
    };
  }

  private static Tone tone(String outcome) {
    return switch (outcome) {
      case "nothing" -> Tone.WARNING;
      case "error" -> Tone.DANGER;
      default -> Tone.SUCCESS;
    };
  }
}
