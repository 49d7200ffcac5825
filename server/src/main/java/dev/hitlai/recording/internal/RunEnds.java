package dev.hitlai.recording.internal;

import dev.hitlai.recording.internal.sessions.SessionLife;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunFailed;
import dev.hitlai.testing.TestRunPaused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A run that is over ends its recordings: nobody need wait for them to go idle. */
@Component
class RunEnds {
  private final SessionLife life;

  RunEnds(SessionLife life) {
    this.life = life;
  }

  @ApplicationModuleListener
  void on(TestRunCompleted completed) {
    life.endOf(completed.testRunId());
  }

  @ApplicationModuleListener
  void on(TestRunFailed failed) {
    life.endOf(failed.testRunId());
  }

  /** The AI's part is done; people's sessions come later. */
  @ApplicationModuleListener
  void on(TestRunPaused paused) {
    life.endOf(paused.testRunId());
  }
}
