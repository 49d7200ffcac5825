package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;

import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.FeatureLocked;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many people a company may have; whoever is invited holds a seat until the link expires. */
@Component
public class Seats {
  /**
   * Seats by plan: what a team needs that tests as often as the plan's quota allows (one seat for
   * about three tests a month on the free plan, fewer for the larger ones, whose tests are mostly
   * asked for by programs). Unlimited seats lifts all of them.
   */
  private static final Map<String, Integer> LIMITS =
      Map.of("free", 3, "starter", 5, "pro", 15, "enterprise", 50);

  private final DSLContext sql;
  private final FeatureGate features;
  private final Clock clock;

  Seats(DSLContext sql, FeatureGate features, Clock clock) {
    this.sql = sql;
    this.features = features;
    this.clock = clock;
  }

  /**
   * @param taken members and people invited
   * @param limit null when there is none
   * @param plan the company's plan
   * @param unlimited where the company stands before the feature that lifts the limit
   */
  public record Standing(
      int taken, @Nullable Integer limit, String plan, FeatureGate.Standing unlimited) {
    public boolean full() {
      return limit != null && taken >= limit;
    }
  }

  @Transactional(readOnly = true)
  public Standing standing(UUID companyId) {
    String plan =
        Objects.requireNonNull(
            sql.select(COMPANIES.PLAN_TYPE)
                .from(COMPANIES)
                .where(COMPANIES.ID.eq(companyId))
                .fetchSingle()
                .value1());
    var unlimited = features.standing(companyId, FeatureKey.UNLIMITED_SEATS);
    return new Standing(
        members(companyId) + invited(companyId),
        unlimited.open() ? null : LIMITS.get(plan),
        plan,
        unlimited);
  }

  /**
   * Makes sure that one more person has a seat. Two who add somebody at once wait for each other,
   * so both can't take the last seat.
   *
   * @throws FeatureLocked when all seats are taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireOne(UUID companyId) {
    sql.select(COMPANIES.ID)
        .from(COMPANIES)
        .where(COMPANIES.ID.eq(companyId))
        .forUpdate()
        .fetchSingle();
    var standing = standing(companyId);
    if (standing.full()) {
      throw new FeatureLocked(
          standing.unlimited(),
          "All %d seats of the plan %s are taken.".formatted(standing.limit(), standing.plan()));
    }
  }

  private int members(UUID companyId) {
    return sql.fetchCount(COMPANY_MEMBERS, COMPANY_MEMBERS.COMPANY_ID.eq(companyId));
  }

  private int invited(UUID companyId) {
    return sql.fetchCount(
        sql.selectDistinct(ONE_TIME_LINKS.EMAIL)
            .from(ONE_TIME_LINKS)
            .where(ONE_TIME_LINKS.COMPANY_ID.eq(companyId))
            .and(ONE_TIME_LINKS.PURPOSE.eq("invitation"))
            .and(ONE_TIME_LINKS.USED_AT.isNull())
            .and(ONE_TIME_LINKS.EXPIRES_AT.gt(clock.instant())));
  }
}
