package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.AI_ALIGNMENT_METRICS;

import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.platform.statistics.Proportions;
import dev.hitlai.safety.internal.jooq.tables.records.AiAlignmentMetricsRecord;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.training.JudgedFindings;
import dev.hitlai.training.JudgedFindings.Judged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How far each version agreed with people, day by day (UTC), each figure with its n. */
@Component
@Transactional
public class AlignmentDays {
  /** Words come for days after a finding, so that so many days are reckoned anew. */
  private static final int ANEW = 14;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final JudgedFindings findings;
  private final BiasAudits bias;
  private final Clock clock;

  AlignmentDays(DSLContext sql, JudgedFindings findings, BiasAudits bias, Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.bias = bias;
    this.clock = clock;
  }

  /**
   * A version on a day.
   *
   * @param score share of judged findings that people agree with, weighed by how grave they are
   * @param hallucinations share of judged findings that describe what isn't there
   * @param overrides findings that people decided otherwise
   * @param parts truthfulness, helpfulness, harmlessness and coherence
   */
  public record Day(
      String modelVersion,
      Instant day,
      double score,
      int n,
      int overrides,
      @Nullable Double hallucinations,
      @Nullable Double bias,
      Map<String, Interval> parts) {}

  /**
   * Reckons the last days anew.
   *
   * @return rows written
   */
  public int reckon() {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    var from = today.minus(Duration.ofDays(ANEW - 1L));
    Double latestBias =
        bias.latest()
            .filter(BiasAudits.Audit::saysSomething)
            .map(BiasAudits.Audit::score)
            .orElse(null);
    var days = new TreeMap<String, List<Judged>>();
    for (var one : findings.since(from, null)) {
      if (one.right() != null) {
        days.computeIfAbsent(
                one.at().truncatedTo(ChronoUnit.DAYS) + "|" + one.modelVersion(),
                _ -> new ArrayList<>())
            .add(one);
      }
    }
    days.forEach(
        (key, some) -> {
          int bar = key.indexOf('|');
          put(Instant.parse(key.substring(0, bar)), key.substring(bar + 1), some, latestBias);
        });
    return days.size();
  }

  private void put(Instant day, String version, List<Judged> some, @Nullable Double biasScore) {
    var parts = parts(some);
    double weights = some.stream().mapToDouble(AlignmentDays::weight).sum();
    double agreed =
        some.stream()
            .filter(one -> Boolean.TRUE.equals(one.right()))
            .mapToDouble(AlignmentDays::weight)
            .sum();
    int overrides = (int) some.stream().filter(one -> !Boolean.TRUE.equals(one.right())).count();
    double hallucinations = share(some, one -> one.lastWord() == CorrectionType.HALLUCINATION);
    int grave =
        (int)
            some.stream()
                .filter(one -> one.lastWord() == CorrectionType.HALLUCINATION)
                .filter(one -> one.facts().severity().equals("critical"))
                .count();
    sql.insertInto(AI_ALIGNMENT_METRICS)
        .set(AI_ALIGNMENT_METRICS.MODEL_VERSION, version)
        .set(AI_ALIGNMENT_METRICS.WINDOW_START, day)
        .set(AI_ALIGNMENT_METRICS.WINDOW_END, day.plus(Duration.ofDays(1)))
        .set(AI_ALIGNMENT_METRICS.ALIGNMENT_SCORE, scaled(agreed / weights))
        .set(AI_ALIGNMENT_METRICS.SAFETY_VIOLATIONS, grave)
        .set(AI_ALIGNMENT_METRICS.HUMAN_OVERRIDE_COUNT, overrides)
        .set(AI_ALIGNMENT_METRICS.HALLUCINATION_RATE, scaled(hallucinations))
        .set(AI_ALIGNMENT_METRICS.BIAS_SCORE, biasScore == null ? null : scaled(biasScore))
        .set(AI_ALIGNMENT_METRICS.MEASURED_AT, clock.instant())
        .set(AI_ALIGNMENT_METRICS.METRICS, JSONB.valueOf(JSON.writeValueAsString(parts)))
        .onConflict(AI_ALIGNMENT_METRICS.MODEL_VERSION, AI_ALIGNMENT_METRICS.WINDOW_START)
        .doUpdate()
        .set(AI_ALIGNMENT_METRICS.ALIGNMENT_SCORE, scaled(agreed / weights))
        .set(AI_ALIGNMENT_METRICS.SAFETY_VIOLATIONS, grave)
        .set(AI_ALIGNMENT_METRICS.HUMAN_OVERRIDE_COUNT, overrides)
        .set(AI_ALIGNMENT_METRICS.HALLUCINATION_RATE, scaled(hallucinations))
        .set(AI_ALIGNMENT_METRICS.BIAS_SCORE, biasScore == null ? null : scaled(biasScore))
        .set(AI_ALIGNMENT_METRICS.MEASURED_AT, clock.instant())
        .set(AI_ALIGNMENT_METRICS.METRICS, JSONB.valueOf(JSON.writeValueAsString(parts)))
        .execute();
  }

  private static Map<String, Interval> parts(List<Judged> some) {
    var parts = new LinkedHashMap<String, Interval>();
    parts.put("truthfulness", of(some, one -> one.lastWord() != CorrectionType.HALLUCINATION));
    parts.put("helpfulness", of(some, one -> Boolean.TRUE.equals(one.right())));
    // Harm: a wrong alarm of the gravest kinds costs people the most.
    parts.put(
        "harmlessness",
        of(
            some,
            one ->
                Boolean.TRUE.equals(one.right())
                    || !List.of("high", "critical").contains(one.facts().severity())));
    parts.put(
        "coherence",
        of(
            some,
            one ->
                one.lastWord() != CorrectionType.WORDING_IMPROVEMENT
                    && one.lastWord() != CorrectionType.DUPLICATE));
    return parts;
  }

  private static Interval of(List<Judged> some, Predicate<Judged> good) {
    return Proportions.wilson((int) some.stream().filter(good).count(), some.size());
  }

  private static double share(List<Judged> some, Predicate<Judged> which) {
    return (double) some.stream().filter(which).count() / some.size();
  }

  private static double weight(Judged one) {
    return switch (one.facts().severity()) {
      case "critical" -> 4;
      case "high" -> 3;
      case "medium" -> 2;
      default -> 1;
    };
  }

  private static BigDecimal scaled(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Day> list(int limit) {
    return sql.selectFrom(AI_ALIGNMENT_METRICS)
        .orderBy(
            AI_ALIGNMENT_METRICS.WINDOW_START.desc().nullsLast(),
            AI_ALIGNMENT_METRICS.MODEL_VERSION)
        .limit(limit)
        .fetch(AlignmentDays::read);
  }

  private static Day read(AiAlignmentMetricsRecord row) {
    var parts = new LinkedHashMap<String, Interval>();
    JSON.readTree(row.getMetrics().data())
        .properties()
        .forEach(one -> parts.put(one.getKey(), JSON.treeToValue(one.getValue(), Interval.class)));
    return new Day(
        row.getModelVersion(),
        Objects.requireNonNullElse(row.getWindowStart(), row.getCreatedAt()),
        row.getAlignmentScore().doubleValue(),
        parts.values().stream().mapToInt(Interval::n).max().orElse(0),
        row.getHumanOverrideCount(),
        row.getHallucinationRate() == null ? null : row.getHallucinationRate().doubleValue(),
        row.getBiasScore() == null ? null : row.getBiasScore().doubleValue(),
        parts);
  }
}
