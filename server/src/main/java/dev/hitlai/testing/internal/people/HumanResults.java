package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.FINDING_VERDICTS;
import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.people.DisputeReader.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people did on a run, as its company sees it; testers are numbered, not named. */
@Component
public class HumanResults {
  private final DSLContext sql;
  private final Assignments assignments;
  private final RunCompletion completion;
  private final RunFacts runs;
  private final Verdicts verdicts;

  HumanResults(
      DSLContext sql,
      Assignments assignments,
      RunCompletion completion,
      RunFacts runs,
      Verdicts verdicts) {
    this.sql = sql;
    this.assignments = assignments;
    this.completion = completion;
    this.runs = runs;
    this.verdicts = verdicts;
  }

  /**
   * Where the people's part of a run stands.
   *
   * @param required people who have to hand in
   * @param atWork people who took the test and have not handed in yet
   * @param offered people who were asked and have not answered yet
   * @param undecided findings that wait for a person's verdict
   * @param mayGoWithout whether the company may end the waiting for people that nobody took on
   */
  public record Standing(
      int required,
      int submitted,
      int atWork,
      int offered,
      int reassigned,
      int undecided,
      boolean mayGoWithout) {}

  /**
   * What one person handed in.
   *
   * @param number from 1, in the order of handing in
   * @param sentiment 0 to 1
   * @param time from the start to handing in; null when it was not started separately
   */
  public record Submission(
      UUID assignmentId,
      int number,
      String outcome,
      double sentiment,
      @Nullable Duration time,
      String recommendations,
      String positives,
      String notes,
      List<Submissions.HandedIn> findings) {}

  @Transactional(readOnly = true)
  public Standing standing(UUID runId) {
    var all = assignments.ofRun(runId).stream().filter(one -> !one.review()).toList();
    int submitted = count(all, AssignmentStatus.SUBMITTED);
    int atWork = count(all, AssignmentStatus.ACCEPTED) + count(all, AssignmentStatus.IN_PROGRESS);
    int required = completion.required(runId);
    boolean paused =
        sql.fetchExists(
            TEST_RUNS,
            TEST_RUNS.ID.eq(runId),
            TEST_RUNS.TEST_TYPE.eq(TestType.HYBRID.code()),
            TEST_RUNS.STATUS.eq(RunStatus.HITL_PAUSED.code()));
    return new Standing(
        required,
        submitted,
        atWork,
        count(all, AssignmentStatus.OFFERED),
        count(all, AssignmentStatus.ABANDONED),
        completion.undecided(runId),
        paused && required > submitted + atWork);
  }

  private static int count(List<Assignment> all, AssignmentStatus status) {
    return (int) all.stream().filter(one -> one.status() == status).count();
  }

  /** In the order of handing in. */
  @Transactional(readOnly = true)
  public List<Submission> submissions(UUID runId) {
    var rows =
        sql.selectFrom(HUMAN_TEST_ASSIGNMENTS)
            .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(runId))
            .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
            .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
            .orderBy(HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT, HUMAN_TEST_ASSIGNMENTS.ID)
            .fetch();
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              var row = rows.get(i);
              var kept = kept(row.getSubmission());
              return new Submission(
                  row.getId(),
                  i + 1,
                  row.getOutcome() == null ? "failed" : row.getOutcome(),
                  row.getSentimentScore() == null ? 0 : row.getSentimentScore().doubleValue(),
                  row.getStartedAt() == null || row.getSubmittedAt() == null
                      ? null
                      : Duration.between(row.getStartedAt(), row.getSubmittedAt()),
                  kept.recommendations(),
                  kept.positives(),
                  kept.notes(),
                  kept.findings());
            })
        .toList();
  }

  private static Submissions.Kept kept(@Nullable JSONB json) {
    return json == null
        ? new Submissions.Kept("", "", "", List.of())
        : Json.read(json, Submissions.Kept.class);
  }

  /** What testers said of the findings of a run, by finding. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Voice>> voices(UUID runId) {
    return sql.selectFrom(FINDING_VERDICTS)
        .where(FINDING_VERDICTS.TEST_RUN_ID.eq(runId))
        .orderBy(FINDING_VERDICTS.CREATED_AT, FINDING_VERDICTS.ID)
        .fetchGroups(
            FINDING_VERDICTS.ISSUE_ID,
            row ->
                new Voice(
                    row.get(FINDING_VERDICTS.VERDICT),
                    row.get(FINDING_VERDICTS.SEVERITY),
                    row.get(FINDING_VERDICTS.WORDING),
                    row.get(FINDING_VERDICTS.REASONING),
                    row.get(FINDING_VERDICTS.BY_EXPERT)));
  }

  /**
   * Ends the waiting for people whom nobody took on; those at work may finish.
   *
   * @throws ApiProblem when there is nobody to do without
   */
  @Transactional
  public boolean goWithout(UUID runId) {
    sql.select(TEST_RUNS.ID).from(TEST_RUNS).where(TEST_RUNS.ID.eq(runId)).forUpdate().fetch();
    var standing = standing(runId);
    if (!standing.mayGoWithout()) {
      throw ApiProblem.conflict("Nobody is missing whom this test could do without.");
    }
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.REQUIRED_TESTERS, standing.submitted() + standing.atWork())
        .where(TEST_RUNS.ID.eq(runId))
        .execute();
    assignments.ofRun(runId).stream()
        .filter(one -> !one.review() && one.status() == AssignmentStatus.OFFERED)
        .forEach(
            one ->
                assignments.move(
                    one,
                    AssignmentStatus.EXPIRED,
                    Map.of(
                        HUMAN_TEST_ASSIGNMENTS.DECLINE_REASON,
                        "The company goes without more people.")));
    runs.find(runId).ifPresent(verdicts::settle);
    return completion.completeIfReady(runId);
  }
}
