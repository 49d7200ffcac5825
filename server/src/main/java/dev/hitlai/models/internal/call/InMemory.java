package dev.hitlai.models.internal.call;

import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Directory, books and breakers of a program without a database; one budget for all. */
public final class InMemory implements Directory, Ledger, Breakers {
  private final List<Target> targets;
  private final BigDecimal budget;
  private final Clock clock;

  // INVARIANT: all below is read and written only while holding this object's monitor.
  private final Map<UUID, ModelAnswer> answers = new HashMap<>();
  private final Map<UUID, Integer> tries = new HashMap<>();
  private final Map<String, BigDecimal> reserved = new HashMap<>();
  private final Map<String, Breaker> breakers = new HashMap<>();
  private final List<Attempt> log = new java.util.ArrayList<>();
  private BigDecimal spent = BigDecimal.ZERO;

  /**
   * @param targets in the order in which they are asked
   * @param budget US dollars
   */
  public InMemory(List<Target> targets, BigDecimal budget, Clock clock) {
    this.targets = List.copyOf(targets);
    this.budget = budget;
    this.clock = clock;
  }

  /** All tries up to now. */
  public synchronized List<Attempt> log() {
    return List.copyOf(log);
  }

  public synchronized BigDecimal spent() {
    return spent;
  }

  @Override
  public List<Target> route(ModelRequest request) {
    return targets;
  }

  @Override
  public Optional<Target> named(String version) {
    return targets.stream().filter(one -> one.version().equals(version)).findFirst();
  }

  @Override
  public synchronized Optional<ModelAnswer> begin(ModelRequest request) {
    return Optional.ofNullable(answers.get(request.callId()));
  }

  @Override
  public synchronized int reserve(ModelRequest request, Target target, BigDecimal most) {
    var promised = reserved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (spent.add(promised).add(most).compareTo(budget) > 0) {
      throw new ModelUnavailable(Why.BUDGET, "The budget for models is used up.");
    }
    int number = tries.merge(request.callId(), 1, Integer::sum);
    reserved.put(key(request, number), most);
    return number;
  }

  @Override
  public synchronized void settle(ModelRequest request, Attempt attempt) {
    if (reserved.remove(key(request, attempt.number())) != null) {
      spent = spent.add(attempt.cost());
      log.add(attempt);
    }
  }

  private static String key(ModelRequest request, int attempt) {
    return request.callId() + "/" + attempt;
  }

  @Override
  public synchronized void end(ModelRequest request, @Nullable ModelAnswer answer) {
    if (answer != null) {
      answers.put(request.callId(), answer);
    }
  }

  @Override
  public synchronized boolean admits(Target target) {
    var now = breakers.getOrDefault(target.version(), Breaker.CLOSED);
    if (!now.admits(clock.instant())) {
      return false;
    }
    breakers.put(target.version(), now.tried(clock.instant()));
    return true;
  }

  @Override
  public synchronized void report(Target target, @Nullable String error) {
    var now = breakers.getOrDefault(target.version(), Breaker.CLOSED);
    breakers.put(target.version(), error == null ? now.succeeded() : now.failed(clock.instant()));
  }
}
