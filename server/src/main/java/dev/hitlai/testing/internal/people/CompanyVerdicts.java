package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.internal.findings.FindingDecided;
import dev.hitlai.testing.internal.findings.FindingToDecide;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.people.Judgements.Judgement;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a company's verdict on a finding means for the people on the run. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CompanyVerdicts {
  private final DSLContext sql;
  private final Findings findings;
  private final OpenDisputes disputes;
  private final ApplicationEventPublisher events;
  private final RunCompletion completion;
  private final RunFacts runs;
  private final Clock clock;

  CompanyVerdicts(
      DSLContext sql,
      Findings findings,
      OpenDisputes disputes,
      ApplicationEventPublisher events,
      RunCompletion completion,
      RunFacts runs,
      Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.disputes = disputes;
    this.events = events;
    this.completion = completion;
    this.runs = runs;
    this.clock = clock;
  }

  /** Where people disagree, the company is a party: somebody uninvolved has the word. */
  @EventListener
  public void on(FindingToDecide asked) {
    findings.find(asked.issueId()).ifPresent(issue -> runs.lock(issue.runId()));
    disputes
        .kindOf(asked.issueId())
        .filter(kind -> !kind.equals("expert_review"))
        .ifPresent(
            _ -> {
              throw ApiProblem.conflict(
                  "People don't agree about this finding; somebody who is not involved decides.");
            });
  }

  @EventListener
  public void on(FindingDecided decided) {
    closeExpertReview(decided);
    findings
        .find(decided.issueId())
        .filter(issue -> !issue.source().equals("human"))
        .ifPresent(
            issue ->
                typeOf(decided.verdict())
                    .ifPresent(
                        type ->
                            events.publishEvent(
                                Judgements.correction(
                                    issue,
                                    companyOf(issue.id()),
                                    null,
                                    new Judgement(type, null, null, decided.by()),
                                    "The company says so.",
                                    null))));
    completion.completeIfReady(decided.runId());
  }

  private void closeExpertReview(FindingDecided decided) {
    sql.update(DISPUTES)
        .set(DISPUTES.STATUS, "resolved")
        .set(DISPUTES.OUTCOME, outcome(decided.verdict()))
        .set(DISPUTES.RESOLUTION, "The company decided for itself.")
        .set(DISPUTES.RESOLVED_BY, decided.by())
        .set(DISPUTES.RESOLVED_AS, "company")
        .set(DISPUTES.RESOLVED_AT, clock.instant())
        .where(DISPUTES.ISSUE_ID.eq(decided.issueId()))
        .and(DISPUTES.STATUS.eq("open"))
        .execute();
  }

  /** "Disputed" leaves open what is true. */
  private static String outcome(String verdict) {
    return verdict.equals("disputed") ? "upheld" : verdict;
  }

  private static Optional<CorrectionType> typeOf(String verdict) {
    return switch (verdict) {
      case "confirmed" -> Optional.of(CorrectionType.APPROVE);
      case "false_positive" -> Optional.of(CorrectionType.FALSE_POSITIVE);
      case "duplicate" -> Optional.of(CorrectionType.DUPLICATE);
      // Says that something is wrong, not what: nothing to learn from.
      default -> Optional.empty();
    };
  }

  private UUID companyOf(UUID issueId) {
    return sql.select(ISSUES.COMPANY_ID)
        .from(ISSUES)
        .where(ISSUES.ID.eq(issueId))
        .fetchSingle(ISSUES.COMPANY_ID);
  }
}
