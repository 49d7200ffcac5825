package dev.hitlai.bench;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.finding.FindingMerger;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.demosite.Defect;
import dev.hitlai.models.benchmark.Examination;
import dev.hitlai.models.benchmark.Judgement;
import dev.hitlai.models.benchmark.Matching;
import dev.hitlai.models.benchmark.PlantedSite;
import dev.hitlai.models.benchmark.ShopTour;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How good the AI tester is: what it finds of the defects planted in a site, and what it makes up
 * on the clean twin. How it counts is written down in {@code docs/benchmarks.md}.
 */
final class QualityBench implements Benchmark {
  static final List<PlantedSite> SITES = List.of(new ShopTour(), new StaysTour());

  @Override
  public String what() {
    return "recall and precision of the AI tester on planted sites and their clean twins";
  }

  @Override
  public void run() throws Exception {
    var metrics = new TreeMap<String, Object>();
    var judgements = new ArrayList<Judgement>();
    for (var site : sites()) {
      try (var pool = BrowserPool.onThisMachine();
          var flawed = site.open(false);
          var clean = site.open(true)) {
        System.out.println("\n## " + site.name());
        var judgement = judged(pool, site, flawed.url());
        var made = found(pool, site, clean.url());
        report(judgement, made);
        judgements.add(judgement);
        metrics.put(site.name(), metrics(judgement, made));
      }
    }
    ResultLine.print(
        "quality",
        metrics,
        judgements.stream().mapToDouble(Judgement::recall).min().orElse(0),
        judgements.stream().mapToLong(judgement -> judgement.defects().size()).sum());
  }

  /** All, or those that {@code -Dhitlai.bench.site} names. */
  private static List<PlantedSite> sites() {
    var chosen = List.of(System.getProperty("hitlai.bench.site", "shop,stays").split(","));
    return SITES.stream().filter(site -> chosen.contains(site.name())).toList();
  }

  private static Judgement judged(BrowserPool pool, PlantedSite site, String url)
      throws InterruptedException {
    var findings = found(pool, site, url);
    var matching = new Matching(site.catalogue().defects(), findings);
    for (var name : List.of("middle_age_moderate", "mobile_commuter")) {
      var persona = ShippedPersonas.named(name).orElseThrow();
      for (var stop : site.stops()) {
        Examination.compare(pool, site, url, persona, stop, matching);
      }
    }
    return matching.judgement();
  }

  /** Everything that missions and audits of all pages bring up, as all personas. */
  private static List<Finding> found(BrowserPool pool, PlantedSite site, String url)
      throws InterruptedException {
    var all = new ArrayList<Finding>();
    for (var persona : personas()) {
      all.addAll(audited(pool, site, url, persona));
      System.out.println("audited " + url + " as " + persona.name());
    }
    all.addAll(missions(pool, site, url));
    return FindingMerger.merge(all);
  }

  private static List<Persona> personas() {
    var chosen = System.getProperty("hitlai.bench.personas", "");
    return ShippedPersonas.all().stream()
        .filter(persona -> chosen.isEmpty() || List.of(chosen.split(",")).contains(persona.name()))
        .toList();
  }

  private static List<Finding> audited(
      BrowserPool pool, PlantedSite site, String url, Persona persona) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    for (var stop : site.stops()) {
      findings.addAll(Examination.audit(pool, site, url, persona, stop));
    }
    return findings;
  }

  private static List<Finding> missions(BrowserPool pool, PlantedSite site, String url) {
    int count = Integer.getInteger("hitlai.bench.missions", site.missions().size());
    if (count == 0) {
      return List.of();
    }
    var plan =
        new TestPlan(
            URI.create(url + "/"),
            site.missions().subList(0, Math.min(count, site.missions().size())),
            personas(),
            null,
            new Budget(Duration.ofSeconds(Integer.getInteger("hitlai.bench.budget", 90)), 12, 25),
            Set.of(),
            null,
            null,
            1);
    var report =
        new AiTester(pool, new OfflineMindFactory(), Clock.systemUTC())
            .run(plan, new RunListener() {}, (name, type, content) -> name);
    report
        .results()
        .forEach(
            result ->
                System.out.println(
                    result.persona() + " · " + result.mission() + " · " + result.outcome()));
    return report.findings();
  }

  private static void report(Judgement judgement, List<Finding> made) {
    System.out.println("\n| kind | found | planted | false on the twin |\n|---|---|---|---|");
    judgement
        .byKind()
        .forEach(
            (kind, counts) ->
                System.out.printf(
                    "| %s | %d | %d | %d |%n",
                    kind,
                    counts[0],
                    counts[1],
                    made.stream()
                        .filter(finding -> finding.category().name().equalsIgnoreCase(kind))
                        .count()));
    judgement
        .missed()
        .forEach(
            defect ->
                System.out.println(
                    "missed  "
                        + defect.id()
                        + " · "
                        + defect.rule()
                        + " · "
                        + beside(judgement, defect)));
    judgement.findings().stream()
        .filter(finding -> !judgement.isTrue(finding))
        .forEach(finding -> print("false   ", finding));
    made.forEach(finding -> print("on twin ", finding));
  }

  /** Rules of other families that spoke of the very element; they don't count. */
  private static String beside(Judgement judgement, Defect defect) {
    return String.join(", ", judgement.beside().getOrDefault(defect.id(), Set.of()));
  }

  private static void print(String what, Finding finding) {
    System.out.println(
        Stream.of(
                what,
                finding.severity().name(),
                finding.rule(),
                finding.title(),
                finding.url(),
                String.valueOf(finding.selector()),
                String.join(",", finding.personas()))
            .reduce((a, b) -> a + " · " + b)
            .orElseThrow());
  }

  private static Map<String, Object> metrics(Judgement judgement, List<Finding> made) {
    var metrics = new TreeMap<String, Object>();
    metrics.put("recall", ResultLine.rounded(judgement.recall()));
    metrics.put("precision", ResultLine.rounded(judgement.precision()));
    metrics.put("severityWithinOne", ResultLine.rounded(judgement.severityWithinOne()));
    metrics.put("planted", judgement.defects().size());
    metrics.put("found", judgement.met().size());
    metrics.put("findings", judgement.findings().size());
    metrics.put("falseOnTwin", made.size());
    return metrics;
  }
}
