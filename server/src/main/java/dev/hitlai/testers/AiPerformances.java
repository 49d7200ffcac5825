package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.AI_TESTER_PERFORMANCE;
import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How AI testers did, by week and month; figures of all companies together that everybody sees. */
@Component
public class AiPerformances {
  private static final dev.hitlai.testers.internal.jooq.tables.AiTesterPerformance TABLE =
      AI_TESTER_PERFORMANCE;

  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  AiPerformances(DSLContext sql, ApplicationEventPublisher events) {
    this.sql = sql;
    this.events = events;
  }

  /** Calendar weeks from Monday, and months, in UTC. */
  public enum Period {
    WEEK,
    MONTH;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What was counted of one AI in one period. Ratios are AI divided by people.
   *
   * @param minutes mean time of a test
   * @param quality mean of the comparisons with people, 0 to 1
   * @param issues findings of the AI
   * @param judged those of them that people looked at: all of hybrid tests, whose people could
   *     refute any of them, else those with a verdict
   * @param falsePositives those of them that don't hold
   * @param falseNegatives what people found and it did not
   * @param accuracy confirmed of confirmed, refuted and missed
   * @param corrections findings that a person refuted, changed or added
   * @param correctionRate judged findings that were refuted or changed
   * @param cost US dollars that companies paid
   * @param comparisons that the ratios rest on
   */
  public record Figures(
      UUID testerId,
      String provider,
      String version,
      Period period,
      Instant start,
      Instant end,
      int tests,
      @Nullable BigDecimal minutes,
      @Nullable BigDecimal quality,
      int issues,
      int judged,
      int falsePositives,
      int falseNegatives,
      @Nullable BigDecimal accuracy,
      int corrections,
      @Nullable BigDecimal correctionRate,
      BigDecimal cost,
      @Nullable BigDecimal costPerTest,
      long tokens,
      int comparisons,
      @Nullable BigDecimal speedRatio,
      @Nullable BigDecimal qualityRatio,
      @Nullable BigDecimal costRatio) {}

  /** A row with the tester's name. */
  public record Row(String name, Figures figures) {}

  /**
   * Over all months: what the typical figures are computed from.
   *
   * @param judged findings that people looked at, those that hold included
   */
  public record Totals(
      String provider, String version, int judged, int falsePositives, int falseNegatives) {}

  /** Replaces all figures of periods that begin then or later; then says that they are there. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(Instant since, List<Figures> figures) {
    sql.deleteFrom(TABLE).where(TABLE.PERIOD_START.ge(since)).execute();
    figures.forEach(this::put);
    events.publishEvent(new AiPerformanceMeasured());
  }

  private void put(Figures one) {
    sql.insertInto(TABLE)
        .set(TABLE.TESTER_ID, one.testerId())
        .set(TABLE.AI_MODEL_PROVIDER, one.provider())
        .set(TABLE.MODEL_VERSION, one.version())
        .set(TABLE.PERIOD_TYPE, one.period().code())
        .set(TABLE.PERIOD_START, one.start())
        .set(TABLE.PERIOD_END, one.end())
        .set(TABLE.TOTAL_TESTS_COMPLETED, one.tests())
        .set(TABLE.AVG_TEST_DURATION_MINUTES, one.minutes())
        .set(TABLE.AVG_QUALITY_SCORE, one.quality())
        .set(TABLE.ISSUES_FOUND, one.issues())
        .set(TABLE.FINDINGS_JUDGED, one.judged())
        .set(TABLE.FALSE_POSITIVES, one.falsePositives())
        .set(TABLE.FALSE_NEGATIVES, one.falseNegatives())
        .set(TABLE.ACCURACY_RATE, one.accuracy())
        .set(TABLE.HUMAN_CORRECTIONS_COUNT, one.corrections())
        .set(TABLE.CORRECTION_RATE, one.correctionRate())
        .set(TABLE.TOTAL_COST_USD, one.cost())
        .set(TABLE.COST_PER_TEST_USD, one.costPerTest())
        .set(TABLE.TOKENS_USED, one.tokens())
        .set(TABLE.COMPARISONS, one.comparisons())
        .set(TABLE.VS_HUMAN_SPEED_RATIO, one.speedRatio())
        .set(TABLE.VS_HUMAN_QUALITY_RATIO, one.qualityRatio())
        .set(TABLE.VS_HUMAN_COST_RATIO, one.costRatio())
        .execute();
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Row> list(Period period, int limit) {
    return sql.select(TABLE, HUMAN_TESTERS.DISPLAY_NAME)
        .from(TABLE)
        .join(HUMAN_TESTERS)
        .on(HUMAN_TESTERS.ID.eq(TABLE.TESTER_ID))
        .where(TABLE.PERIOD_TYPE.eq(period.code()))
        .orderBy(TABLE.PERIOD_START.desc(), HUMAN_TESTERS.DISPLAY_NAME, TABLE.MODEL_VERSION)
        .limit(limit)
        .fetch(
            found -> {
              var row = found.value1();
              return new Row(
                  found.value2(),
                  new Figures(
                      row.getTesterId(),
                      row.getAiModelProvider(),
                      row.getModelVersion(),
                      period,
                      row.getPeriodStart(),
                      row.getPeriodEnd(),
                      row.getTotalTestsCompleted(),
                      row.getAvgTestDurationMinutes(),
                      row.getAvgQualityScore(),
                      row.getIssuesFound(),
                      row.getFindingsJudged(),
                      row.getFalsePositives(),
                      row.getFalseNegatives(),
                      row.getAccuracyRate(),
                      row.getHumanCorrectionsCount(),
                      row.getCorrectionRate(),
                      row.getTotalCostUsd(),
                      row.getCostPerTestUsd(),
                      row.getTokensUsed(),
                      row.getComparisons(),
                      row.getVsHumanSpeedRatio(),
                      row.getVsHumanQualityRatio(),
                      row.getVsHumanCostRatio()));
            });
  }

  /** Mean minutes of a test in the latest month with any, by tester. */
  @Transactional(readOnly = true)
  public Map<UUID, Double> minutes() {
    return sql.select(TABLE.TESTER_ID, TABLE.AVG_TEST_DURATION_MINUTES)
        .distinctOn(TABLE.TESTER_ID)
        .from(TABLE)
        .where(TABLE.PERIOD_TYPE.eq(Period.MONTH.code()))
        .and(TABLE.AVG_TEST_DURATION_MINUTES.isNotNull())
        .orderBy(TABLE.TESTER_ID, TABLE.PERIOD_START.desc())
        .fetchMap(TABLE.TESTER_ID, row -> row.value2().doubleValue());
  }

  /** Of all months, by version. */
  @Transactional(readOnly = true)
  public List<Totals> totals() {
    return sql.select(
            TABLE.AI_MODEL_PROVIDER,
            TABLE.MODEL_VERSION,
            sum(TABLE.FINDINGS_JUDGED),
            sum(TABLE.FALSE_POSITIVES),
            sum(TABLE.FALSE_NEGATIVES))
        .from(TABLE)
        .where(TABLE.PERIOD_TYPE.eq(Period.MONTH.code()))
        .groupBy(TABLE.AI_MODEL_PROVIDER, TABLE.MODEL_VERSION)
        .fetch(
            row ->
                new Totals(
                    row.value1(),
                    row.value2(),
                    row.value3().intValue(),
                    row.value4().intValue(),
                    row.value5().intValue()));
  }
}
