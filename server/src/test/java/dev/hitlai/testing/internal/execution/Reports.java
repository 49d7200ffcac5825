package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports that a scripted tester hands in. */
public final class Reports {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private Reports() {}

  public static TestReport report(TestPlan plan, MissionOutcome outcome, Finding... findings) {
    var persona = plan.personas().getFirst().name();
    var steps = IntStream.rangeClosed(1, 3).mapToObj(i -> step(plan, i, null)).toList();
    var result =
        new TestReport.MissionResult(
            plan.missions().getFirst(), persona, outcome, "Reached it.", steps, 40, 32, 48, 0.7);
    return new TestReport(
        "run-1",
        plan.url(),
        plan.missions(),
        plan.personas().stream().map(Persona::name).toList(),
        START,
        Duration.ofSeconds(3),
        81.5,
        Map.of("task", 90.0, "findings", 73.0),
        0.7,
        "offline",
        plan.seed(),
        List.of(result),
        List.of(findings),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new AgentWork(Agent.NAVIGATOR, START, Duration.ofSeconds(1), true, "home", "3 steps")),
        null,
        List.of(),
        List.of());
  }

  public static StepRecord step(TestPlan plan, int index, @Nullable String screenshot) {
    return new StepRecord(
        index,
        0,
        plan.personas().getFirst().name(),
        "find returns",
        new Action.Open(plan.url()),
        new Outcome(Outcome.Kind.NAVIGATED, plan.url().toString(), List.of()),
        plan.url().toString(),
        null,
        null,
        "It looks like the way to returns.",
        0.8,
        2.5,
        120,
        0.6,
        screenshot);
  }

  public static Finding finding(TestPlan plan, String fingerprint, double confidence) {
    return finding(plan, fingerprint, confidence, Evidence.NONE);
  }

  /** A page that gives the AI tester orders. */
  public static Finding attack(TestPlan plan, String fingerprint) {
    return finding(plan, fingerprint, 0.9, Evidence.NONE, "hijack/hidden");
  }

  public static Finding finding(
      TestPlan plan, String fingerprint, double confidence, Evidence evidence) {
    return finding(plan, fingerprint, confidence, evidence, "axe/color-contrast");
  }

  private static Finding finding(
      TestPlan plan, String fingerprint, double confidence, Evidence evidence, String rule) {
    var persona = plan.personas().getFirst().name();
    return new Finding(
        "F-001",
        fingerprint,
        rule,
        "The text \"Returns\" is hard to read on its background",
        "People with low contrast sensitivity can't read it.",
        Severity.HIGH,
        Category.ACCESSIBILITY,
        List.of("1.4.3"),
        plan.url().toString(),
        "footer a",
        List.of(new Finding.Occurrence(plan.url().toString(), "footer a", persona)),
        List.of(persona),
        "Use #4c5662 for the text.",
        confidence,
        Finding.Source.AUDIT,
        Finding.Effort.SMALL,
        evidence,
        List.of("axe measured it."));
  }

  public static Evidence evidence(String screenshot) {
    return new Evidence(
        screenshot, new Box(10, 20, 30, 40), "<a>Returns</a>", Map.of("contrast", 2.91));
  }
}
