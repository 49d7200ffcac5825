package dev.hitlai.bench;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Ten personas of ten steps in the flawed shop, full audits included: each of five twice. */
final class ManyPersonas {
  private static final int STEPS = 10;

  /** Needs more than ten steps of everybody, so that nobody is done early. */
  private static final String MISSION = "Buy an enamel mug and a ridge tent";

  private ManyPersonas() {}

  /**
   * @param steps taken by all of them together
   */
  record Crowd(int personas, int steps, double seconds) {}

  static Crowd run(BrowserPool pool, String shop) throws InterruptedException {
    var tester = new AiTester(pool, new OfflineMindFactory(), Clock.systemUTC());
    var runs = new ArrayList<Callable<TestReport>>();
    for (long seed = 1; seed <= 2; seed++) {
      var plan = plan(shop, seed);
      runs.add(() -> tester.run(plan, new RunListener() {}, (name, type, content) -> name));
    }
    long start = System.nanoTime();
    var missions = new ArrayList<TestReport.MissionResult>();
    try (var threads = Executors.newFixedThreadPool(runs.size())) {
      for (var report : threads.invokeAll(runs)) {
        missions.addAll(report.get().results());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run in " + shop + " failed", e.getCause());
    }
    int steps = missions.stream().mapToInt(mission -> mission.steps().size()).sum();
    return new Crowd(missions.size(), steps, (System.nanoTime() - start) / 1e9);
  }

  private static TestPlan plan(String shop, long seed) {
    return new TestPlan(
        URI.create(shop + "/"),
        List.of(MISSION),
        ShippedPersonas.all(),
        null,
        new Budget(Duration.ofMinutes(5), 12, STEPS),
        Set.of(),
        null,
        null,
        seed);
  }
}
