package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.internal.runs.RunReports;
import dev.hitlai.testing.internal.runs.Steps;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything that a test's page shows at one moment. */
@Component
class TestReader {
  private static final int ALL = 1000;

  private final RunOverviews runs;
  private final Steps steps;
  private final Findings findings;
  private final RunReports reports;
  private final ReportLinks links;
  private final AgentExecutions agents;

  TestReader(
      RunOverviews runs,
      Steps steps,
      Findings findings,
      RunReports reports,
      ReportLinks links,
      AgentExecutions agents) {
    this.runs = runs;
    this.steps = steps;
    this.findings = findings;
    this.reports = reports;
    this.links = links;
    this.agents = agents;
  }

  @Transactional(readOnly = true)
  public TestPage read(UUID id) {
    var run = runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test has this address."));
    return TestPage.of(
        run,
        runs.ofRequest(run.requestId()),
        steps.from(id, 0),
        findings.list(FindingFilter.ofRun(id), "severity", ALL, 0),
        reports.find(id).orElse(null),
        links.live(id),
        agents.ofRun(id));
  }
}
