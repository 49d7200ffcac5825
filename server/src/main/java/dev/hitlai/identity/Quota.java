package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company's tests per calendar month (UTC). Taking is one conditional update, so that two
 * requests at once can't both take the last test; it belongs to the caller's transaction.
 */
@Component
public class Quota {
  private final DSLContext sql;
  private final Clock clock;

  Quota(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Takes tests from this month's quota.
   *
   * @return the first day of the month they were taken from; needed to give one back
   * @throws QuotaExceeded when fewer are left; then none is taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public LocalDate take(UUID companyId, int tests) {
    LocalDate month = month();
    int taken =
        sql.update(COMPANIES)
            .set(COMPANIES.TESTS_USED_THIS_MONTH, used(month).plus(tests))
            .set(COMPANIES.QUOTA_PERIOD, month)
            .where(COMPANIES.ID.eq(companyId))
            .and(
                COMPANIES
                    .MONTHLY_TEST_QUOTA
                    .isNull()
                    .or(used(month).plus(tests).le(COMPANIES.MONTHLY_TEST_QUOTA)))
            .execute();
    if (taken == 0) {
      throw new QuotaExceeded(standing(companyId), tests);
    }
    return month;
  }

  /** Gives one test back to the month it was taken from; a month that is over stays as it was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(UUID companyId, LocalDate month) {
    sql.update(COMPANIES)
        .set(COMPANIES.TESTS_USED_THIS_MONTH, COMPANIES.TESTS_USED_THIS_MONTH.minus(1))
        .where(COMPANIES.ID.eq(companyId))
        .and(COMPANIES.QUOTA_PERIOD.eq(month))
        .and(COMPANIES.TESTS_USED_THIS_MONTH.gt(0))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Standing standing(UUID companyId) {
    return sql.select(used(month()), COMPANIES.MONTHLY_TEST_QUOTA, COMPANIES.PLAN_TYPE)
        .from(COMPANIES)
        .where(COMPANIES.ID.eq(companyId))
        .fetchSingle(row -> new Standing(row.value1(), row.value2(), row.value3()));
  }

  private LocalDate month() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
  }

  private static Field<Integer> used(LocalDate month) {
    return when(COMPANIES.QUOTA_PERIOD.eq(month), COMPANIES.TESTS_USED_THIS_MONTH).otherwise(0);
  }

  /**
   * How much of this month's quota is used.
   *
   * @param limit null means unlimited
   */
  public record Standing(int used, @Nullable Integer limit, String plan) {
    /** Tests left this month; {@link Integer#MAX_VALUE} when unlimited. */
    public int left() {
      return limit == null ? Integer.MAX_VALUE : Math.max(0, limit - used);
    }
  }
}
