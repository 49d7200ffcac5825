package dev.hitlai.models.internal.call;

import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import dev.hitlai.platform.AiPermit;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks models by way of a directory, a ledger and breakers. */
public final class ModelCalls implements ModelClient {
  /** How often a wait looks whether AI was stopped. */
  private static final Duration SLICE = Duration.ofMillis(250);

  final Ledger ledger;
  final Breakers breakers;
  final InFlight inFlight = new InFlight();
  private final Directory directory;
  private final AiPermit permit;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  public ModelCalls(
      Directory directory,
      Ledger ledger,
      Breakers breakers,
      AiPermit permit,
      Sleeper sleeper,
      RandomGenerator random) {
    this.directory = directory;
    this.ledger = ledger;
    this.breakers = breakers;
    this.permit = permit;
    this.sleeper = sleeper;
    this.random = random;
  }

  /** Ends every call that is on its way; for {@link AiPermit#onStop}. */
  public void stopAll() {
    inFlight.stopAll();
  }

  @Override
  public ModelAnswer ask(ModelRequest request) {
    return made(request, () -> directory.route(request), null);
  }

  @Override
  public ModelAnswer ask(ModelRequest request, String modelVersionKey) {
    return made(request, () -> List.of(named(modelVersionKey)), null);
  }

  @Override
  public ModelAnswer stream(ModelRequest request, String modelVersionKey, Consumer<String> piece) {
    return made(request, () -> List.of(named(modelVersionKey)), piece);
  }

  private Target named(String version) {
    return directory
        .named(version)
        .orElseThrow(
            () ->
                new ModelUnavailable(
                    Why.NO_MODEL, "%s is not set up on this server.".formatted(version)));
  }

  private ModelAnswer made(
      ModelRequest request,
      java.util.function.Supplier<List<Target>> targets,
      @Nullable Consumer<String> piece) {
    requirePermit();
    var chosen = targets.get();
    var before = ledger.begin(request);
    if (before.isPresent()) {
      return before.get();
    }
    ModelAnswer answer = null;
    try {
      answer = new Exchange(this, request, piece).with(chosen);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelUnavailable(Why.STOPPED, "Whoever asked doesn't wait any more.");
    } finally {
      var end = answer;
      calmly(() -> ledger.end(request, end));
    }
  }

  void requirePermit() {
    String reason = permit.stopped();
    if (reason != null) {
      throw new ModelUnavailable(Why.STOPPED, reason);
    }
  }

  double chance() {
    return random.nextDouble();
  }

  void pause(Duration time) throws InterruptedException {
    for (var left = time; left.isPositive(); left = left.minus(SLICE)) {
      requirePermit();
      sleeper.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
    }
  }

  /** Books are kept also by a thread that is told to end: what was paid for was paid for. */
  void calmly(Runnable bookkeeping) {
    boolean interrupted = Thread.interrupted();
    try {
      bookkeeping.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
