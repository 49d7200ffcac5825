package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mission of one persona on one site.
 *
 * @param platform null lets the persona use its usual device
 * @param attempt how often it was begun
 * @param failures how many attempts failed by themselves
 * @param handedBack how many attempts ended because their server was stopped in good order
 * @param timeout wall-clock time after which an attempt counts as hung
 * @param queued whether it was asked to be carried out, as opposed to a draft's run
 */
public record TestRun(
    UUID id,
    UUID companyId,
    UUID requestId,
    URI url,
    String mission,
    Persona persona,
    @Nullable Platform platform,
    TestType type,
    RunStatus status,
    int attempt,
    int failures,
    int handedBack,
    long seed,
    RunConfig config,
    Duration timeout,
    boolean queued,
    boolean cancelRequested) {

  /** The move to a status; refuses one that the run can't make from where it is. */
  public Move to(RunStatus next) {
    return new Move(status, next);
  }

  public TestRun begun() {
    return new TestRun(
        id,
        companyId,
        requestId,
        url,
        mission,
        persona,
        platform,
        type,
        RunStatus.RUNNING,
        attempt + 1,
        failures,
        handedBack,
        seed,
        config,
        timeout,
        queued,
        cancelRequested);
  }

  /** How often a server died under the run. */
  public int interruptions() {
    return attempt - 1 - failures - handedBack;
  }

  public TestPlan plan() {
    return new TestPlan(
        url,
        List.of(mission),
        List.of(persona),
        platform,
        config.budget(),
        config.hosts(),
        null,
        null,
        seed);
  }
}
