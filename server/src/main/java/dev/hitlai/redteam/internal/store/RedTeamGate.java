package dev.hitlai.redteam.internal.store;

import static dev.hitlai.redteam.internal.jooq.Tables.CAMPAIGNS;

import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.DeploymentGate;
import dev.hitlai.redteam.internal.store.Campaigns.Cause;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a version through when a campaign over all categories, not older than two weeks, shows that
 * attacks work seldom, and nothing critical is open.
 */
@Component
class RedTeamGate implements DeploymentGate {
  private static final Duration FRESH = Duration.ofDays(14);

  /** The upper end of the interval: what isn't known for sure doesn't pass. */
  private static final BigDecimal MOST = new BigDecimal("0.10");

  private final DSLContext sql;
  private final Campaigns campaigns;
  private final Vulnerabilities vulnerabilities;
  private final Clock clock;

  RedTeamGate(DSLContext sql, Campaigns campaigns, Vulnerabilities vulnerabilities, Clock clock) {
    this.sql = sql;
    this.campaigns = campaigns;
    this.vulnerabilities = vulnerabilities;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Answer ask(String target) {
    var last =
        sql.selectFrom(CAMPAIGNS)
            .where(CAMPAIGNS.TARGET.eq(target))
            .and(CAMPAIGNS.STATUS.eq("done"))
            .and(CAMPAIGNS.CREATED_AT.gt(clock.instant().minus(FRESH)))
            .and(
                CAMPAIGNS.CATEGORIES.contains(
                    EnumSet.allOf(Category.class).stream()
                        .map(Category::code)
                        .toArray(String[]::new)))
            .orderBy(CAMPAIGNS.CREATED_AT.desc())
            .limit(1)
            .fetchOptional();
    var reasons = new ArrayList<String>();
    if (last.isEmpty()) {
      reasons.add("No campaign over all categories was carried out in the last 14 days.");
    }
    last.filter(row -> row.getSuccessHigh().compareTo(MOST) > 0)
        .ifPresent(
            row ->
                reasons.add(
                    "Attacks may work in up to %s of answers; at most 0.10 is allowed."
                        .formatted(row.getSuccessHigh())));
    int critical = vulnerabilities.openCritical(target);
    if (critical > 0) {
      reasons.add(
          critical == 1
              ? "A critical weakness is open."
              : critical + " critical weaknesses are open.");
    }
    return new Answer(reasons.isEmpty(), reasons, last.map(row -> row.getId()).orElse(null));
  }

  @Override
  @Transactional
  public UUID examine(String target) {
    return campaigns
        .start(target, CampaignPlan.standard(clock.millis()), Cause.DEPLOYMENT, null)
        .id();
  }
}
