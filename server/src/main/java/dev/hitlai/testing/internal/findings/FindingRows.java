package dev.hitlai.testing.internal.findings;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.aitester.Finding;
import dev.hitlai.identity.TestSettings;
import dev.hitlai.testing.ConfidenceCalibration;
import dev.hitlai.testing.ConfidenceCalibration.Calibrated;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.testing.FindingReview.Outcome;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.runs.TestRun;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the findings of a run: first as they are seen, in the end as the report has them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FindingRows {
  private static final int TITLE_LENGTH = 500;

  private final DSLContext sql;
  private final TestSettings settings;
  private final ObjectProvider<ConfidenceCalibration> calibration;

  FindingRows(
      DSLContext sql, TestSettings settings, ObjectProvider<ConfidenceCalibration> calibration) {
    this.sql = sql;
    this.settings = settings;
    this.calibration = calibration;
  }

  /** Writes a finding; the same defect of the same run keeps its row and so its address. */
  public void put(TestRun run, Finding finding) {
    put(run, finding, Outcome.PASSES, settings.of(run.companyId()));
  }

  /**
   * Replaces what was seen on the way by what the report says.
   *
   * @param outcomes fingerprint → what was decided of a finding
   * @return fingerprint → id of the row
   */
  public Map<String, UUID> settle(
      TestRun run, List<Finding> findings, Map<String, Outcome> outcomes) {
    var values = settings.of(run.companyId());
    var ids = new HashMap<String, UUID>();
    for (var finding : findings) {
      var outcome = outcomes.getOrDefault(finding.fingerprint(), Outcome.PASSES);
      ids.put(finding.fingerprint(), put(run, finding, outcome, values));
    }
    sql.deleteFrom(ISSUES)
        .where(ISSUES.TEST_RUN_ID.eq(run.id()))
        .and(ISSUES.SOURCE.eq("ai"))
        .and(ISSUES.FINGERPRINT.notIn(findings.stream().map(Finding::fingerprint).toList()))
        .execute();
    return ids;
  }

  private UUID put(TestRun run, Finding finding, Outcome outcome, TestSettings.Values values) {
    var columns = columns(run, finding, outcome, values, calibrated(run, finding));
    return sql.insertInto(ISSUES)
        .set(columns)
        .set(ISSUES.TEST_RUN_ID, run.id())
        .set(ISSUES.COMPANY_ID, run.companyId())
        .set(ISSUES.FINGERPRINT, finding.fingerprint())
        .set(ISSUES.SOURCE, "ai")
        .onConflict(ISSUES.TEST_RUN_ID, ISSUES.FINGERPRINT)
        .where(ISSUES.FINGERPRINT.isNotNull())
        .doUpdate()
        .set(columns)
        .returning(ISSUES.ID)
        .fetchSingle(ISSUES.ID);
  }

  private Calibrated calibrated(TestRun run, Finding finding) {
    var calibrator = calibration.getIfAvailable();
    return calibrator == null
        ? new Calibrated(finding.confidence(), null)
        : calibrator.of(run.companyId(), run.id(), finding.fingerprint(), facts(run, finding));
  }

  private static FindingFacts facts(TestRun run, Finding finding) {
    return new FindingFacts(
        SiteName.of(run.url().toString()),
        shortened(finding.title()),
        finding.description(),
        finding.recommendation(),
        word(finding.severity()),
        word(finding.category()),
        finding.confidence(),
        List.of(finding.rule()),
        finding.wcag(),
        finding.selector() != null,
        finding.evidence().html() != null,
        finding.evidence().measured().size(),
        ArtifactReference.id(finding.evidence().screenshot()).isPresent(),
        Math.max(1, finding.occurrences().size()),
        word(finding.source()));
  }

  private static Map<Field<?>, @Nullable Object> columns(
      TestRun run,
      Finding finding,
      Outcome outcome,
      TestSettings.Values values,
      Calibrated calibrated) {
    var columns = new HashMap<Field<?>, @Nullable Object>();
    columns.put(ISSUES.TITLE, shortened(finding.title()));
    columns.put(ISSUES.DESCRIPTION, finding.description());
    columns.put(ISSUES.SEVERITY, word(finding.severity()));
    columns.put(ISSUES.CATEGORY, word(finding.category()));
    columns.put(ISSUES.URL, finding.url());
    columns.put(ISSUES.ELEMENT_SELECTOR, finding.selector());
    columns.put(ISSUES.EVIDENCE, Json.of(finding.evidence()));
    columns.put(ISSUES.RECOMMENDATION, finding.recommendation());
    columns.put(ISSUES.CONFIDENCE, BigDecimal.valueOf(finding.confidence()));
    columns.put(ISSUES.RULES, new String[] {finding.rule()});
    columns.put(ISSUES.WCAG, finding.wcag().toArray(String[]::new));
    columns.put(ISSUES.OCCURRENCES, Math.max(1, finding.occurrences().size()));
    columns.put(ISSUES.EFFORT, word(finding.effort()));
    columns.put(
        ISSUES.SCREENSHOT_ID, ArtifactReference.id(finding.evidence().screenshot()).orElse(null));
    columns.put(ISSUES.METADATA, Json.of(FindingDetails.of(finding)));
    columns.put(ISSUES.CALIBRATED_CONFIDENCE, BigDecimal.valueOf(calibrated.probability()));
    columns.put(ISSUES.CALIBRATED_BY, calibrated.decidedBy());
    columns.put(
        ISSUES.REVIEW_STATE,
        ReviewState.route(
                calibrated.probability(),
                finding.severity(),
                finding.category(),
                run.id() + ":" + finding.fingerprint(),
                values)
            .atLeast(outcome)
            .code());
    return columns;
  }

  private static String shortened(String title) {
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 1) + "…";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
