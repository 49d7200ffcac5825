package dev.hitlai.billing.internal;

import java.util.Locale;

/** What an account of the ledger is kept of. */
public enum AccountKind {
  /** A company: what it owes us (debit) or has in credit. */
  COMPANY,
  /** What we owe a tester and they may have paid out. */
  TESTER_PAYABLE,
  /** What we owe a tester but keep back while a test is looked into. */
  TESTER_HELD,
  /** What a tester has asked to be paid and is on its way. */
  TESTER_PAYOUT,
  PLATFORM_REVENUE,
  /** The testers' shares of prices, an expense. */
  TESTER_COST,
  TRAINING_BONUSES,
  BONUSES,
  /** Credits that companies got as a present, an expense. */
  CREDITS_GRANTED,
  /** What we have promised to give back to companies and is on its way. */
  REFUNDS_DUE,
  CASH;

  /** As the schema spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it grows by debits, as what we have and what we spend does. */
  public boolean growsByDebit() {
    return switch (this) {
      case TESTER_COST, TRAINING_BONUSES, BONUSES, CREDITS_GRANTED, CASH -> true;
      case COMPANY, TESTER_PAYABLE, TESTER_HELD, TESTER_PAYOUT, PLATFORM_REVENUE, REFUNDS_DUE ->
          false;
    };
  }
}
