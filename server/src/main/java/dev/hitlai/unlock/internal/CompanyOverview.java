package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.UNLOCKED_FEATURES;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.CompanyMilestone;
import dev.hitlai.unlock.internal.jooq.tables.records.UnlockedFeaturesRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A company's ladder: where it stands, what is open and what comes next. */
@Component
public class CompanyOverview {
  private final DSLContext sql;
  private final CompanyLadder ladder;
  private final CompanyPace pace;

  CompanyOverview(DSLContext sql, CompanyLadder ladder, CompanyPace pace) {
    this.sql = sql;
    this.ladder = ladder;
    this.pace = pace;
  }

  /**
   * @param lastThirtyDays completed tests of the last 30 days: the pace of the estimates
   */
  public record Overview(long completed, int lastThirtyDays, List<Step> steps) {
    /** The next milestone; null when all are reached. */
    public @Nullable Step next() {
      return steps.stream().filter(step -> !step.reached()).findFirst().orElse(null);
    }
  }

  /**
   * @param unlockedAt null before it is reached
   * @param estimated null when it is reached, or when nothing was completed in the last 30 days
   */
  public record Step(
      CompanyMilestone milestone,
      long completed,
      @Nullable Instant unlockedAt,
      @Nullable LocalDate estimated,
      List<Feature> features) {
    public boolean reached() {
      return unlockedAt != null;
    }

    public long missing() {
      return reached() ? 0 : Math.max(0, milestone.tests() - completed);
    }
  }

  /**
   * @param grantReason why it was opened early; null when it is locked or a milestone opened it
   */
  public record Feature(FeatureKey key, boolean open, @Nullable String grantReason) {}

  @Transactional(readOnly = true)
  public Overview of(UUID companyId) {
    long completed = ladder.completed(companyId);
    var opened = opened(companyId);
    int recent = pace.lastThirtyDays(companyId);
    return new Overview(
        completed,
        recent,
        Arrays.stream(CompanyMilestone.values())
            .map(milestone -> step(companyId, milestone, completed, opened))
            .toList());
  }

  private Step step(
      UUID companyId,
      CompanyMilestone milestone,
      long completed,
      Map<FeatureKey, UnlockedFeaturesRecord> opened) {
    Instant reached =
        milestone.features().stream()
            .map(opened::get)
            .filter(row -> row != null && row.getMilestone() != null)
            .map(UnlockedFeaturesRecord::getUnlockedAt)
            .findFirst()
            .orElse(null);
    var features = milestone.features().stream().map(key -> feature(key, opened.get(key))).toList();
    LocalDate estimated =
        reached != null ? null : pace.date(companyId, milestone.tests() - completed).orElse(null);
    return new Step(milestone, completed, reached, estimated, features);
  }

  private static Feature feature(FeatureKey key, @Nullable UnlockedFeaturesRecord row) {
    return new Feature(
        key, row != null, row == null || row.getMilestone() != null ? null : row.getReason());
  }

  /** What a milestone opened stands before what was granted earlier. */
  private Map<FeatureKey, UnlockedFeaturesRecord> opened(UUID companyId) {
    var opened = new EnumMap<FeatureKey, UnlockedFeaturesRecord>(FeatureKey.class);
    sql.selectFrom(UNLOCKED_FEATURES)
        .where(UNLOCKED_FEATURES.COMPANY_ID.eq(companyId))
        .and(UNLOCKED_FEATURES.REVOKED_AT.isNull())
        .orderBy(UNLOCKED_FEATURES.SOURCE)
        .forEach(row -> opened.put(FeatureKey.of(row.getFeatureKey()), row));
    return opened;
  }
}
