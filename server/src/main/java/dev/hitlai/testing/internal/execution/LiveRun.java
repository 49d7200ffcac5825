package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.PageRecorder;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.testing.internal.runs.TestRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes an attempt down while it goes on, so that it can be watched from any server. An attempt
 * that was given up (hung, or taken over by another server) can't write any more.
 */
final class LiveRun implements RunListener, EvidenceStore {
  private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);
  private static final Duration CANCEL_CHECK_EVERY = Duration.ofSeconds(1);

  private final TestRun run;
  private final LiveRows rows;
  private final BooleanSupplier stopping;
  private final Clock clock;
  private final List<AgentWork> work = new CopyOnWriteArrayList<>();
  private int steps;
  private Instant nextProgress = Instant.MIN;
  private Instant nextCancelCheck = Instant.MIN;
  private boolean stopped;
  private volatile boolean givenUp;
  private final @Nullable PageRecorder recorder;

  /**
   * @param stopping whether this server is going down
   * @param recorder records the pages; null: nothing does
   */
  LiveRun(
      TestRun run,
      LiveRows rows,
      BooleanSupplier stopping,
      Clock clock,
      @Nullable PageRecorder recorder) {
    this.recorder = recorder;
    this.run = run;
    this.rows = rows;
    this.stopping = stopping;
    this.clock = clock;
  }

  /** From now on the attempt writes nothing and is told to stop. */
  void giveUp() {
    givenUp = true;
  }

  @Override
  public void progress(String what, double fraction) {
    Instant now = clock.instant();
    if (givenUp || now.isBefore(nextProgress)) {
      return;
    }
    nextProgress = now.plus(PROGRESS_EVERY);
    stopped |= !rows.progress(run, what, (int) Math.round(100 * Math.clamp(fraction, 0, 1)));
  }

  @Override
  public void step(StepRecord step) {
    if (!givenUp) {
      stopped |= !rows.step(run, steps++, step);
    }
  }

  @Override
  public void finding(Finding finding) {
    if (!givenUp) {
      stopped |= !rows.finding(run, finding);
    }
  }

  @Override
  public void agentWork(AgentWork done) {
    work.add(done);
  }

  /** What the agents did so far; of an attempt that fails there is no report to tell it. */
  List<AgentWork> work() {
    return List.copyOf(work);
  }

  @Override
  public @Nullable PageRecorder recorder() {
    return recorder;
  }

  @Override
  public boolean cancelled() {
    Instant now = clock.instant();
    if (!stopped && !now.isBefore(nextCancelCheck)) {
      nextCancelCheck = now.plus(CANCEL_CHECK_EVERY);
      stopped = stopping.getAsBoolean() || rows.stopAsked(run);
    }
    return stopped || givenUp;
  }

  @Override
  public String save(String name, String mediaType, byte[] content) {
    return rows.evidence(run, name, mediaType, content);
  }
}
