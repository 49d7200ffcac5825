package dev.hitlai.aitester.report;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report of a run that never happened, with text that would break a careless page. */
final class SampleReport {
  static final String HOSTILE = "<script>alert('x')</script>";

  private SampleReport() {}

  static TestReport withFindings(Finding... findings) {
    return new TestReport(
        "run-1",
        URI.create("http://shop.example:8090/"),
        List.of("Find the returns page"),
        List.of("senior_casual"),
        Instant.parse("2026-11-01T10:00:00Z"),
        Duration.ofSeconds(42),
        71.44,
        Map.of("mission", 100.0, "findings", 43.0),
        0.6789,
        "offline",
        7,
        List.of(
            new TestReport.MissionResult(
                "Find the returns page",
                "senior_casual",
                TestReport.MissionOutcome.DONE,
                "Reached " + HOSTILE,
                List.of(step(1, "http://shop.example/"), step(2, "http://shop.example/help")),
                61.4,
                49.1,
                73.7,
                0.6789)),
        List.of(findings),
        List.of(
            new TestReport.Positive(
                "Clear names.",
                "Every link says where it leads.",
                "http://shop.example/",
                List.of())),
        List.of(
            new TestReport.PageSummary(
                "http://shop.example/", HOSTILE, Map.of("lcp", 812.0), Map.of("links", 12), null)),
        List.of("A canvas can't be read."),
        List.of(
            new AgentWork(
                Agent.NAVIGATOR, Instant.EPOCH, Duration.ofMillis(5), true, "a page", "a choice")),
        null,
        List.of(),
        List.of());
  }

  static Finding finding(String id, String fingerprint, Severity severity) {
    return new Finding(
        id,
        fingerprint,
        "axe/label",
        "Field without a label " + HOSTILE,
        "A screen-reader user hears only \"edit\".",
        severity,
        Category.FORMS,
        List.of("4.1.2"),
        "http://shop.example:8090/contact",
        "#email",
        List.of(
            new Finding.Occurrence("http://shop.example:8090/contact", "#email", "senior_casual"),
            new Finding.Occurrence("http://shop.example:8090/help", "#email", "senior_casual")),
        List.of("senior_casual"),
        "Add <label for=\"email\">E-mail</label>.",
        0.9312,
        Finding.Source.AUDIT,
        Finding.Effort.SMALL,
        new Evidence(
            "evidence/" + id + ".png",
            new Box(1, 2, 3, 4),
            "<input id=\"email\">",
            Map.of("contrast", 2.9)),
        List.of("axe: definite failure"));
  }

  private static StepRecord step(int index, String url) {
    return new StepRecord(
        index,
        0,
        "senior_casual",
        "find returns",
        new Action.Press("Enter"),
        new Outcome(
            Outcome.Kind.NAVIGATED,
            "to the next page",
            List.of(new Outcome.Incident(Outcome.IncidentKind.SLOW_RESPONSE, "took long", 1800))),
        url,
        "#go",
        HOSTILE,
        "It sounds like returns.",
        0.81234,
        3.21,
        120,
        0.55,
        null);
  }
}
