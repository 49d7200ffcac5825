package dev.hitlai.testing.internal.runs;

/**
 * Why a step was taken and what came of it; kept in {@code mission_steps.trace}.
 *
 * @param subGoal the part of the mission it served
 * @param scent 0 to 1, how promising the chosen option looked
 * @param predictedSeconds what a person like this would need
 * @param outcome navigated, changed, nothing or error
 */
public record StepTrace(
    String subGoal, double scent, double predictedSeconds, String outcome, String outcomeDetail) {}
