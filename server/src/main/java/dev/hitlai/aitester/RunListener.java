package dev.hitlai.aitester;

import dev.hitlai.aitester.gate.RunEvidence;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens during a run, in order, on the run's thread. {@link #cancelled()} is asked
 * between steps and audits.
 */
public interface RunListener {

  /**
   * @param what the step's name as a short phrase
   * @param fraction 0 to 1 of the whole run
   */
  default void progress(String what, double fraction) {}

  default void step(StepRecord step) {}

  /** A finding as first seen; merging and final confidence come with the report. */
  default void finding(Finding finding) {}

  default void agentWork(AgentWork work) {}

  /** What the browser kept of the run, before the findings are judged by it. */
  default void kept(RunEvidence evidence) {}

  default boolean cancelled() {
    return false;
  }

  /** Records the run's pages; null: nothing does. */
  default @Nullable PageRecorder recorder() {
    return null;
  }
}
