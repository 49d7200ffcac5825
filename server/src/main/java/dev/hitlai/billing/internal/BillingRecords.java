package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.CREDIT_NOTES;
import static dev.hitlai.billing.internal.jooq.Tables.EARNING_HOLDS;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;
import static dev.hitlai.billing.internal.jooq.Tables.PAYOUTS;
import static dev.hitlai.billing.internal.jooq.Tables.REFUNDS;
import static dev.hitlai.billing.internal.jooq.Tables.TESTER_REFERRALS;
import static dev.hitlai.billing.internal.jooq.Tables.TEST_EARNINGS;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
import dev.hitlai.identity.TesterIds;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the books say of a person: of a tester all that they earned, of others what they paid or
 * gave back for a company. Books are kept by law and stay; where a payout went to is forgotten.
 * Before the roster, which forgets which row was whose.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BillingRecords implements PersonalRecords {
  private static final String FORGOTTEN = "forgotten";

  private final DSLContext sql;
  private final TesterIds testers;

  BillingRecords(DSLContext sql, TesterIds testers) {
    this.sql = sql;
    this.testers = testers;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files =
        new PersonalFiles(sql)
            .add(
                "payments",
                PAYMENTS,
                PAYMENTS.CREATED_BY.eq(userId),
                PAYMENTS.CREATED_AT.desc(),
                PAYMENTS.ID,
                PAYMENTS.COMPANY_ID,
                PAYMENTS.PURPOSE,
                PAYMENTS.AMOUNT_USD,
                PAYMENTS.RECEIVED_USD,
                PAYMENTS.PROVIDER,
                PAYMENTS.STATUS,
                PAYMENTS.CREATED_AT)
            .add(
                "refunds-given",
                REFUNDS,
                REFUNDS.CREATED_BY.eq(userId),
                REFUNDS.CREATED_AT.desc(),
                REFUNDS.ID,
                REFUNDS.AMOUNT_USD,
                REFUNDS.REASON,
                REFUNDS.STATUS,
                REFUNDS.CREATED_AT)
            .add(
                "credit-notes-written",
                CREDIT_NOTES,
                CREDIT_NOTES.CREATED_BY.eq(userId),
                CREDIT_NOTES.ISSUED_AT.desc(),
                CREDIT_NOTES.NUMBER,
                CREDIT_NOTES.AMOUNT_USD,
                CREDIT_NOTES.REASON,
                CREDIT_NOTES.ISSUED_AT);
    UUID tester = testers.of(userId);
    return (tester == null ? files : ofTester(files, tester)).all();
  }

  private static PersonalFiles ofTester(PersonalFiles files, UUID tester) {
    return files
        .add(
            "earnings",
            TEST_EARNINGS,
            TEST_EARNINGS.TESTER_ID.eq(tester),
            TEST_EARNINGS.EARNED_AT.desc(),
            TEST_EARNINGS.REFERENCE,
            TEST_EARNINGS.EARNED_USD,
            TEST_EARNINGS.TRAINING_BONUS_USD,
            TEST_EARNINGS.STARS,
            TEST_EARNINGS.EARNED_AT)
        .add(
            "earnings-held",
            EARNING_HOLDS,
            EARNING_HOLDS.TESTER_ID.eq(tester),
            EARNING_HOLDS.HELD_AT.desc(),
            EARNING_HOLDS.AMOUNT_USD,
            EARNING_HOLDS.STATUS,
            EARNING_HOLDS.REASON,
            EARNING_HOLDS.OUTCOME,
            EARNING_HOLDS.HELD_AT,
            EARNING_HOLDS.ENDED_AT)
        .add(
            "payouts",
            PAYOUTS,
            PAYOUTS.TESTER_ID.eq(tester),
            PAYOUTS.REQUESTED_AT.desc(),
            PAYOUTS.AMOUNT_USD,
            PAYOUTS.METHOD,
            PAYOUTS.DESTINATION,
            PAYOUTS.STATUS,
            PAYOUTS.NOTE,
            PAYOUTS.REQUESTED_AT,
            PAYOUTS.PAID_AT)
        .add(
            "account-entries",
            LEDGER_TRANSACTIONS
                .join(LEDGER_ENTRIES)
                .on(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID)),
            LEDGER_ENTRIES.TESTER_ID.eq(tester),
            LEDGER_TRANSACTIONS.POSTED_AT.desc(),
            LEDGER_TRANSACTIONS.POSTED_AT,
            LEDGER_TRANSACTIONS.KIND,
            LEDGER_TRANSACTIONS.DESCRIPTION,
            LEDGER_ENTRIES.AMOUNT_USD)
        .add(
            "referrals",
            TESTER_REFERRALS,
            TESTER_REFERRALS.TESTER_ID.eq(tester).or(TESTER_REFERRALS.REFERRER_ID.eq(tester)),
            TESTER_REFERRALS.CREATED_AT,
            TESTER_REFERRALS.REFERRER_ID.eq(tester).as("brought_somebody"));
  }

  @Override
  public void erase(UUID userId, String email) {
    UUID tester = testers.of(userId);
    if (tester != null) {
      // One that is still to be paid needs it; whoever pays it knows it from the bank afterwards.
      sql.update(PAYOUTS)
          .set(PAYOUTS.DESTINATION, FORGOTTEN)
          .where(PAYOUTS.TESTER_ID.eq(tester))
          .and(PAYOUTS.STATUS.in("paid", "rejected"))
          .execute();
    }
  }
}
