package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.UNLOCKED_FEATURES;

import dev.hitlai.unlock.internal.jooq.tables.records.UnlockedFeaturesRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What opened, as it was written down. */
@Component
public class Unlocks {
  private final DSLContext sql;

  Unlocks(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param companyId null for a phase of the platform
   * @param milestone null for a grant
   * @param feature null for a phase of the platform
   */
  public record Unlock(
      UUID id,
      @Nullable UUID companyId,
      @Nullable String milestone,
      @Nullable String feature,
      String source,
      long completedTests,
      Instant unlockedAt,
      @Nullable UUID grantedBy,
      @Nullable String reason,
      @Nullable Instant revokedAt,
      @Nullable String revokeReason) {}

  /** The latest that the asker may see: the platform's and the own company's. */
  @Transactional(readOnly = true)
  public List<Unlock> latest(int limit) {
    return read(UNLOCKED_FEATURES.REVOKED_AT.isNull(), limit);
  }

  /** Grants of every company, those in force first. */
  @Transactional(readOnly = true)
  public List<Unlock> grants(int limit) {
    return read(UNLOCKED_FEATURES.SOURCE.eq("grant"), limit);
  }

  /** Milestones that companies reached, without the phases. */
  @Transactional(readOnly = true)
  public List<Unlock> milestones(int limit) {
    return read(
        UNLOCKED_FEATURES.SOURCE.eq("milestone").and(UNLOCKED_FEATURES.COMPANY_ID.isNotNull()),
        limit);
  }

  private List<Unlock> read(Condition which, int limit) {
    return sql.selectFrom(UNLOCKED_FEATURES)
        .where(which)
        .orderBy(
            DSL.field(UNLOCKED_FEATURES.REVOKED_AT.isNotNull()),
            UNLOCKED_FEATURES.UNLOCKED_AT.desc(),
            UNLOCKED_FEATURES.ID.desc())
        .limit(limit)
        .fetch(Unlocks::unlock);
  }

  private static Unlock unlock(UnlockedFeaturesRecord row) {
    return new Unlock(
        row.getId(),
        row.getCompanyId(),
        row.getMilestone(),
        row.getFeatureKey(),
        row.getSource(),
        row.getCompletedTests(),
        row.getUnlockedAt(),
        row.getGrantedBy(),
        row.getReason(),
        row.getRevokedAt(),
        row.getRevokeReason());
  }
}
