package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.AGI_CAPABILITY_MILESTONES;

import dev.hitlai.platform.statistics.Interval;
import dev.hitlai.platform.statistics.Proportions;
import dev.hitlai.safety.internal.jooq.tables.records.AgiCapabilityMilestonesRecord;
import dev.hitlai.training.JudgedFindings;
import dev.hitlai.training.JudgedFindings.Judged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Capability levels: measured from people's words on sites kept for evaluation, never typed in. */
@Component
@Transactional
public class Levels {
  static final String CAPABILITY = "finding problems of use";

  /** Lower end of agreement from which a level is shown. */
  private static final double[] FROM = {0.70, 0.85, 0.93, 0.97, 0.99};

  private static final List<String> NAMES =
      List.of("Assistant", "Collaborator", "Expert", "Specialist", "Beyond");
  private static final Duration WINDOW = Duration.ofDays(180);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final JudgedFindings findings;
  private final Clock clock;

  Levels(DSLContext sql, JudgedFindings findings, Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.clock = clock;
  }

  /**
   * What was measured.
   *
   * @param level 0 while not even the first is shown
   */
  public record Measured(Interval agreement, int sites, int level) {}

  /** A level with what stands of it. */
  public record Level(
      UUID id,
      int level,
      String name,
      double from,
      boolean demonstrated,
      boolean approved,
      @Nullable Instant approvedAt) {}

  /** Agreement with people on held-out sites in the last 180 days. */
  @Transactional(readOnly = true)
  public Measured measure() {
    var held =
        findings.since(clock.instant().minus(WINDOW), null).stream()
            .filter(Judged::heldOut)
            .filter(one -> one.right() != null)
            .toList();
    int right = (int) held.stream().filter(one -> Boolean.TRUE.equals(one.right())).count();
    var agreement = Proportions.wilson(right, held.size());
    return new Measured(
        agreement, (int) held.stream().map(Judged::site).distinct().count(), level(agreement));
  }

  /** Few cases never show a high level: the lower end of the interval counts. */
  static int level(Interval agreement) {
    int level = 0;
    for (double from : FROM) {
      level += agreement.n() > 0 && agreement.low() >= from ? 1 : 0;
    }
    return level;
  }

  /**
   * Writes down what is shown now; a level that isn't shown any more loses its approval.
   *
   * @return levels that lost it
   */
  public List<Integer> assess() {
    var measured = measure();
    var evidence = new LinkedHashMap<String, Object>();
    evidence.put("agreement", measured.agreement().estimate());
    evidence.put("low", measured.agreement().low());
    evidence.put("n", measured.agreement().n());
    evidence.put("sites", measured.sites());
    for (int level = 1; level <= FROM.length; level++) {
      sql.insertInto(AGI_CAPABILITY_MILESTONES)
          .set(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME, CAPABILITY)
          .set(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL, level)
          .set(
              AGI_CAPABILITY_MILESTONES.CAPABILITY_DESCRIPTION,
              "%s: people agree with at least %.0f %% of findings on sites that it never saw."
                  .formatted(NAMES.get(level - 1), 100 * FROM[level - 1]))
          .onConflict(
              AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME, AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL)
          .doNothing()
          .execute();
    }
    var lost =
        sql.select(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL)
            .from(AGI_CAPABILITY_MILESTONES)
            .where(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME.eq(CAPABILITY))
            .and(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL.gt(measured.level()))
            .and(AGI_CAPABILITY_MILESTONES.APPROVED_FOR_DEPLOYMENT)
            .fetch(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL);
    sql.update(AGI_CAPABILITY_MILESTONES)
        .set(AGI_CAPABILITY_MILESTONES.APPROVED_FOR_DEPLOYMENT, false)
        .set(AGI_CAPABILITY_MILESTONES.DEMONSTRATED, false)
        .where(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME.eq(CAPABILITY))
        .and(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL.gt(measured.level()))
        .execute();
    sql.update(AGI_CAPABILITY_MILESTONES)
        .set(AGI_CAPABILITY_MILESTONES.DEMONSTRATED, true)
        .set(AGI_CAPABILITY_MILESTONES.VALIDATION_DATE, clock.instant())
        .set(
            AGI_CAPABILITY_MILESTONES.VALIDATION_EVIDENCE,
            JSONB.valueOf(JSON.writeValueAsString(evidence)))
        .where(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME.eq(CAPABILITY))
        .and(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL.le(measured.level()))
        .execute();
    return lost;
  }

  @Transactional(readOnly = true)
  public List<Level> list() {
    return sql.selectFrom(AGI_CAPABILITY_MILESTONES)
        .where(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME.eq(CAPABILITY))
        .orderBy(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL)
        .fetch(Levels::read);
  }

  Optional<AgiCapabilityMilestonesRecord> lock(int level) {
    return sql.selectFrom(AGI_CAPABILITY_MILESTONES)
        .where(AGI_CAPABILITY_MILESTONES.CAPABILITY_NAME.eq(CAPABILITY))
        .and(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL.eq(level))
        .forUpdate()
        .fetchOptional();
  }

  /** The highest level that may decide anything; 1, which is always verified, needs no board. */
  @Transactional(readOnly = true)
  public int approved() {
    return list().stream().filter(Level::approved).mapToInt(Level::level).max().orElse(1);
  }

  private static Level read(AgiCapabilityMilestonesRecord row) {
    int level = row.getCapabilityLevel();
    return new Level(
        row.getId(),
        level,
        NAMES.get(level - 1),
        FROM[level - 1],
        row.getDemonstrated(),
        row.getApprovedForDeployment(),
        row.getApprovalDate());
  }
}
