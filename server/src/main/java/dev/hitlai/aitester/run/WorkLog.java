package dev.hitlai.aitester.run;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the agents did in one persona's runs, and for how long; used by one thread. */
final class WorkLog {
  private final Clock clock;
  private final Relay relay;
  private final List<AgentWork> entries = new ArrayList<>();

  WorkLog(Clock clock, Relay relay) {
    this.clock = clock;
    this.relay = relay;
  }

  /** Does a piece of work in an agent's name; a failure is logged and passed on. */
  <T> T by(Agent agent, String input, Supplier<T> work, Function<T, String> output) {
    var started = clock.instant();
    long start = System.nanoTime();
    try {
      var result = work.get();
      add(
          new AgentWork(
              agent, started, since(start), true, line(input), line(output.apply(result))));
      return result;
    } catch (RuntimeException e) {
      add(
          new AgentWork(
              agent,
              started,
              since(start),
              false,
              line(input),
              line(String.valueOf(e.getMessage()))));
      throw e;
    }
  }

  void add(AgentWork work) {
    entries.add(work);
    relay.work(work);
  }

  List<AgentWork> entries() {
    return List.copyOf(entries);
  }

  static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private static String line(String text) {
    var first = text.replaceAll("\\s+", " ").strip();
    return first.length() <= 300 ? first : first.substring(0, 299) + "…";
  }
}
