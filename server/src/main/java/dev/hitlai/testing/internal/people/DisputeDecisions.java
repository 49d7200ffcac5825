package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;
import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.people.Disputes.requireText;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.jooq.tables.records.DisputesRecord;
import dev.hitlai.testing.internal.people.Judgements.Judgement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides what people don't agree on: an administrator does, and where only testers disagree or an
 * expert is needed a tester who was not involved may, too. Who decides says why, and everybody
 * concerned hears of it.
 */
@Component
public class DisputeDecisions {
  private final DSLContext sql;
  private final Findings findings;
  private final Judgements judgements;
  private final ApplicationEventPublisher events;
  private final Assignments assignments;
  private final OpenDisputes open;
  private final RunCompletion completion;
  private final RunFacts runs;
  private final TesterRatings ratings;
  private final TesterRecords testers;
  private final PeopleNotices notices;
  private final TransactionOperations transactions;
  private final Clock clock;

  DisputeDecisions(
      DSLContext sql,
      Findings findings,
      Judgements judgements,
      ApplicationEventPublisher events,
      Assignments assignments,
      OpenDisputes open,
      RunCompletion completion,
      RunFacts runs,
      TesterRatings ratings,
      TesterRecords testers,
      PeopleNotices notices,
      TransactionOperations transactions,
      Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.judgements = judgements;
    this.events = events;
    this.assignments = assignments;
    this.open = open;
    this.completion = completion;
    this.runs = runs;
    this.ratings = ratings;
    this.testers = testers;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A decision, with the reasons that everybody concerned reads.
   *
   * @param verdict a word of {@code CorrectionType} for findings; {@code upheld} or {@code
   *     annulled} for ratings
   * @param severity the right one, when the verdict is that it is wrong
   * @param wording the better one, when the verdict is that it is badly said
   */
  public record Decision(String verdict, String severity, String wording, String reasons) {}

  /** An administrator decides. */
  public void decide(CurrentUser admin, UUID disputeId, Decision decision) {
    if (admin.type() != UserType.ADMIN) {
      throw ApiProblem.forbidden("This is for administrators.");
    }
    asPlatform(() -> decide(admin, null, lockOpen(disputeId), decision));
  }

  /**
   * A tester who was given the review of the run decides on one of its findings; with the last one
   * the review is done.
   */
  public void review(CurrentUser user, UUID assignmentId, UUID issueId, Decision decision) {
    asPlatform(
        () -> {
          var mine =
              assignments
                  .find(assignmentId)
                  .filter(one -> one.testerId().equals(user.requireTester()) && one.review())
                  .orElseThrow(() -> ApiProblem.notFound("You have no such review."));
          UUID disputeId =
              sql.select(DISPUTES.ID)
                  .from(DISPUTES)
                  .where(DISPUTES.ISSUE_ID.eq(issueId))
                  .and(DISPUTES.TEST_RUN_ID.eq(mine.runId()))
                  .and(DISPUTES.STATUS.eq("open"))
                  .and(DISPUTES.KIND.in("disagreement", "expert_review"))
                  .fetchOptional(DISPUTES.ID)
                  .orElseThrow(() -> ApiProblem.conflict("This finding is decided already."));
          var dispute = lockOpen(disputeId);
          var current = assignments.lock(assignmentId).orElseThrow();
          if (current.status() != AssignmentStatus.IN_PROGRESS) {
            throw ApiProblem.conflict("This review is not in your hands.");
          }
          if (dispute.getKind().equals("expert_review") && !isExpert(current)) {
            throw ApiProblem.forbidden("This finding takes an expert.");
          }
          return decide(user, current, dispute, decision);
        });
  }

  private boolean isExpert(Assignment work) {
    var tester = testers.all(List.of(work.testerId())).get(work.testerId());
    return tester != null && tester.expert();
  }

  private DisputesRecord lockOpen(UUID disputeId) {
    UUID runId =
        sql.select(DISPUTES.TEST_RUN_ID)
            .from(DISPUTES)
            .where(DISPUTES.ID.eq(disputeId))
            .fetchOptional(DISPUTES.TEST_RUN_ID)
            .orElseThrow(() -> ApiProblem.notFound("No dispute has this address."));
    runs.lock(runId);
    return sql.selectFrom(DISPUTES)
        .where(DISPUTES.ID.eq(disputeId))
        .and(DISPUTES.STATUS.eq("open"))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.conflict("This was decided already."));
  }

