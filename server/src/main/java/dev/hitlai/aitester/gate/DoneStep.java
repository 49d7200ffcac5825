package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * A step of the run's trace, as far as a finding can refer to it.
 *
 * @param landing where it led, null when nobody looked
 * @param detail what came of it and what happened meanwhile, in words
 */
public record DoneStep(
    int index,
    int mission,
    String persona,
    String url,
    @Nullable String target,
    @Nullable String label,
    String kind,
    String outcome,
    String detail,
    @Nullable String landing,
    String subGoal,
    @Nullable String screenshot) {

  public static DoneStep of(StepRecord step) {
    var happened = new StringBuilder(step.outcome().detail());
    step.outcome().incidents().forEach(one -> happened.append(' ').append(one.detail()));
    return new DoneStep(
        step.index(),
        step.mission(),
        step.persona(),
        step.url(),
        step.target(),
        step.targetName(),
        step.action().getClass().getSimpleName(),
        step.outcome().detail(),
        happened.append(' ').append(step.action().describe()).toString(),
        step.landing() == null ? null : step.landing().url(),
        step.subGoal(),
        step.screenshot());
  }
}
