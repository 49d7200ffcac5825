package dev.hitlai.bench;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.audit.Audit;
import dev.hitlai.aitester.audit.AuditSubject;
import dev.hitlai.aitester.audit.Audits;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.demosite.DemoShop;
import dev.hitlai.models.benchmark.ShopBrowsing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wall time of the full audit of a page, perception included, against axe alone in the same browser
 * and run. Each round is a run of its own over all pages, so that what is measured once per
 * template (keyboard, reflow, slide shows) is paid as often as in a real run.
 */
final class AuditBench implements Benchmark {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/category/kitchen",
          "/category/garden",
          "/product/enamel-mug",
          "/product/ridge-tent",
          "/search?q=mug",
          "/help",
          "/help/returns",
          "/account/signup",
          "/contact");

  @Override
  public String what() {
    return "wall time per page of the full audit against axe alone; perception; ten personas";
  }

  @Override
  public void run() throws Exception {
    int rounds = Integer.getInteger("hitlai.bench.rounds", 5);
    var axe = new ArrayList<Double>();
    var full = new ArrayList<Double>();
    try (var pool = BrowserPool.onThisMachine();
        var shop = DemoShop.start(0, true)) {
      var persona = ShippedPersonas.named("middle_age_moderate").orElseThrow();
      ShopBrowsing.visit(
          pool,
          shop.url(),
          persona,
          session -> {
            round(session, shop.url(), new ArrayList<>(), new ArrayList<>()); // warms up
            for (int i = 0; i < rounds; i++) {
              round(session, shop.url(), axe, full);
            }
            return true;
          });
    }
    report(axe, full, rounds, besides());
  }

  /** What else the tester promises of its speed. */
  private static Map<String, Object> besides() throws Exception {
    var metrics = new TreeMap<String, Object>();
    try (var pool = BrowserPool.onThisMachine();
        var shop = DemoShop.start(0, false)) {
      var persona = ShippedPersonas.named("middle_age_moderate").orElseThrow();
      var looks = CrowdedPage.looks(pool, persona);
      System.out.printf(
          "perceiving %d controls: median %.0f ms%n", looks.controls(), median(looks.millis()));
      metrics.put("perceptionControls", looks.controls());
      metrics.put("perceptionMedianMillis", ResultLine.rounded(median(looks.millis())));
      var crowd = ManyPersonas.run(pool, shop.url());
      System.out.printf(
          "%d personas, %d steps in all: %.1f s with %d browsers%n",
          crowd.personas(), crowd.steps(), crowd.seconds(), pool.size());
      metrics.put("crowdSteps", crowd.steps());
      metrics.put("crowdSeconds", ResultLine.rounded(crowd.seconds()));
    }
    return metrics;
  }

  private static void round(
      BrowserSession session, String shop, List<Double> axe, List<Double> full) {
    var audits = Audits.all();
    var axeOnly = Audits.all().stream().filter(audit -> audit.id().equals("axe")).toList();
    for (var path : PATHS) {
      session.open(shop + path);
      axe.add(millis(session, axeOnly));
      session.open(shop + path);
      full.add(millis(session, audits));
    }
  }

  private static double millis(BrowserSession session, List<Audit> audits) {
    Page page = session.page();
    var persona = session.settings().persona();
    session.settle(); // Loading is the site's time, not the audit's.
    var view = Perception.of(session);
    long start = System.nanoTime();
    if (audits.size() > 1) {
      view = Perception.of(session);
    }
    var subject = new AuditSubject(view, page, persona, "");
    audits.forEach(audit -> audit.inspect(subject));
    return (System.nanoTime() - start) / 1e6;
  }

  private static void report(
      List<Double> axe, List<Double> full, int rounds, Map<String, Object> besides) {
    double ratio = median(full) / median(axe);
    System.out.printf("axe alone   median %.0f ms, mean %.0f ms%n", median(axe), mean(axe));
    System.out.printf("full audit  median %.0f ms, mean %.0f ms%n", median(full), mean(full));
    var metrics = new TreeMap<>(besides);
    metrics.put("axeMedianMillis", ResultLine.rounded(median(axe)));
    metrics.put("fullMedianMillis", ResultLine.rounded(median(full)));
    metrics.put("axeMeanMillis", ResultLine.rounded(mean(axe)));
    metrics.put("fullMeanMillis", ResultLine.rounded(mean(full)));
    metrics.put("ratioOfMeans", ResultLine.rounded(mean(full) / mean(axe)));
    ResultLine.print("audit", metrics, ratio, (long) rounds * PATHS.size());
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double mean(List<Double> values) {
    return Arrays.stream(values.stream().mapToDouble(Double::doubleValue).toArray())
        .average()
        .orElse(0);
  }
}