  private boolean decide(
      CurrentUser by, @Nullable Assignment review, DisputesRecord dispute, Decision decision) {
    requireText("reasons", decision.reasons());
    if (dispute.getKind().equals("rating")) {
      decideRating(by, dispute, decision);
    } else {
      decideFinding(by, review, dispute, decision);
    }
    if (review == null) {
      // A reviewer whose last finding somebody else decided has nothing left to do.
      assignments.ofRun(dispute.getTestRunId()).stream()
          .filter(one -> one.review() && one.status().isOpen())
          .filter(one -> open.findingsToReview(one.runId(), isExpert(one)).isEmpty())
          .forEach(one -> assignments.move(one, AssignmentStatus.EXPIRED, Map.of()));
    } else if (open.findingsToReview(review.runId(), isExpert(review)).isEmpty()) {
      assignments.move(
          review,
          AssignmentStatus.SUBMITTED,
          Map.of(HUMAN_TEST_ASSIGNMENTS.SUBMITTED_AT, clock.instant()));
    }
    return completion.completeIfReady(dispute.getTestRunId());
  }

  private void decideRating(CurrentUser by, DisputesRecord dispute, Decision decision) {
    if (!Set.of("upheld", "annulled").contains(decision.verdict())) {
      throw ApiProblem.invalid("verdict", "must be upheld or annulled");
    }
    UUID work = Objects.requireNonNull(dispute.getAssignmentId());
    boolean counts = decision.verdict().equals("upheld");
    assignments.set(work, Map.of(HUMAN_TEST_ASSIGNMENTS.RATING_COUNTS, counts));
    ratings.refresh(dispute.getTestRunId());
    close(by, dispute, decision.verdict(), null, decision.reasons());
    tell(
        dispute,
        counts ? "The rating stays" : "The rating does not count any more",
        decision.reasons());
  }

  private void decideFinding(
      CurrentUser by, @Nullable Assignment review, DisputesRecord dispute, Decision decision) {
    var judgement = judgement(by, decision);
    var issue = findings.find(Objects.requireNonNull(dispute.getIssueId())).orElseThrow();
    if (!issue.source().equals("human")) {
      events.publishEvent(
          Judgements.correction(
              issue,
              dispute.getCompanyId(),
              review == null ? null : review.testerId(),
              judgement,
              decision.reasons().strip(),
              by.userId()));
    }
    judgements.apply(issue.id(), judgement);
    close(by, dispute, judgement.verdict(), judgement.severity(), decision.reasons());
    tell(
        dispute,
        "Decided: “%s” is %s".formatted(issue.title(), judgement.verdict().replace('_', ' ')),
        decision.reasons());
  }

  private static Judgement judgement(CurrentUser by, Decision decision) {
    if (!ReportChecks.VERDICTS.contains(decision.verdict())) {
      throw ApiProblem.invalid(
          "verdict", "must be one of " + String.join(", ", ReportChecks.VERDICTS));
    }
    var type = CorrectionType.of(decision.verdict());
    boolean grades = type == CorrectionType.SEVERITY_ADJUSTMENT;
    boolean rewords = type == CorrectionType.WORDING_IMPROVEMENT;
    if (grades && !FindingFilter.SEVERITIES.contains(decision.severity())) {
      throw ApiProblem.invalid("severity", "must be low, medium, high or critical");
    }
    if (rewords) {
      requireText("wording", decision.wording());
    }
    return new Judgement(
        type,
        grades ? decision.severity() : null,
        rewords ? decision.wording().strip() : null,
        by.userId());
  }

  private void close(
      CurrentUser by,
      DisputesRecord dispute,
      String outcome,
      @Nullable String severity,
      String reasons) {
    sql.update(DISPUTES)
        .set(DISPUTES.STATUS, "resolved")
        .set(DISPUTES.OUTCOME, outcome)
        .set(DISPUTES.SEVERITY, severity)
        .set(DISPUTES.RESOLUTION, reasons.strip())
        .set(DISPUTES.RESOLVED_BY, by.userId())
        .set(DISPUTES.RESOLVED_AS, by.type() == UserType.ADMIN ? "admin" : "tester")
        .set(DISPUTES.RESOLVED_AT, clock.instant())
        .where(DISPUTES.ID.eq(dispute.getId()))
        .execute();
  }

  /** Those who raised it and all who tested; the company unless only a tester's rating changed. */
  private void tell(DisputesRecord dispute, String title, String reasons) {
    for (Assignment one : assignments.ofRun(dispute.getTestRunId())) {
      boolean concerned =
          dispute.getAssignmentId() == null || one.id().equals(dispute.getAssignmentId());
      if (concerned && one.status() == AssignmentStatus.SUBMITTED) {
        notices
            .userOf(one.testerId())
            .ifPresent(
                user ->
                    notices.decided(dispute.getId(), user, title, reasons, "/tester/performance"));
      }
    }
    if (!dispute.getKind().equals("rating")) {
      notices.decidedForCompany(
          dispute.getId(), dispute.getCompanyId(), dispute.getTestRunId(), title, reasons);
    }
  }

  private <T> T asPlatform(Supplier<T> act) {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("disputes"), () -> transactions.execute(_ -> act.get())));
  }
}
