package dev.hitlai.bench;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ten personas of ten steps in one run of the flawed shop, full audits included: the five that come
 * with the product, and a second person of each.
 */
final class ManyPersonas {
  private static final int STEPS = 10;

  /** Needs more than ten steps of everybody, so that nobody is done early. */
  private static final String MISSION = "Buy an enamel mug and a ridge tent";

  private ManyPersonas() {}

  /**
   * @param steps taken by all of them together
   */
  record Crowd(int personas, int steps, double seconds) {}

  static Crowd run(BrowserPool pool, String shop) {
    var tester = new AiTester(pool, new OfflineMindFactory(), Clock.systemUTC());
    long start = System.nanoTime();
    var missions =
        tester.run(plan(shop), new RunListener() {}, (name, type, content) -> name).results();
    int steps = missions.stream().mapToInt(mission -> mission.steps().size()).sum();
    return new Crowd(missions.size(), steps, (System.nanoTime() - start) / 1e9);
  }

  private static TestPlan plan(String shop) {
    var shipped = ShippedPersonas.all();
    return new TestPlan(
        URI.create(shop + "/"),
        List.of(MISSION),
        Stream.concat(shipped.stream(), shipped.stream().map(ManyPersonas::another)).toList(),
        null,
        new Budget(Duration.ofMinutes(5), 12, STEPS),
        Set.of(),
        null,
        null,
        1);
  }

  /** The draws hang on the name, so this one overlooks and prefers other things. */
  private static Persona another(Persona like) {
    return new Persona(
        like.name() + "_2",
        like.label() + ", second",
        like.age(),
        like.techLiteracy(),
        like.eyesight(),
        like.contrastNeeded(),
        like.textZoom(),
        like.navigation(),
        like.input(),
        like.targetSize(),
        like.patience(),
        like.understandsIcons(),
        like.opensHiddenMenus(),
        like.darkMode(),
        like.reducedMotion(),
        like.slowNetwork(),
        like.locale(),
        like.needs());
  }
}
