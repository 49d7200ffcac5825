package dev.hitlai.bench;

import static java.util.Objects.requireNonNull;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.gate.GatedFinding;
import dev.hitlai.aitester.gate.RunEvidence;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.models.benchmark.PlantedSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs on planted sites with all that the browser kept, walked once and read again afterwards. */
final class KeptRuns {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private KeptRuns() {}

  /** One walk. */
  record KeptRun(String name, List<Finding> findings, RunEvidence evidence) {}

  private record All(List<KeptRun> runs) {}

  /** Those of the file that {@code -Dhitlai.bench.kept} names, which is written when missing. */
  static List<KeptRun> all() throws Exception {
    var file = System.getProperty("hitlai.bench.kept");
    if (file != null && Files.exists(Path.of(file))) {
      return read(Path.of(file));
    }
    var runs = walk();
    if (file != null) {
      try (var out = new GZIPOutputStream(Files.newOutputStream(Path.of(file)))) {
        JSON.writeValue(out, new All(runs));
      }
    }
    return runs;
  }

  private static List<KeptRun> read(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return JSON.readValue(in, All.class).runs();
    }
  }

  private static List<KeptRun> walk() throws Exception {
    var runs = new ArrayList<KeptRun>();
    for (var site : QualityBench.SITES) {
      for (boolean clean : List.of(false, true)) {
        try (var pool = BrowserPool.onThisMachine();
            var open = site.open(clean)) {
          var name = site.name() + (clean ? " (clean)" : "");
          runs.add(walk(pool, site, open.url(), name));
          System.out.println(name + ": " + runs.getLast().findings().size() + " findings");
        }
      }
    }
    return runs;
  }

  private static KeptRun walk(BrowserPool pool, PlantedSite site, String url, String name) {
    var kept = new AtomicReference<RunEvidence>();
    var listener =
        new RunListener() {
          @Override
          public void kept(RunEvidence evidence) {
            kept.set(evidence);
          }
        };
    var personas =
        List.of("middle_age_moderate", "mobile_commuter").stream()
            .map(one -> ShippedPersonas.named(one).orElseThrow())
            .toList();
    var plan =
        new TestPlan(
            URI.create(url + "/"),
            site.missions(),
            personas,
            null,
            new Budget(Duration.ofSeconds(60), 12, 25),
            Set.of(),
            null,
            null,
            1);
    var report =
        new AiTester(pool, new OfflineMindFactory(), Clock.systemUTC())
            .run(plan, listener, (file, type, content) -> file);
    var findings = report.gated().stream().map(GatedFinding::finding).toList();
    return new KeptRun(name, findings, requireNonNull(kept.get()));
  }
}
