package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.internal.findings.Findings;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Raises disputes: testers and companies about verdicts, testers about ratings of their work. */
@Component
public class Disputes {
  private static final int TEXT = 5000;

  private final DSLContext sql;
  private final Findings findings;
  private final Assignments assignments;
  private final OpenDisputes open;
  private final RunFacts runs;
  private final PeopleNotices notices;
  private final TransactionOperations transactions;

  Disputes(
      DSLContext sql,
      Findings findings,
      Assignments assignments,
      OpenDisputes open,
      RunFacts runs,
      PeopleNotices notices,
      TransactionOperations transactions) {
    this.sql = sql;
    this.findings = findings;
    this.assignments = assignments;
    this.open = open;
    this.runs = runs;
    this.notices = notices;
    this.transactions = transactions;
  }

  /** Disputes a verdict on a finding of a run that the person has to do with. */
  public UUID disputeVerdict(CurrentUser user, UUID issueId, String reason) {
    requireText("reason", reason);
    var seen =
        findings
            .find(issueId)
            .orElseThrow(() -> ApiProblem.notFound("No finding has this address."));
    return asPlatform(
        () -> {
          runs.lock(seen.runId());
          var issue = findings.find(issueId).orElseThrow();
          requirePartIn(user, issue.runId());
          if (issue.verdict() == null) {
            throw ApiProblem.conflict("There is no verdict to dispute yet.");
          }
          refuseSecond(issueId);
          return raise(user, "verdict", issue.runId(), issueId, null, reason);
        });
  }

  /** Disputes the company's rating of a test that the tester handed in. */
  public UUID disputeRating(CurrentUser user, UUID assignmentId, String reason) {
    requireText("reason", reason);
    return asPlatform(
        () -> {
          var mine =
              assignments
                  .find(assignmentId)
                  .filter(one -> one.testerId().equals(user.requireTester()))
                  .filter(one -> one.status() == AssignmentStatus.SUBMITTED && !one.review())
                  .orElseThrow(() -> ApiProblem.notFound("You have no such test."));
          runs.lock(mine.runId());
          var rating =
              sql.select(TEST_RUNS.COMPANY_AI_RATING)
                  .from(TEST_RUNS)
                  .where(TEST_RUNS.ID.eq(mine.runId()))
                  .fetchSingle(TEST_RUNS.COMPANY_AI_RATING);
          if (rating == null) {
            throw ApiProblem.conflict("The company has not rated this test.");
          }
          boolean before =
              sql.fetchExists(
                  DISPUTES, DISPUTES.ASSIGNMENT_ID.eq(assignmentId), DISPUTES.KIND.eq("rating"));
          if (before) {
            throw ApiProblem.conflict("A rating can be disputed once.");
          }
          return raise(user, "rating", mine.runId(), null, assignmentId, reason);
        });
  }

  private UUID raise(
      CurrentUser user,
      String kind,
      UUID runId,
      @Nullable UUID issueId,
      @Nullable UUID assignmentId,
      String reason) {
    var run = runs.find(runId).orElseThrow();
    UUID id =
        sql.insertInto(DISPUTES)
            .set(DISPUTES.KIND, kind)
            .set(DISPUTES.TEST_RUN_ID, runId)
            .set(DISPUTES.COMPANY_ID, run.companyId())
            .set(DISPUTES.ISSUE_ID, issueId)
            .set(DISPUTES.ASSIGNMENT_ID, assignmentId)
            .set(DISPUTES.RAISED_BY, user.userId())
            .set(DISPUTES.RAISED_AS, user.type() == UserType.TESTER ? "tester" : "company")
            .set(DISPUTES.REASON, reason.strip())
            .returning(DISPUTES.ID)
            .fetchSingle(DISPUTES.ID);
    notices.toDecide(
        id.toString(),
        kind.equals("rating") ? "A tester disputes a rating" : "Somebody disputes a verdict",
        "In “%s”: %s".formatted(run.title(), reason.strip()));
    return id;
  }

  private void requirePartIn(CurrentUser user, UUID runId) {
    boolean part =
        switch (user.type()) {
          case COMPANY ->
              runs.find(runId)
                  .filter(run -> run.companyId().equals(user.requireCompany()))
                  .isPresent();
          case TESTER ->
              assignments.ofRun(runId).stream()
                  .anyMatch(
                      one ->
                          one.testerId().equals(user.requireTester())
                              && one.status() == AssignmentStatus.SUBMITTED);
          case ADMIN -> false;
        };
    if (!part) {
      throw ApiProblem.notFound("No finding of yours has this address.");
    }
  }

  private void refuseSecond(UUID issueId) {
    if (open.kindOf(issueId).isPresent()) {
      throw ApiProblem.conflict("This finding is disputed already.");
    }
  }

  private <T> T asPlatform(Supplier<T> act) {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("disputes"), () -> transactions.execute(_ -> act.get())));
  }

  static void requireText(String field, String text) {
    if (text.isBlank()) {
      throw ApiProblem.invalid(field, "must be said");
    }
    if (text.length() > TEXT) {
      throw ApiProblem.invalid(field, "must have at most 5,000 characters");
    }
  }
}
