package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.RunOverviews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a tester works on a test: what is asked, what was written so far, what the AI found. */
@Component
public class Workbench {
  private final DSLContext sql;
  private final RunOverviews runs;
  private final Assignments assignments;
  private final Drafts drafts;
  private final Verdicts verdicts;
  private final TesterWork work;
  private final Screenshots screenshots;

  Workbench(
      DSLContext sql,
      RunOverviews runs,
      Assignments assignments,
      Drafts drafts,
      Verdicts verdicts,
      TesterWork work,
      Screenshots screenshots) {
    this.sql = sql;
    this.runs = runs;
    this.assignments = assignments;
    this.drafts = drafts;
    this.verdicts = verdicts;
    this.work = work;
    this.screenshots = screenshots;
  }

  /**
   * What lies on the bench.
   *
   * @param context what the tester should know; empty when the company said nothing
   * @param version of the draft, 0 when nothing was saved
   * @param savedAt null when nothing was saved
   * @param ofAi the AI's findings; empty until the own ones are closed, so that nobody's eye is led
   * @param needed those of them that need a verdict
   */
  public record Bench(
      Assignment assignment,
      RunOverview run,
      String context,
      String successCriteria,
      TesterReport report,
      int version,
      @Nullable Instant savedAt,
      List<FoundIssue> ofAi,
      List<UUID> needed) {
    public boolean hybrid() {
      return run.type() == TestType.HYBRID;
    }
  }

  /** A tester's own test; refuses everybody else's. */
  @Transactional(readOnly = true)
  public Bench read(CurrentUser user, UUID assignmentId) {
    var mine =
        assignments
            .find(assignmentId)
            .filter(one -> one.testerId().equals(user.requireTester()))
            .orElseThrow(() -> ApiProblem.notFound("You have no such test."));
    var run =
        runs.find(mine.runId())
            .orElseThrow(() -> ApiProblem.notFound("This test is not in your hands any more."));
    var request =
        sql.select(TEST_REQUESTS.CONTEXT, TEST_REQUESTS.SUCCESS_CRITERIA, TEST_REQUESTS.FOCUS)
            .from(TEST_REQUESTS)
            .where(TEST_REQUESTS.ID.eq(run.requestId()))
            .fetchSingle();
    var draft = drafts.find(mine.id());
    List<FoundIssue> ofAi =
        mine.ownFindingsClosed() && run.type() == TestType.HYBRID
            ? verdicts.ofAi(run.id())
            : List.of();
    return new Bench(
        mine,
        run,
        context(orEmpty(request.value1()), request.value3()),
        orEmpty(request.value2()),
        draft.map(Drafts.Draft::report).orElse(TesterReport.EMPTY),
        draft.map(Drafts.Draft::version).orElse(0),
        draft.map(Drafts.Draft::savedAt).orElse(null),
        ofAi,
        Verdicts.needed(ofAi));
  }

  /**
   * What the company wants looked at with special care is said with what the tester should know.
   */
  private static String context(String said, String[] focus) {
    return focus.length == 0
        ? said
        : (said + "\nLook with special care at " + String.join(", ", focus) + ".").strip();
  }

  /**
   * Keeps a picture for a report that comes by the API.
   *
   * @return the artifact that a finding of the report may name
   */
  public UUID addScreenshot(CurrentUser user, UUID assignmentId, byte[] content) {
    return work.does(
        user,
        assignmentId,
        (mine, run) -> {
          Submissions.requireAtWork(mine, run);
          return screenshots.keep(mine, content);
        });
  }

  /**
   * What became of saving.
   *
   * @param overwrote whether another tab had saved meanwhile, whose text is replaced now
   * @param keptClosed whether changes of own findings were left out because their list is closed
   */
  public record Saved(int version, boolean overwrote, boolean keptClosed) {}

  /**
   * Keeps a report that is being written. The last one who saves wins.
   *
   * @param basedOn the version that was on the page
   * @param tab the browser's tab that saves
   */
  public Saved save(
      CurrentUser user, UUID assignmentId, TesterReport report, int basedOn, String tab) {
    return work.does(
        user,
        assignmentId,
        (mine, run) -> {
          Submissions.requireAtWork(mine, run);
          var before = drafts.find(mine.id());
          // A save of its own that comes late knows nothing of a picture that was added meanwhile.
          var kept =
              before
                  .filter(one -> one.version() != basedOn)
                  .map(one -> report.withPicturesOf(one.report()))
                  .orElse(report);
          boolean changedClosed = false;
          if (mine.ownFindingsClosed()) {
            var closed = before.map(one -> one.report().findings()).orElse(List.of());
            changedClosed = !report.findings().isEmpty() && !report.findings().equals(closed);
            kept = kept.withFindings(closed);
          }
          int version = drafts.save(mine, kept, tab);
          assignments.touch(mine.id());
          boolean overwrote =
              before
                  .filter(one -> one.version() != basedOn && !one.savedBy().equals(tab))
                  .isPresent();
          return new Saved(version, overwrote, changedClosed);
        });
  }

  /** Adds a picture to a finding of the draft. */
  public void addScreenshot(CurrentUser user, UUID assignmentId, int finding, byte[] content) {
    work.does(
        user,
        assignmentId,
        (mine, run) -> {
          Submissions.requireAtWork(mine, run);
          if (mine.ownFindingsClosed()) {
            throw ApiProblem.conflict("The list of your own findings is closed.");
          }
          var report = drafts.find(mine.id()).map(Drafts.Draft::report).orElse(TesterReport.EMPTY);
          if (finding < 0 || finding >= report.findings().size()) {
            throw ApiProblem.notFound("There is no such finding in your report.");
          }
          UUID picture = screenshots.keep(mine, content);
          var findings = new ArrayList<OwnFinding>(report.findings());
          findings.set(finding, findings.get(finding).withScreenshot(picture));
          drafts.save(mine, report.withFindings(findings), "");
          return picture;
        });
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
