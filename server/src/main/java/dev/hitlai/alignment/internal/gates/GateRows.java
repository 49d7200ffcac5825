package dev.hitlai.alignment.internal.gates;

import static dev.hitlai.alignment.internal.jooq.Tables.QUALITY_GATE_CHECKS;

import dev.hitlai.aitester.gate.GateVerdict;
import dev.hitlai.aitester.gate.GatedFinding;
import dev.hitlai.alignment.internal.Json;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.FindingReview.ReviewedRun;
import dev.hitlai.testing.VisibleRuns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** One row a gate and finding, also of findings that were held back. */
@Component
public class GateRows {
  private static final TypeReference<Map<String, Object>> EVIDENCE = new TypeReference<>() {};

  private final DSLContext sql;
  private final VisibleRuns runs;

  GateRows(DSLContext sql, VisibleRuns runs) {
    this.sql = sql;
    this.runs = runs;
  }

  /**
   * @param issueId the finding's row; null when it was held back
   */
  @Transactional
  public void keep(ReviewedRun run, GatedFinding gated, @Nullable UUID issueId) {
    gated.verdicts().forEach(verdict -> keep(run, gated, verdict, issueId));
  }

  private void keep(
      ReviewedRun run, GatedFinding gated, GateVerdict verdict, @Nullable UUID issueId) {
    var evidence = new LinkedHashMap<String, Object>();
    evidence.put("finding", gated.finding().title());
    evidence.put("rule", gated.finding().rule());
    evidence.put("url", gated.finding().url());
    evidence.put("checks", verdict.evidence());
    sql.insertInto(QUALITY_GATE_CHECKS)
        .set(QUALITY_GATE_CHECKS.TEST_RUN_ID, run.id())
        .set(QUALITY_GATE_CHECKS.COMPANY_ID, run.companyId())
        .set(QUALITY_GATE_CHECKS.ISSUE_ID, issueId)
        .set(QUALITY_GATE_CHECKS.GATE_TYPE, verdict.gate().code())
        .set(QUALITY_GATE_CHECKS.PASSED, verdict.passed())
        .set(QUALITY_GATE_CHECKS.CONFIDENCE, rounded(verdict.confidence(), 4))
        .set(QUALITY_GATE_CHECKS.SCORE, rounded(verdict.score(), 2))
        .set(QUALITY_GATE_CHECKS.ISSUES_FOUND, verdict.issues().toArray(String[]::new))
        .set(QUALITY_GATE_CHECKS.EVIDENCE, Json.of(evidence))
        .set(QUALITY_GATE_CHECKS.REASONING, verdict.reasoning())
        .set(QUALITY_GATE_CHECKS.ACTION, verdict.action().code())
        .execute();
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }

  /** A gate's verdict as it is kept. */
  public record Check(
      @Nullable UUID issueId,
      String finding,
      String rule,
      String gate,
      boolean passed,
      String action,
      double score,
      double confidence,
      List<String> issues,
      String reasoning,
      Instant at) {}

  /**
   * What the gates said of a run's findings.
   *
   * @param decidedAutomatically share of the findings that no gate left to a person, 0 to 1
   */
  public record Summary(
      int findings,
      int heldBack,
      int leftToPeople,
      double decidedAutomatically,
      List<Check> checks) {}

  /**
   * @throws ApiProblem when the asker may see no such run
   */
  @Transactional(readOnly = true)
  public Summary ofRun(UUID runId) {
    if (!runs.contains(runId)) {
      throw ApiProblem.notFound("No test run has this id.");
    }
    var checks =
        sql.selectFrom(QUALITY_GATE_CHECKS)
            .where(QUALITY_GATE_CHECKS.TEST_RUN_ID.eq(runId))
            .orderBy(QUALITY_GATE_CHECKS.CREATED_AT, QUALITY_GATE_CHECKS.ID)
            .fetch(GateRows::read);
    var byFinding = new LinkedHashMap<String, String>();
    for (var check : checks) {
      byFinding.merge(
          String.valueOf(check.issueId()) + check.finding(),
          check.action(),
          (one, other) -> weight(one) >= weight(other) ? one : other);
    }
    int findings = byFinding.size();
    int people = (int) byFinding.values().stream().filter("human_review_required"::equals).count();
    int held = (int) byFinding.values().stream().filter("rejected"::equals).count();
    return new Summary(
        findings, held, people, findings == 0 ? 1 : 1 - (double) people / findings, checks);
  }

  private static int weight(String action) {
    return List.of("approved", "flagged", "human_review_required", "rejected").indexOf(action);
  }

  private static Check read(
      dev.hitlai.alignment.internal.jooq.tables.records.QualityGateChecksRecord row) {
    var evidence = Json.read(row.getEvidence(), EVIDENCE);
    return new Check(
        row.getIssueId(),
        String.valueOf(evidence.getOrDefault("finding", "")),
        String.valueOf(evidence.getOrDefault("rule", "")),
        row.getGateType(),
        row.getPassed(),
        row.getAction(),
        row.getScore() == null ? 0 : row.getScore().doubleValue(),
        row.getConfidence() == null ? 0 : row.getConfidence().doubleValue(),
        List.of(row.getIssuesFound()),
        row.getReasoning() == null ? "" : row.getReasoning(),
        row.getCreatedAt());
  }
}
