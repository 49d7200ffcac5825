package dev.hitlai.aitester;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.page.PageView;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing the tester did.
 *
 * @param index from 1 within its mission and persona
 * @param mission index into the plan's missions
 * @param persona name
 * @param subGoal which part of the mission it served
 * @param url page before the action
 * @param target selector of the element acted on, if any
 * @param targetName its accessible name or text
 * @param reason why this, in the persona's terms
 * @param scent 0 to 1, the perceived relevance of the chosen option
 * @param predictedSeconds what a person like this would need, from the keystroke-level model
 * @param actualMillis what the browser needed
 * @param sentiment 0 (wants to leave) to 1 (delighted) after the step
 * @param landing where the step led, null where that was not looked at
 */
public record StepRecord(
    int index,
    int mission,
    String persona,
    String subGoal,
    Action action,
    Outcome outcome,
    String url,
    @Nullable String target,
    @Nullable String targetName,
    String reason,
    double scent,
    double predictedSeconds,
    long actualMillis,
    double sentiment,
    @Nullable String screenshot,
    @Nullable Landing landing) {

  /**
   * The page after a step.
   *
   * @param heading the first one, empty without any
   */
  public record Landing(String url, String title, String heading) {

    public static Landing of(PageView page) {
      return new Landing(
          page.url(),
          page.title(),
          page.headings().isEmpty() ? "" : page.headings().getFirst().text());
    }
  }

  /** A step whose landing nobody looked at. */
  public StepRecord(
      int index,
      int mission,
      String persona,
      String subGoal,
      Action action,
      Outcome outcome,
      String url,
      @Nullable String target,
      @Nullable String targetName,
      String reason,
      double scent,
      double predictedSeconds,
      long actualMillis,
      double sentiment,
      @Nullable String screenshot) {
    this(
        index,
        mission,
        persona,
        subGoal,
        action,
        outcome,
        url,
        target,
        targetName,
        reason,
        scent,
        predictedSeconds,
        actualMillis,
        sentiment,
        screenshot,
        null);
  }

  /** The step with the mood that it left behind. */
  public StepRecord felt(double sentiment) {
    return new StepRecord(
        index,
        mission,
        persona,
        subGoal,
        action,
        outcome,
        url,
        target,
        targetName,
        reason,
        scent,
        predictedSeconds,
        actualMillis,
        sentiment,
        screenshot,
        landing);
  }

  /** The step with its words passed through a filter; action and outcome's kind stay. */
  public StepRecord reworded(UnaryOperator<String> words) {
    return new StepRecord(
        index,
        mission,
        persona,
        words.apply(subGoal),
        action,
        new Outcome(outcome.kind(), words.apply(outcome.detail()), outcome.incidents()),
        words.apply(url),
        target,
        targetName == null ? null : words.apply(targetName),
        words.apply(reason),
        scent,
        predictedSeconds,
        actualMillis,
        sentiment,
        screenshot,
        landing == null
            ? null
            : new Landing(
                words.apply(landing.url()),
                words.apply(landing.title()),
                words.apply(landing.heading())));
  }
}
