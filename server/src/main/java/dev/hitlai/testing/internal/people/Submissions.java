package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.RunFacts.Facts;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a tester's work in: all that follows from it happens in one transaction, or nothing does
 * and the report stays as it was.
 */
@Component
public class Submissions {
  private final TesterWork work;
  private final Assignments assignments;
  private final Drafts drafts;
  private final OwnFindings ownFindings;
  private final Verdicts verdicts;
  private final RunCompletion completion;
  private final TesterRecords testers;
  private final Screenshots screenshots;
  private final TestMoney money;
  private final Clock clock;

  Submissions(
      TesterWork work,
      Assignments assignments,
      Drafts drafts,
      OwnFindings ownFindings,
      Verdicts verdicts,
      RunCompletion completion,
      TesterRecords testers,
      Screenshots screenshots,
      TestMoney money,
      Clock clock) {
    this.work = work;
    this.assignments = assignments;
    this.drafts = drafts;
    this.ownFindings = ownFindings;
    this.verdicts = verdicts;
    this.completion = completion;
    this.testers = testers;
    this.screenshots = screenshots;
    this.money = money;
    this.clock = clock;
  }

  /**
   * A finding as it was handed in.
   *
   * @param issueId the finding that it became
   */
  public record HandedIn(OwnFinding finding, UUID issueId) {}

  /** What is kept of a report beside the findings. */
  public record Kept(
      String recommendations, String positives, String notes, List<HandedIn> findings) {
    public Kept {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Closes the list of own findings; from now on the AI's are shown. What both found is approved in
   * the draft, for the tester to change. Doing it again changes nothing.
   *
   * @throws ApiProblem when a finding of the list lacks something
   */
  public Assignment closeOwn(CurrentUser user, UUID assignmentId, List<OwnFinding> findings) {
    return work.does(
        user,
        assignmentId,
        (mine, run) -> {
          requireAtWork(mine, run);
          if (mine.ownFindingsClosed()) {
            return mine;
          }
          refuse(ReportChecks.own(findings));
          screenshots.requireOwn(mine, findings);
          var draft = drafts.find(mine.id()).map(Drafts.Draft::report).orElse(TesterReport.EMPTY);
          drafts.save(
              mine,
              draft.withFindings(findings).withVerdicts(approvals(mine.runId(), findings)),
              "");
          assignments.set(
              mine.id(), Map.of(HUMAN_TEST_ASSIGNMENTS.OWN_FINDINGS_AT, clock.instant()));
          return assignments.find(mine.id()).orElseThrow();
        });
  }

  private List<AiVerdict> approvals(UUID runId, List<OwnFinding> findings) {
    return ownFindings.alsoFoundByAi(runId, findings).values().stream()
        .map(
            issue ->
                new AiVerdict(issue.id(), "approve", "", "", "I found it myself, before I saw it."))
        .toList();
  }

  /**
   * Hands a report in. Handing in again answers the same and changes nothing.
   *
   * @param report own findings may be left out when their list was closed
   * @throws ApiProblem with a sentence for each field that lacks something; then nothing is changed
   */
  public Assignment submit(CurrentUser user, UUID assignmentId, TesterReport report) {
    return work.does(
        user,
        assignmentId,
        (mine, run) ->
            mine.status() == AssignmentStatus.SUBMITTED ? mine : take(user, mine, run, report));
  }

  private Assignment take(CurrentUser user, Assignment mine, Facts run, TesterReport given) {
    var now = mine;
    if (mine.status() == AssignmentStatus.ACCEPTED) {
      work.begin(mine, run);
      now = assignments.find(mine.id()).orElseThrow();
    }
    requireAtWork(now, run);
    var report = given.withFindings(findings(now, run, given));
    var ofAi = verdicts.ofAi(run.runId());
    refuse(
        ReportChecks.check(
            report, ofAi.stream().map(FoundIssue::id).toList(), Verdicts.needed(ofAi)));
    screenshots.requireOwn(now, report.findings());
    handIn(user, now, run, report, ofAi);
    return assignments.find(mine.id()).orElseThrow();
  }

  /** Those of a closed list count as they were closed. */
  private List<OwnFinding> findings(Assignment mine, Facts run, TesterReport given) {
    if (run.type() != TestType.HYBRID) {
      return given.findings();
    }
    if (!mine.ownFindingsClosed()) {
      throw ApiProblem.conflict(
          "Close the list of your own findings first; then the AI's findings are shown to you.");
    }
    var closed = drafts.find(mine.id()).map(draft -> draft.report().findings()).orElse(List.of());
    if (!given.findings().isEmpty() && !given.findings().equals(closed)) {
      throw ApiProblem.conflict("The list of your own findings is closed; leave issues out.");
    }
    return closed;
  }

  private void handIn(
      CurrentUser user, Assignment mine, Facts run, TesterReport report, List<FoundIssue> ofAi) {
    var tester = Objects.requireNonNull(testers.all(List.of(mine.testerId())).get(mine.testerId()));
    boolean hybrid = run.type() == TestType.HYBRID;
    var became = ownFindings.merge(mine, user.userId(), hybrid, report.findings());
    var byId = new LinkedHashMap<UUID, FoundIssue>();
    ofAi.forEach(issue -> byId.put(issue.id(), issue));
    report.verdicts().stream()
        .filter(AiVerdict::said)
        .forEach(
            said ->
                verdicts.record(
                    mine, tester, Objects.requireNonNull(byId.get(said.issueId())), said));
    assignments.move(
        mine,
        AssignmentStatus.SUBMITTED,
        Map.of(
            HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT,
            clock.instant(),
            HUMAN_TEST_ASSIGNMENTS.OUTCOME,
            Objects.requireNonNull(report.outcome()),
            HUMAN_TEST_ASSIGNMENTS.SENTIMENT_SCORE,
            BigDecimal.valueOf(Objects.requireNonNull(report.sentiment())),
            HUMAN_TEST_ASSIGNMENTS.SUBMISSION,
            Json.of(kept(report, became))));
    drafts.forget(mine.id());
    testers.accepted(mine.testerId());
    money.accepted(mine);
    verdicts.settle(run);
    if (!completion.completeIfReady(run.runId())) {
      work.askForMore(run.runId());
    }
  }

  private static Kept kept(TesterReport report, List<UUID> became) {
    var handedIn = new ArrayList<HandedIn>();
    for (int i = 0; i < became.size(); i++) {
      handedIn.add(new HandedIn(report.findings().get(i), became.get(i)));
    }
    return new Kept(report.recommendations(), report.positives(), report.notes(), handedIn);
  }

  static void requireAtWork(Assignment mine, Facts run) {
    if (mine.review() || mine.status() != AssignmentStatus.IN_PROGRESS || run.status().isFinal()) {
      throw ApiProblem.conflict(
          "This test is not in your hands: it is "
              + mine.status().code().replace('_', ' ')
              + (run.status().isFinal() ? " and the run has ended." : "."));
    }
  }

  private static void refuse(Map<String, String> problems) {
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
  }
}
