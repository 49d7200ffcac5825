package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.FINDING_VERDICTS;
import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.testers.TesterRecords;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.findings.ReviewState;
import dev.hitlai.testing.internal.people.Consensus.Voice;
import dev.hitlai.testing.internal.people.Judgements.Judgement;
import dev.hitlai.testing.internal.people.RunFacts.Facts;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What testers say of the AI's findings, and what follows once all of them have spoken. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Verdicts {
  private static final int ALL = 1000;

  private final DSLContext sql;
  private final Findings findings;
  private final Judgements judgements;
  private final ApplicationEventPublisher events;
  private final OpenDisputes disputes;
  private final Assignments assignments;
  private final PeopleNotices notices;
  private final Clock clock;

  Verdicts(
      DSLContext sql,
      Findings findings,
      Judgements judgements,
      ApplicationEventPublisher events,
      OpenDisputes disputes,
      Assignments assignments,
      PeopleNotices notices,
      Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.judgements = judgements;
    this.events = events;
    this.disputes = disputes;
    this.assignments = assignments;
    this.notices = notices;
    this.clock = clock;
  }

  /** Findings of the AI in a run, the gravest first. */
  List<FoundIssue> ofAi(UUID runId) {
    return findings.list(FindingFilter.ofRun(runId), "severity", ALL, 0).stream()
        .filter(issue -> !issue.source().equals("human"))
        .toList();
  }

  /** Those of them on which a tester has to say something. */
  static List<UUID> needed(List<FoundIssue> ofAi) {
    return ofAi.stream()
        .filter(issue -> ReviewState.WAITING.contains(issue.reviewState()))
        .map(FoundIssue::id)
        .toList();
  }

  void record(Assignment work, TesterRecords.Tester tester, FoundIssue issue, AiVerdict said) {
    var type = CorrectionType.of(said.verdict());
    String severity = type == CorrectionType.SEVERITY_ADJUSTMENT ? said.severity() : null;
    String wording = type == CorrectionType.WORDING_IMPROVEMENT ? said.wording().strip() : null;
    sql.insertInto(FINDING_VERDICTS)
        .set(FINDING_VERDICTS.ASSIGNMENT_ID, work.id())
        .set(FINDING_VERDICTS.ISSUE_ID, issue.id())
        .set(FINDING_VERDICTS.TEST_RUN_ID, work.runId())
        .set(FINDING_VERDICTS.COMPANY_ID, work.companyId())
        .set(FINDING_VERDICTS.TESTER_ID, work.testerId())
        .set(FINDING_VERDICTS.VERDICT, type.code())
        .set(FINDING_VERDICTS.SEVERITY, severity)
        .set(FINDING_VERDICTS.WORDING, wording)
        .set(FINDING_VERDICTS.REASONING, said.reasoning().strip())
        .set(FINDING_VERDICTS.BY_EXPERT, tester.expert())
        .set(FINDING_VERDICTS.CREATED_AT, clock.instant())
        .execute();
    events.publishEvent(
        Judgements.correction(
            issue,
            work.companyId(),
            work.testerId(),
            new Judgement(type, severity, wording, tester.userId()),
            said.reasoning().strip(),
            null));
  }

  /** When everybody has handed in: what they agree on holds, what they don't goes to a third. */
  void settle(Facts run) {
    if (assignments.submitted(run.runId()) < Math.max(1, run.required())) {
      return;
    }
    long experts =
        ofAi(run.runId()).stream()
            .filter(issue -> issue.verdict() == null)
            .filter(issue -> disputes.kindOf(issue.id()).isEmpty())
            .filter(issue -> settle(run, issue))
            .count();
    if (experts > 0) {
      notices.toDecide(
          "experts:" + run.runId(),
          "Findings wait for an expert",
          "In “%s” the AI is less than 60 %% sure of %d of its findings, and no expert tested it."
              .formatted(run.title(), experts));
    }
  }

  /** Answers whether it takes an expert. */
  private boolean settle(Facts run, FoundIssue issue) {
    boolean expertNeeded = issue.reviewState().equals(ReviewState.EXPERT_REQUIRED.code());
    return switch (Consensus.of(voices(issue.id()), expertNeeded)) {
      case Consensus.Result.Agreed(Voice voice) -> {
        judgements.apply(
            issue.id(),
            new Judgement(
                voice.verdict(), voice.severity(), voice.wording(), speaker(issue, voice)));
        yield false;
      }
      case Consensus.Result.Disagreed _ -> {
        disagree(run, issue, "disagreement", "The testers of this test don't agree.");
        yield false;
      }
      case Consensus.Result.ExpertNeeded _ -> {
        disagree(run, issue, "expert_review", "The AI is less than 60 % sure; an expert decides.");
        yield true;
      }
      case Consensus.Result.Silent _ -> false;
    };
  }

  private void disagree(Facts run, FoundIssue issue, String kind, String reason) {
    disputes.open(kind, run.runId(), run.companyId(), issue.id(), reason);
    if (!ReviewState.WAITING.contains(issue.reviewState())) {
      // The AI was sure enough of it; since people doubt it, it waits like any other.
      sql.update(ISSUES)
          .set(ISSUES.REVIEW_STATE, ReviewState.REQUIRED.code())
          .where(ISSUES.ID.eq(issue.id()))
          .execute();
    }
    if (kind.equals("disagreement")) {
      notices.toDecide(
          "disagreement:" + issue.id(),
          "Two testers don't agree",
          "“%s” in “%s”: a third tester is asked; you can decide as well."
              .formatted(issue.title(), run.title()));
    }
  }

  private List<Voice> voices(UUID issueId) {
    return sql.selectFrom(FINDING_VERDICTS)
        .where(FINDING_VERDICTS.ISSUE_ID.eq(issueId))
        .orderBy(FINDING_VERDICTS.CREATED_AT, FINDING_VERDICTS.ID)
        .fetch(
            row ->
                new Voice(
                    CorrectionType.of(row.getVerdict()),
                    row.getSeverity(),
                    row.getWording(),
                    row.getByExpert()));
  }

  /** The account of one who said it, for the finding's history. */
  private @Nullable UUID speaker(FoundIssue issue, Voice voice) {
    return sql
        .select(FINDING_VERDICTS.TESTER_ID)
        .from(FINDING_VERDICTS)
        .where(FINDING_VERDICTS.ISSUE_ID.eq(issue.id()))
        .and(FINDING_VERDICTS.VERDICT.eq(voice.verdict().code()))
        .orderBy(FINDING_VERDICTS.CREATED_AT, FINDING_VERDICTS.ID)
        .limit(1)
        .fetch(FINDING_VERDICTS.TESTER_ID)
        .stream()
        .flatMap(Stream::ofNullable)
        .flatMap(tester -> notices.userOf(tester).stream())
        .findFirst()
        .orElse(null);
  }
}
