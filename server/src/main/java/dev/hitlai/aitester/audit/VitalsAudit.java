package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.aitester.page.PageView.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Web vitals with the thresholds of web.dev, and what the page weighs. */
final class VitalsAudit extends PageAudit {
  private static final long HEAVY_BYTES = 3_000_000;
  private static final long HEAVY_SCRIPT_BYTES = 700_000;

  private static final double SLOW_ANSWER_MILLIS = 800;

  private final LinkCheck check;

  VitalsAudit(LinkCheck check) {
    super(
        "vitals",
        Agent.PERFORMANCE_AUDITOR,
        List.of(
            on(
                "lcp",
                rule("lcp"),
                "The main content appears late",
                "Good is up to 2,500 ms; people on slow networks look at an empty page and leave.",
                "Send the main picture and style first (preload, smaller file), scripts deferred."),
            on(
                "cls",
                rule("cls"),
                "The page jumps while it loads",
                "Good is up to 0.1; people lose their line or press the wrong thing.",
                "Reserve the place of pictures, ads and banners by width and height."),
            on(
                "ttfb",
                rule("ttfb"),
                "The server answers late",
                "Good is up to 800 ms; everything else waits for it.",
                "Cache the page, or do the slow work after answering."),
            on(
                "weight",
                rule("weight"),
                "The page weighs {megabytes} MB",
                "On slow 4G it takes many seconds and eats data volume.",
                "Compress and resize pictures, load what is below the fold later (loading=lazy)."),
            on(
                "scripts",
                rule("scripts"),
                "{kilobytes} kB of scripts",
                "On a mid-range phone they block the page for seconds.",
                "Split them by page and drop what isn't used.")));
    this.check = check;
  }

  private static Rule rule(String name) {
    return Rule.of("vitals/" + name, Category.PERFORMANCE, Impact.MINOR, 0.85);
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var hits = new ArrayList<Hit>();
    var vitals = subject.view().vitals();
    add(hits, "lcp", vitals.getOrDefault("lcp", 0.0), 2_500, 4_000);
    add(hits, "cls", vitals.getOrDefault("cls", 0.0), 0.1, 0.25);
    double answer = vitals.getOrDefault("ttfb", 0.0);
    if (answer > SLOW_ANSWER_MILLIS && isSlowAgain(subject.view().url())) {
      add(hits, "ttfb", answer, SLOW_ANSWER_MILLIS, 1_800);
    }
    long bytes = subject.view().requests().stream().mapToLong(Request::bytes).sum();
    if (bytes > HEAVY_BYTES) {
      hits.add(hit("weight", "", "", Map.of("megabytes", bytes / 1e6, "poor", bytes > 6e6)));
    }
    long scripts =
        subject.view().requests().stream()
            .filter(request -> request.type().equals("script"))
            .mapToLong(Request::bytes)
            .sum();
    if (scripts > HEAVY_SCRIPT_BYTES) {
      hits.add(hit("scripts", "", "", Map.of("kilobytes", scripts / 1000, "poor", false)));
    }
    return hits;
  }

  /** Once may be a busy machine's fault, or the first visit's. */
  private boolean isSlowAgain(String url) {
    return !check.stillSlower((long) SLOW_ANSWER_MILLIS, List.of(url)).isEmpty();
  }

  private static void add(List<Hit> hits, String name, double value, double good, double poor) {
    if (value > good) {
      boolean time = value >= 10;
      double shown = time ? Math.round(value) : Math.round(value * 100) / 100.0;
      hits.add(
          hit(
              name,
              "",
              "",
              Map.of(time ? "millis" : "shift", shown, "good", good, "poor", value > poor)));
    }
  }

  @Override
  Draft describe(Hit hit, AuditSubject subject) {
    boolean poor = Boolean.TRUE.equals(hit.measured().get("poor"));
    return super.describe(hit, subject).weight(Weight.of(poor ? Impact.MAJOR : Impact.MINOR));
  }
}
