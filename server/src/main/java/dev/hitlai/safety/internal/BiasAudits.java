package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.BIAS_DETECTION_RESULTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.safety.internal.BiasAudit.Comparison;
import dev.hitlai.safety.internal.BiasAudit.Kind;
import dev.hitlai.safety.internal.BiasAudit.Verdict;
import dev.hitlai.safety.internal.jooq.tables.records.BiasDetectionResultsRecord;
import dev.hitlai.training.JudgedFindings;
import dev.hitlai.training.JudgedFindings.Judged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Audits for unequal treatment: made every day and when asked, kept with all that they rest on. */
@Component
@Transactional
public class BiasAudits {
  private static final Duration WINDOW = Duration.ofDays(90);
  private static final long SEED = 17;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final JudgedFindings findings;
  private final Notifications notifications;
  private final Clock clock;

  BiasAudits(DSLContext sql, JudgedFindings findings, Notifications notifications, Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * An audit.
   *
   * @param score the largest difference that is bias, 0 to 1
   * @param comparisons those of bias first
   * @param mitigation what was done about it; null for nothing yet
   * @param before the score of the audit before it of the same version; null for the first
   */
  public record Audit(
      UUID id,
      String modelVersion,
      double score,
      boolean detected,
      List<String> affected,
      List<Comparison> comparisons,
      @Nullable String mitigation,
      @Nullable Double before,
      Instant at) {
    /** Whether anything had enough cases to say something of it. */
    public boolean saysSomething() {
      return comparisons.stream().anyMatch(one -> one.verdict() != Verdict.TOO_FEW);
    }
  }

  /**
   * Audits each version that found something in the last 90 days.
   *
   * @return how many were audited
   */
  public int run() {
    var now = clock.instant();
    var byVersion = new TreeMap<String, List<Judged>>();
    findings
        .since(now.minus(WINDOW), null)
        .forEach(
            one -> byVersion.computeIfAbsent(one.modelVersion(), _ -> new ArrayList<>()).add(one));
    byVersion.forEach((version, some) -> audit(version, some, now));
    return byVersion.size();
  }

  private void audit(String version, List<Judged> some, Instant now) {
    var comparisons = BiasAudit.audit(BiasObservations.of(some, now), SEED);
    var biased = comparisons.stream().filter(one -> one.verdict() == Verdict.BIAS).toList();
    double overall = 0;
    for (var kind : Kind.values()) {
      overall = Math.max(overall, BiasAudit.score(comparisons, kind));
    }
    UUID id =
        sql.insertInto(BIAS_DETECTION_RESULTS)
            .set(BIAS_DETECTION_RESULTS.MODEL_VERSION, version)
            .set(BIAS_DETECTION_RESULTS.WINDOW_START, now.minus(WINDOW))
            .set(BIAS_DETECTION_RESULTS.WINDOW_END, now)
            .set(
                BIAS_DETECTION_RESULTS.DEMOGRAPHIC_BIAS_SCORE,
                share(BiasAudit.score(comparisons, Kind.DEMOGRAPHIC)))
            .set(
                BIAS_DETECTION_RESULTS.PLATFORM_BIAS_SCORE,
                share(BiasAudit.score(comparisons, Kind.PLATFORM)))
            .set(
                BIAS_DETECTION_RESULTS.LANGUAGE_BIAS_SCORE,
                share(BiasAudit.score(comparisons, Kind.LANGUAGE)))
            .set(
                BIAS_DETECTION_RESULTS.TEMPORAL_BIAS_SCORE,
                share(BiasAudit.score(comparisons, Kind.TEMPORAL)))
            .set(BIAS_DETECTION_RESULTS.OVERALL_BIAS_SCORE, share(overall))
            .set(BIAS_DETECTION_RESULTS.BIAS_DETECTED, !biased.isEmpty())
            .set(
                BIAS_DETECTION_RESULTS.BIAS_CATEGORIES,
                biased.stream()
                    .map(one -> one.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .distinct()
                    .toArray(String[]::new))
            .set(
                BIAS_DETECTION_RESULTS.AFFECTED_GROUPS,
                biased.stream()
                    .map(one -> one.difference().estimate() < 0 ? one.one() : one.other())
                    .distinct()
                    .toArray(String[]::new))
            .set(
                BIAS_DETECTION_RESULTS.BIAS_EVIDENCE,
                JSONB.valueOf(JSON.writeValueAsString(Map.of("comparisons", comparisons))))
            .set(BIAS_DETECTION_RESULTS.CREATED_AT, now)
            .returning(BIAS_DETECTION_RESULTS.ID)
            .fetchSingle(BIAS_DETECTION_RESULTS.ID);
    if (!biased.isEmpty()) {
      var worst = biased.getFirst();
      notifications.tell(
          new Notice(
              "bias.detected",
              "bias.detected:" + id,
              NoticeKind.FINDINGS,
              new Audience.Administrators(),
              version + " treats groups unequally",
              List.of(
                  "By %s, %s and %s differ by %.0f points in what is %s on the same pages."
                      .formatted(
                          worst.dimension(),
                          worst.one(),
                          worst.other(),
                          100 * Math.abs(worst.difference().estimate()),
                          worst.measure().word())),
              new Notice.Action("See the audit", "/admin/bias"),
              Map.of("auditId", id.toString())));
    }
  }

  private static BigDecimal share(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  /** Writes down what was done about it; whether it helped shows at the next audit. */
  public void mitigated(UUID id, String what) {
    if (what.isBlank() || what.length() > 2000) {
      throw ApiProblem.invalid("strategy", "must have 1 to 2,000 characters");
    }
    int changed =
        sql.update(BIAS_DETECTION_RESULTS)
            .set(BIAS_DETECTION_RESULTS.MITIGATION_APPLIED, true)
            .set(BIAS_DETECTION_RESULTS.MITIGATION_STRATEGY, what.strip())
            .where(BIAS_DETECTION_RESULTS.ID.eq(id))
            .and(BIAS_DETECTION_RESULTS.BIAS_DETECTED)
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("There is no such audit that found bias.");
    }
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Audit> list(int limit) {
    return sql.selectFrom(BIAS_DETECTION_RESULTS)
        .orderBy(BIAS_DETECTION_RESULTS.CREATED_AT.desc(), BIAS_DETECTION_RESULTS.ID.desc())
        .limit(limit)
        .fetch(this::read);
  }

  /** The latest of a version; of any when there is none of it. */
  @Transactional(readOnly = true)
  public Optional<Audit> latest() {
    return list(1).stream().findFirst();
  }

  private Audit read(BiasDetectionResultsRecord row) {
    var evidence = JSON.readTree(row.getBiasEvidence().data()).path("comparisons");
    var comparisons =
        evidence.isArray()
            ? List.of(JSON.treeToValue(evidence, Comparison[].class))
            : List.<Comparison>of();
    return new Audit(
        row.getId(),
        row.getModelVersion(),
        Objects.requireNonNullElse(row.getOverallBiasScore(), BigDecimal.ZERO).doubleValue(),
        row.getBiasDetected(),
        List.of(row.getAffectedGroups()),
        comparisons,
        row.getMitigationStrategy(),
        before(row),
        row.getCreatedAt());
  }

  private @Nullable Double before(BiasDetectionResultsRecord row) {
    BigDecimal score =
        sql.select(BIAS_DETECTION_RESULTS.OVERALL_BIAS_SCORE)
            .from(BIAS_DETECTION_RESULTS)
            .where(BIAS_DETECTION_RESULTS.MODEL_VERSION.eq(row.getModelVersion()))
            .and(BIAS_DETECTION_RESULTS.CREATED_AT.lt(row.getCreatedAt()))
            .orderBy(BIAS_DETECTION_RESULTS.CREATED_AT.desc())
            .limit(1)
            .fetchOne(BIAS_DETECTION_RESULTS.OVERALL_BIAS_SCORE);
    return score == null ? null : score.doubleValue();
  }
}
