package dev.hitlai.testing.internal.people;

import dev.hitlai.aitester.report.Brand;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.DisputeReader.Voice;
import dev.hitlai.testing.internal.runs.RunReports;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The report of a run with the people's part in it, as it stands when it is read. */
@Component
@Transactional(readOnly = true)
public class PeopleReport {
  private static final int ALL = 1000;

  private final RunReports reports;
  private final RunFacts runs;
  private final HumanResults people;
  private final Findings findings;
  private final HumanReport alone;

  PeopleReport(
      RunReports reports,
      RunFacts runs,
      HumanResults people,
      Findings findings,
      HumanReport alone) {
    this.reports = reports;
    this.runs = runs;
    this.people = people;
    this.findings = findings;
    this.alone = alone;
  }

  /** Empty when there is no such run for the caller, or no result yet. */
  public Optional<RunDocument> find(UUID runId) {
    return reports
        .find(runId)
        .map(
            document ->
                runs.find(runId).filter(run -> run.type() == TestType.HYBRID).isPresent()
                    ? document.withPeople(read(runId))
                    : document)
        .or(() -> alone.find(runId, all(runId)).map(document -> document.withPeople(read(runId))));
  }

  /** Whose report it is; null for ours, and for a run that the caller doesn't see. */
  public @Nullable Brand brand(UUID runId) {
    return reports.brand(runId);
  }

  private List<FoundIssue> all(UUID runId) {
    return findings.list(FindingFilter.ofRun(runId), "severity", ALL, 0);
  }

  private RunDocument.People read(UUID runId) {
    var voices = people.voices(runId);
    var testers =
        people.submissions(runId).stream()
            .map(
                one ->
                    new RunDocument.Person(
                        one.number(),
                        one.outcome(),
                        one.sentiment(),
                        one.positives(),
                        one.recommendations(),
                        one.notes()))
            .toList();
    var judged =
        all(runId).stream()
            .map(
                issue ->
                    new RunDocument.Judged(
                        issue.title(),
                        issue.description(),
                        issue.severity(),
                        issue.category(),
                        issue.url(),
                        issue.source(),
                        issue.verdict(),
                        voices.getOrDefault(issue.id(), List.of()).stream()
                            .map(Voice::words)
                            .toList()))
            .toList();
    return new RunDocument.People(testers, judged);
  }
}
