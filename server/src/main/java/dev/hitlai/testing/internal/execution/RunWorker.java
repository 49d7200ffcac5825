package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.TestReport;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.RunRecorder;
import dev.hitlai.testing.internal.requests.AddressPolicy;
import dev.hitlai.testing.internal.runs.RunBeginning;
import dev.hitlai.testing.internal.runs.TestRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one attempt at a run and says whether there will be another. */
@Component
class RunWorker {
  /** A run that waits for AI to be let again looks as often as that. */
  private static final Duration WHILE_STOPPED = Duration.ofSeconds(3);

  private static final Logger log = LoggerFactory.getLogger(RunWorker.class);

  private final RunBeginning beginning;
  private final RunResults results;
  private final LiveRows rows;
  private final TestRunner runner;
  private final RetryRules rules;
  private final AddressPolicy addresses;
  private final List<RunRecorder> recorders;
  private final Reviews reviews;
  private final Clock clock;

  RunWorker(
      RunBeginning beginning,
      RunResults results,
      LiveRows rows,
      TestRunner runner,
      RetryRules rules,
      AddressPolicy addresses,
      List<RunRecorder> recorders,
      Reviews reviews,
      Clock clock) {
    this.recorders = recorders;
    this.beginning = beginning;
    this.results = results;
    this.rows = rows;
    this.runner = runner;
    this.rules = rules;
    this.addresses = addresses;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** What becomes of the job. */
  sealed interface Next {
    /** The run is at its end. */
    record Done() implements Next {}

    /** Another attempt follows. */
    record Again(Instant at) implements Next {}
  }

  /**
   * @param stopping whether this server is going down
   */
  Next work(UUID runId, String worker, BooleanSupplier stopping) {
    return Tenancy.as(
        Actor.system("test run"),
        () ->
            reviews.stopped() != null
                ? new Next.Again(clock.instant().plus(WHILE_STOPPED))
                : beginning
                    .begin(runId, worker)
                    .map(run -> attempt(run, stopping))
                    .orElseGet(Next.Done::new));
  }

  private Next attempt(TestRun run, BooleanSupplier stopping) {
    if (!rules.resumes(run.interruptions())) {
      results.refuse(run, Failure.crashed(run.interruptions()), List.of());
      return new Next.Done();
    }
    // Where a name leads may have changed since the request was taken in.
    if (!addresses.allows(run.url())) {
      results.refuse(run, Failure.privateHost(), List.of());
      return new Next.Done();
    }
    var recorder =
        recorders.stream()
            .flatMap(one -> one.recorderOf(run.companyId(), run.id(), run.url()).stream())
            .findFirst();
    var live = new LiveRun(run, rows, stopping, clock, recorder.orElse(null));
    try {
      var report = perform(run, live);
      if (stopping.getAsBoolean()) {
        return handBack(run);
      }
      var aiStopped = reviews.stopped();
      if (aiStopped != null) {
        throw new AttemptFailed(Failure.stopped(aiStopped), null);
      }
      results.accept(run, report);
      return new Next.Done();
    } catch (ServerStopping _) {
      live.giveUp();
      return handBack(run);
    } catch (AttemptFailed failed) {
      live.giveUp();
      var aiStopped = reviews.stopped(); // Then that is why, however it showed.
      var failure = aiStopped == null ? failed.failure() : Failure.stopped(aiStopped);
      return afterFailure(run, failure, live);
    }
  }

  private Next handBack(TestRun run) {
    beginning.handBack(run);
    return new Next.Again(clock.instant());
  }

  private Next afterFailure(TestRun run, Failure failure, LiveRun live) {
    return switch (rules.after(failure, run.failures() + 1)) {
      case RetryRules.Verdict.Again again -> {
        beginning.noteFailure(run, failure.message(), again.timeFactor());
        yield new Next.Again(clock.instant().plus(again.pause()));
      }
      case RetryRules.Verdict.Enough _ -> {
        results.refuse(run, failure, live.work());
        yield new Next.Done();
      }
    };
  }

  /** Runs the tester on a thread of its own, so that a hung one can be left behind. */
  private TestReport perform(TestRun run, LiveRun live) {
    var task = new FutureTask<>(() -> runner.run(run, live, live, reviews.oversight(run)));
    Thread.ofPlatform().name("run-" + run.id()).daemon().start(task);
    long seconds = run.timeout().toSeconds();
    try {
      return task.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new AttemptFailed(Failure.timeout(seconds), e);
    } catch (ExecutionException e) {
      var failure = Failure.of(e.getCause() == null ? e : e.getCause());
      if (failure.kind() == Failure.Kind.UNKNOWN) {
        log.error("Run {} failed for an unknown reason", run.id(), e.getCause());
      }
      throw new AttemptFailed(failure, e);
    } catch (InterruptedException e) {
      task.cancel(true);
      throw new ServerStopping(e);
    }
  }

  /** The job's thread was interrupted: the server is going down and the run starts anew later. */
  private static final class ServerStopping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerStopping(InterruptedException cause) {
      super(cause);
    }
  }

  private static final class AttemptFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    AttemptFailed(Failure failure, @Nullable Throwable cause) {
      super(failure.message(), cause);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }
}
