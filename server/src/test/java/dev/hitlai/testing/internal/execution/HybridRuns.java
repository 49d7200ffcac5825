package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.requests.AddressPolicy;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.testing.internal.runs.RunBeginning;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Hybrid runs whose AI part is done by a script, driven by hand: they have no place in the queue.
 */
@Component
public class HybridRuns {
  private final TestRequests requests;
  private final RunBeginning beginning;
  private final RunResults results;
  private final LiveRows rows;
  private final AddressPolicy addresses;
  private final Reviews reviews;
  private final Clock clock;

  HybridRuns(
      TestRequests requests,
      RunBeginning beginning,
      RunResults results,
      LiveRows rows,
      AddressPolicy addresses,
      Reviews reviews,
      Clock clock) {
    this.requests = requests;
    this.beginning = beginning;
    this.results = results;
    this.rows = rows;
    this.addresses = addresses;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** A run that waits for people, with what the AI found. */
  public UUID paused(
      TestCompany company,
      int testers,
      TesterRequirements people,
      Function<TestPlan, List<Finding>> findings) {
    UUID run = draft(company, TestType.HYBRID, testers, people);
    TestRunner script =
        (plan, listener, evidence) ->
            Reports.report(plan, MissionOutcome.DONE, findings.apply(plan).toArray(Finding[]::new));
    new RunWorker(
            beginning,
            results,
            rows,
            script,
            new RetryRules(Duration.ofSeconds(1)),
            addresses,
            List.of(),
            reviews,
            clock)
        .work(run, "test", () -> false);
    return run;
  }

  /** A run of any kind that nobody began. */
  public UUID draft(TestCompany company, TestType type, int testers, TesterRequirements people) {
    var asked =
        new NewTestRequest(
            "",
            "http://hybrid.test/",
            "Find out how to return a product",
            type,
            List.of("senior_casual"),
            DeviceChoice.USUAL,
            "",
            "",
            testers,
            people,
            List.of(),
            null);
    return company.does(() -> requests.draft(company.id(), null, asked)).runIds().getFirst();
  }

  public static Finding finding(TestPlan plan, String title, Severity severity, double confidence) {
    var persona = plan.personas().getFirst().name();
    return new Finding(
        "F-001",
        "%016x".formatted(title.hashCode() & 0xffffffffL),
        "scripted",
        title,
        title + ".",
        severity,
        Category.FUNCTIONAL,
        List.of(),
        plan.url().toString(),
        "footer a",
        List.of(new Finding.Occurrence(plan.url().toString(), "footer a", persona)),
        List.of(persona),
        "Repair it.",
        confidence,
        Finding.Source.AUDIT,
        Finding.Effort.SMALL,
        Evidence.NONE,
        List.of("It was measured."));
  }
}
