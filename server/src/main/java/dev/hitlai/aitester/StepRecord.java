package dev.hitlai.aitester;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
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
    @Nullable String screenshot) {}
