package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.HumanResults;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.internal.runs.RunReports;
import dev.hitlai.testing.internal.runs.Steps;
import java.util.List;
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
  private final HumanResults people;

  TestReader(
      RunOverviews runs,
      Steps steps,
      Findings findings,
      RunReports reports,
      ReportLinks links,
      AgentExecutions agents,
      HumanResults people) {
    this.runs = runs;
    this.steps = steps;
    this.findings = findings;
    this.reports = reports;
    this.links = links;
    this.agents = agents;
    this.people = people;
  }

  @Transactional(readOnly = true)
  public TestPage read(UUID id) {
    var run = runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test has this address."));
    var found = findings.list(FindingFilter.ofRun(id), "severity", ALL, 0);
    return TestPage.of(
        run,
        runs.ofRequest(run.requestId()),
        steps.from(id, 0),
        found,
        reports.find(id).orElse(null),
        links.live(id),
        agents.ofRun(id),
        run.type() == TestType.AI_ONLY || !run.queued() ? null : people(id, found));
  }

  private PeoplePart people(UUID id, List<FoundIssue> found) {
    return PeoplePart.of(people.standing(id), found, people.voices(id), people.submissions(id));
  }
}
