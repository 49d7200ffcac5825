package dev.hitlai.bench;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserPool.Browsing;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.models.benchmark.PlantedSite;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Whether personas differ as people do. {@code -Dhitlai.bench.seeds} says how many people of each
 * kind, {@code -Dhitlai.bench.clean} takes the sites without their defects, {@code
 * -Dhitlai.bench.seen} names a folder that keeps what the sites showed for the next time.
 */
final class PersonasBench implements Benchmark {
  /** The adult with low vision and otherwise the same. */
  static final String LOW_VISION = "low_vision";

  private static final int BROWSERS = 2;

  /** Other people go on each mission, so that trials don't hang together. */
  private static final long PEOPLE_APART = 1_000_000;

  private static final int FIRST_PORT = 28471;
  private final int seeds = Integer.getInteger("hitlai.bench.seeds", 50);
  private final boolean clean = Boolean.getBoolean("hitlai.bench.clean");
  private final String seen = System.getProperty("hitlai.bench.seen", "");
  private final String only = System.getProperty("hitlai.bench.personas", "");

  @Override
  public String what() {
    return "how success and time on task differ between personas, over many seeds";
  }

  @Override
  public void run() throws Exception {
    var tried = new ArrayList<PersonaTrial>();
    var sites = new ArrayList<PlantedSite.Running>();
    try (var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), BROWSERS)) {
      var futures = new ArrayList<Future<List<PersonaTrial>>>();
      QualityBench.SITES.forEach(site -> sites.add(site.open(clean, port(site))));
      for (var persona : personas()) {
        for (int i = 0; i < sites.size(); i++) {
          var site = QualityBench.SITES.get(i);
          var url = sites.get(i).url();
          futures.add(pool.submit(browsing -> trials(site, url, persona, browsing)));
        }
      }
      for (var future : futures) {
        tried.addAll(future.get());
      }
    } finally {
      sites.forEach(PlantedSite.Running::close);
    }
    new PersonaFigures(tried).print();
  }

  /** The same at each run: chance hangs on addresses too. */
  private int port(PlantedSite site) {
    return FIRST_PORT + 2 * QualityBench.SITES.indexOf(site) + (clean ? 1 : 0);
  }

  private List<Persona> personas() {
    var names = Arrays.asList(only.split(","));
    return ShippedPersonas.all().stream()
        .filter(persona -> only.isEmpty() || names.contains(persona.name()))
        .toList();
  }

  private List<PersonaTrial> trials(
      PlantedSite site, String url, Persona persona, Browsing browsing) {
    var file = Path.of(seen, site.name() + (clean ? "-clean-" : "-") + persona.name() + ".json.gz");
    var known = !seen.isEmpty() && Files.exists(file) ? SeenSite.read(file) : null;
    var result = new ArrayList<PersonaTrial>();
    try (var walk = new PersonaWalk(browsing, settings(url, persona), known)) {
      for (var mission : PersonaMission.ALL) {
        if (mission.site().equals(site.name())) {
          result.addAll(people(mission, persona.name(), persona, walk));
          if (persona.name().equals(PersonaFigures.ADULT)) {
            result.addAll(people(mission, LOW_VISION, withLowVision(persona), walk));
          }
          if (!seen.isEmpty()) {
            SeenSite.write(walk.start(), file);
          }
        }
      }
      System.out.printf(
          "%s as %s: %d places seen, %d actions in the browser, %d pages different when come to"
              + " again%n",
          site.name(), persona.name(), walk.start().size(), walk.asked(), walk.different());
    }
    return result;
  }

  private List<PersonaTrial> people(
      PersonaMission mission, String kind, Persona persona, PersonaWalk walk) {
    var first = PEOPLE_APART * PersonaMission.ALL.indexOf(mission);
    var trials =
        LongStream.rangeClosed(first + 1, first + seeds)
            .mapToObj(
                seed ->
                    new PersonaTrial(
                        mission, kind, persona, seed, walk.walk(mission, persona, seed)))
            .toList();
    PersonaTrial.print(trials);
    return trials;
  }

  private static Persona withLowVision(Persona persona) {
    return new Persona(
        persona.name(),
        persona.label(),
        persona.age(),
        persona.techLiteracy(),
        Persona.Eyesight.LOW_VISION,
        persona.contrastNeeded(),
        persona.textZoom(),
        persona.navigation(),
        persona.input(),
        persona.targetSize(),
        persona.patience(),
        persona.understandsIcons(),
        persona.opensHiddenMenus(),
        persona.darkMode(),
        persona.reducedMotion(),
        persona.slowNetwork(),
        persona.locale(),
        persona.needs());
  }

  private static SessionSettings settings(String url, Persona persona) {
    var plan =
        new TestPlan(
            URI.create(url + "/"),
            List.of(),
            List.of(persona),
            null,
            new Budget(Duration.ofMinutes(20), 1, PersonaWalk.MOST_STEPS),
            Set.of(),
            null,
            null,
            1);
    return SessionSettings.of(plan, persona);
  }
}
