package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;
import static dev.hitlai.testing.internal.jooq.Tables.FINDING_VERDICTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.jooq.tables.records.DisputesRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads disputes with what each side says; who is who is left out, so that arguments count. */
@Component
@Transactional(readOnly = true)
public class DisputeReader {
  private final DSLContext sql;
  private final Findings findings;

  DisputeReader(DSLContext sql, Findings findings) {
    this.sql = sql;
    this.findings = findings;
  }

  /**
   * What one tester says of a finding.
   *
   * @param severity the right one, when that is what is wrong
   * @param wording the better one, when that is what is wrong
   */
  public record Voice(
      String verdict,
      @Nullable String severity,
      @Nullable String wording,
      String reasoning,
      boolean byExpert) {
    /** With its reason, e.g. "false positive: it is meant to be so". */
    public String words() {
      var text = new StringBuilder(verdict.replace('_', ' '));
      if (severity != null) {
        text.append(" (").append(severity).append(')');
      }
      if (wording != null) {
        text.append(" (“").append(wording).append("”)");
      }
      if (byExpert) {
        text.append(", as an expert");
      }
      return reasoning.isEmpty() ? text.toString() : text + ": " + reasoning;
    }
  }

  /**
   * @param kind disagreement, expert_review, verdict or rating
   * @param raisedAs platform, tester or company
   * @param issue null for a rating
   * @param rating 1 to 5 of a disputed rating, else null
   * @param outcome null while it is open
   * @param resolvedAs tester, admin or company; null while it is open
   */
  public record Dispute(
      UUID id,
      String kind,
      UUID runId,
      String runTitle,
      String raisedAs,
      String reason,
      @Nullable FoundIssue issue,
      List<Voice> voices,
      @Nullable Integer rating,
      @Nullable String outcome,
      @Nullable String resolution,
      @Nullable String resolvedAs,
      Instant createdAt,
      @Nullable Instant resolvedAt) {}

  /** Those that wait for a decision, the oldest first. */
  public List<Dispute> open() {
    return list(DISPUTES.STATUS.eq("open"), 200).reversed();
  }

  /** Those that were decided, the latest first. */
  public List<Dispute> decided(int limit) {
    return list(DISPUTES.STATUS.eq("resolved"), limit);
  }

  public List<Dispute> ofFinding(UUID issueId) {
    return list(DISPUTES.ISSUE_ID.eq(issueId), 50);
  }

  /** Those that a person has raised. */
  public List<Dispute> raisedBy(UUID userId) {
    return list(DISPUTES.RAISED_BY.eq(userId), 50);
  }

  /**
   * What an uninvolved tester has to decide in a run, the oldest first.
   *
   * @param expert whether the tester may decide what takes an expert, too
   */
  public List<Dispute> toReview(UUID runId, boolean expert) {
    return list(
            DISPUTES
                .TEST_RUN_ID
                .eq(runId)
                .and(DISPUTES.STATUS.eq("open"))
                .and(
                    DISPUTES.KIND.in(
                        expert
                            ? List.of("disagreement", "expert_review")
                            : List.of("disagreement"))),
            200)
        .reversed();
  }

  private List<Dispute> list(Condition which, int limit) {
    return sql.selectFrom(DISPUTES)
        .where(which)
        .orderBy(DISPUTES.CREATED_AT.desc(), DISPUTES.ID.desc())
        .limit(limit)
        .fetch()
        .map(this::read);
  }

  private Dispute read(DisputesRecord row) {
    UUID issueId = row.getIssueId();
    var run =
        sql.select(TEST_REQUESTS.TITLE, TEST_RUNS.COMPANY_AI_RATING)
            .from(TEST_RUNS)
            .join(TEST_REQUESTS)
            .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
            .where(TEST_RUNS.ID.eq(row.getTestRunId()))
            .fetchOne();
    return new Dispute(
        row.getId(),
        row.getKind(),
        row.getTestRunId(),
        run == null ? "" : run.value1(),
        row.getRaisedAs(),
        row.getReason(),
        issueId == null ? null : findings.find(issueId).orElse(null),
        issueId == null ? List.of() : voices(issueId),
        run == null || !row.getKind().equals("rating") ? null : run.value2(),
        row.getOutcome(),
        row.getResolution(),
        row.getResolvedAs(),
        row.getCreatedAt(),
        row.getResolvedAt());
  }

  /** What testers said of a finding, the first first. */
  public List<Voice> voices(UUID issueId) {
    return sql.selectFrom(FINDING_VERDICTS)
        .where(FINDING_VERDICTS.ISSUE_ID.eq(issueId))
        .orderBy(FINDING_VERDICTS.CREATED_AT, FINDING_VERDICTS.ID)
        .fetch(
            row ->
                new Voice(
                    row.getVerdict(),
                    row.getSeverity(),
                    row.getWording(),
                    row.getReasoning(),
                    row.getByExpert()));
  }
}
