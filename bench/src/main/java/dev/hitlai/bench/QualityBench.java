package dev.hitlai.bench;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.audit.AuditSubject;
import dev.hitlai.aitester.audit.Audits;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.finding.FindingMerger;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.demosite.DefectCatalogue;
import dev.hitlai.demosite.DemoShop;
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
 * How good the AI tester is: what it finds of the defects planted in the demo shop, and what it
 * makes up on the clean twin. How it counts is written down in {@code docs/benchmarks.md}.
 */
final class QualityBench implements Benchmark {
  private static final List<String> MISSIONS =
      List.of(
          "Buy an enamel mug and check out",
          "Find out how to return a product",
          "Create an account",
          "Contact customer service with a question");

  @Override
  public String what() {
    return "recall and precision of the AI tester on the demo shop and its clean twin";
  }

  @Override
  public void run() throws Exception {
    try (var pool = BrowserPool.onThisMachine();
        var flawed = DemoShop.start(0, false);
        var clean = DemoShop.start(0, true)) {
      var judgement = judged(pool, flawed.url());
      var made = found(pool, clean.url());
      report(judgement, made);
    }
  }

  private static Judgement judged(BrowserPool pool, String shop) throws InterruptedException {
    var findings = found(pool, shop);
    var matching = new Matching(DefectCatalogue.load().defects(), findings);
    for (var name : List.of("middle_age_moderate", "mobile_commuter")) {
      var persona = ShippedPersonas.named(name).orElseThrow();
      for (var stop : Tour.stops()) {
        ShopBrowsing.visit(
            pool,
            shop,
            persona,
            session -> {
              new Tour(shop, session.page()).visit(stop);
              matching.lookAt(session.page());
              return true;
            });
      }
    }
    return matching.judgement();
  }

  /** Everything that missions and audits of all pages bring up, as all personas. */
  private static List<Finding> found(BrowserPool pool, String shop) throws InterruptedException {
    var all = new ArrayList<Finding>();
    for (var persona : personas()) {
      all.addAll(audited(pool, shop, persona));
      System.out.println("audited " + shop + " as " + persona.name());
    }
    all.addAll(missions(pool, shop));
    return FindingMerger.merge(all);
  }

  private static List<Persona> personas() {
    var chosen = System.getProperty("hitlai.bench.personas", "");
    return ShippedPersonas.all().stream()
        .filter(persona -> chosen.isEmpty() || List.of(chosen.split(",")).contains(persona.name()))
        .toList();
  }

  private static List<Finding> audited(BrowserPool pool, String shop, Persona persona)
      throws InterruptedException {
    var audits = Audits.all();
    var findings = new ArrayList<Finding>();
    for (var stop : Tour.stops()) {
      findings.addAll(
          ShopBrowsing.visit(
              pool,
              shop,
              persona,
              session -> {
                session.open(shop + "/"); // As a visitor: the home page first.
                new Tour(shop, session.page()).visit(stop);
                var subject = new AuditSubject(Perception.of(session), session.page(), persona, "");
                return audits.stream()
                    .flatMap(
                        audit ->
                            session
                                .within(Duration.ofSeconds(20), () -> audit.inspect(subject))
                                .stream())
                    .toList();
              }));
    }
    return findings;
  }

  private static List<Finding> missions(BrowserPool pool, String shop) {
    int count = Integer.getInteger("hitlai.bench.missions", MISSIONS.size());
    if (count == 0) {
      return List.of();
    }
    var plan =
        new TestPlan(
            URI.create(shop + "/"),
            MISSIONS.subList(0, count),
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
        .forEach(defect -> System.out.println("missed  " + defect.id() + " · " + defect.rule()));
    judgement.findings().stream()
        .filter(finding -> !judgement.isTrue(finding))
        .forEach(finding -> print("false   ", finding));
    made.forEach(finding -> print("on twin ", finding));
    ResultLine.print(
        "quality", metrics(judgement, made), judgement.recall(), judgement.defects().size());
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
