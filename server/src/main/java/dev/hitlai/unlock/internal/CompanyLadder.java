package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.MILESTONE_PROGRESS;
import static dev.hitlai.unlock.internal.jooq.Tables.UNLOCKED_FEATURES;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.CompanyMilestone;
import dev.hitlai.unlock.MilestoneUnlocked;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The companies' ladder: how many tests a company completed and what that opened. */
@Component
public class CompanyLadder {
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  CompanyLadder(DSLContext sql, ApplicationEventPublisher events) {
    this.sql = sql;
    this.events = events;
  }

  /**
   * Opens every milestone that so many tests reach and that isn't open yet.
   *
   * @param runId the test that reached it; null when it is found by counting again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reach(UUID companyId, long completed, @Nullable UUID runId, Instant at) {
    for (var milestone : CompanyMilestone.values()) {
      // A test reaches at most one mark; what was missed before is for counting again.
      boolean reached =
          runId == null ? completed >= milestone.tests() : completed == milestone.tests();
      if (reached && open(companyId, milestone, completed, runId, at)) {
        events.publishEvent(new MilestoneUnlocked(companyId, milestone, at));
      }
    }
  }

  /** Whether this call opened it, rather than an earlier one. */
  private boolean open(
      UUID companyId,
      CompanyMilestone milestone,
      long completed,
      @Nullable UUID runId,
      Instant at) {
    String[] features = milestone.features().stream().map(FeatureKey::code).toArray(String[]::new);
    var opened =
        sql.fetchSingle(
            "select unlock.open_milestone(?, ?, cast(? as text[]), ?, cast(? as uuid), cast(? as"
                + " timestamptz))",
            companyId,
            milestone.code(),
            features,
            completed,
            runId,
            at);
    return Objects.requireNonNull(opened.get(0, Integer.class)) > 0;
  }

  /** Completed tests of the company up to now. */
  @Transactional(readOnly = true)
  public long completed(UUID companyId) {
    Long counted =
        sql.select(MILESTONE_PROGRESS.COMPLETED)
            .from(MILESTONE_PROGRESS)
            .where(MILESTONE_PROGRESS.COMPANY_ID.eq(companyId))
            .fetchOne(MILESTONE_PROGRESS.COMPLETED);
    return counted == null ? 0 : counted;
  }

  /** What is open for the company, by a milestone or a grant. */
  @Transactional(readOnly = true)
  public Set<FeatureKey> open(UUID companyId) {
    var open = EnumSet.noneOf(FeatureKey.class);
    sql.selectDistinct(UNLOCKED_FEATURES.FEATURE_KEY)
        .from(UNLOCKED_FEATURES)
        .where(UNLOCKED_FEATURES.COMPANY_ID.eq(companyId))
        .and(UNLOCKED_FEATURES.REVOKED_AT.isNull())
        .forEach(row -> open.add(FeatureKey.of(row.value1())));
    return Collections.unmodifiableSet(open);
  }

  @Transactional(readOnly = true)
  public boolean isOpen(UUID companyId, FeatureKey feature) {
    return Boolean.TRUE.equals(
        sql.fetchSingle("select unlock.is_open(?, ?)", companyId, feature.code())
            .get(0, Boolean.class));
  }
}
