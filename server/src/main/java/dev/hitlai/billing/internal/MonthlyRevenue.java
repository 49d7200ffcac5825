package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ACCOUNTS;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;

import dev.hitlai.testers.PhaseFigure;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform earned in the last 30 days, which later phases wait for. */
@Component
class MonthlyRevenue implements PhaseFigure {
  private static final Duration MONTH = Duration.ofDays(30);

  private final DSLContext sql;
  private final Clock clock;

  MonthlyRevenue(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.MONTHLY_REVENUE;
  }

  /** Credits of the revenue account less what was taken back. */
  @Override
  @Transactional(readOnly = true)
  public BigDecimal current() {
    return sql.select(DSL.coalesce(DSL.sum(LEDGER_ENTRIES.AMOUNT_USD), BigDecimal.ZERO))
        .from(LEDGER_ENTRIES)
        .join(LEDGER_ACCOUNTS)
        .on(LEDGER_ACCOUNTS.ID.eq(LEDGER_ENTRIES.ACCOUNT_ID))
        .join(LEDGER_TRANSACTIONS)
        .on(LEDGER_TRANSACTIONS.ID.eq(LEDGER_ENTRIES.TRANSACTION_ID))
        .where(LEDGER_ACCOUNTS.KIND.eq(AccountKind.PLATFORM_REVENUE.code()))
        .and(LEDGER_TRANSACTIONS.POSTED_AT.ge(clock.instant().minus(MONTH)))
        .fetchSingle()
        .value1()
        .negate();
  }
}
