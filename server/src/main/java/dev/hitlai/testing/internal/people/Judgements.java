package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingCorrected;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.findings.ReviewState;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes what was decided of a finding true for the finding. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Judgements {
  private final DSLContext sql;
  private final Clock clock;

  Judgements(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A person's last word on a finding, with what has to change about it. */
  record Judgement(
      CorrectionType type, @Nullable String severity, @Nullable String wording, @Nullable UUID by) {

    /** The word for it in {@code issues.verdict}. */
    String verdict() {
      return switch (type) {
        case APPROVE -> "confirmed";
        case SEVERITY_ADJUSTMENT, WORDING_IMPROVEMENT -> "corrected";
        case FALSE_POSITIVE, HALLUCINATION -> "false_positive";
        case DUPLICATE -> "duplicate";
        case FALSE_NEGATIVE ->
            throw new IllegalArgumentException("What the AI missed has no finding to judge");
      };
    }

    boolean closes() {
      return switch (type) {
        case FALSE_POSITIVE, HALLUCINATION, DUPLICATE -> true;
        case APPROVE, SEVERITY_ADJUSTMENT, WORDING_IMPROVEMENT, FALSE_NEGATIVE -> false;
      };
    }
  }

  void apply(UUID issueId, Judgement judgement) {
    var changes = new HashMap<Field<?>, @Nullable Object>();
    changes.put(ISSUES.VERDICT, judgement.verdict());
    changes.put(ISSUES.VERDICT_BY, judgement.by());
    changes.put(ISSUES.VERDICT_AT, clock.instant());
    changes.put(ISSUES.REVIEW_STATE, ReviewState.DONE.code());
    changes.put(ISSUES.STATUS, judgement.closes() ? "closed" : "open");
    if (judgement.severity() != null) {
      changes.put(ISSUES.SEVERITY, judgement.severity());
    }
    if (judgement.wording() != null) {
      changes.put(ISSUES.DESCRIPTION, judgement.wording());
    }
    sql.update(ISSUES).set(changes).where(ISSUES.ID.eq(issueId)).execute();
  }

  /** The word on a finding of the AI as the models learn it. */
  static FindingCorrected correction(
      FoundIssue issue,
      UUID companyId,
      @Nullable UUID testerId,
      Judgement judgement,
      String reasoning,
      @Nullable UUID verifiedBy) {
    var corrected = new LinkedHashMap<String, String>();
    if (judgement.severity() != null) {
      corrected.put("severity", judgement.severity());
    }
    if (judgement.wording() != null) {
      corrected.put("description", judgement.wording());
    }
    return new FindingCorrected(
        issue.runId(),
        companyId,
        issue.id(),
        testerId,
        judgement.by(),
        judgement.type(),
        ai(issue),
        Map.copyOf(corrected),
        judgement.severity(),
        reasoning,
        verifiedBy);
  }

  private static FindingCorrected.AiFinding ai(FoundIssue issue) {
    double confidence = issue.confidence() == null ? 0 : issue.confidence();
    return new FindingCorrected.AiFinding(
        issue.title(), issue.description(), issue.severity(), issue.category(), confidence);
  }
}
