package dev.hitlai.testing.internal.runs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run as pages and the API show it.
 *
 * @param index from 0
 * @param reason why the tester did this, in the persona's terms
 * @param outcome navigated, changed, nothing or error
 * @param sentiment 0 to 1 after the step
 * @param screenshotId the page after the step
 */
public record TakenStep(
    UUID id,
    int index,
    String title,
    @Nullable String reason,
    String status,
    @Nullable String url,
    @Nullable Double sentiment,
    StepTrace trace,
    @Nullable UUID screenshotId,
    @Nullable Long durationMs) {

  public String outcome() {
    return trace.outcome();
  }
}
