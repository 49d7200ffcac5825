package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.TESTER_REFERRALS;
import static dev.hitlai.billing.internal.jooq.Tables.TEST_EARNINGS;
import static org.jooq.impl.DSL.count;

import dev.hitlai.billing.BonusKind;
import dev.hitlai.billing.internal.BonusRules.Bonus;
import dev.hitlai.billing.internal.BonusRules.Test;
import dev.hitlai.testers.ProgramTerms;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays the bonuses that the history of tests has earned, each once. */
@Component
public class Bonuses {
  private static final int REFERRED_TESTS = 10;
  private static final BigDecimal REFERRAL = new BigDecimal("100.00");

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final TesterBook book;
  private final ProgramTerms terms;
  private final Clock clock;

  Bonuses(
      DSLContext sql,
      TransactionTemplate transactions,
      TesterBook book,
      ProgramTerms terms,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.book = book;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * @return how many were paid by this call
   */
  public int payDue() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var since = BonusRules.earliest(today).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<UUID> testers =
        transactions.execute(
            status ->
                sql.selectDistinct(TEST_EARNINGS.TESTER_ID)
                    .from(TEST_EARNINGS)
                    .where(TEST_EARNINGS.EARNED_AT.ge(since))
                    .fetch(TEST_EARNINGS.TESTER_ID));
    int paid = 0;
    for (UUID tester : testers == null ? List.<UUID>of() : testers) {
      Integer here =
          transactions.execute(status -> pay(tester, BonusRules.due(history(tester), today)));
      paid += here == null ? 0 : here;
    }
    Integer referrals = transactions.execute(status -> payReferrals() + payForMembers());
    return paid + (referrals == null ? 0 : referrals);
  }

  private int pay(UUID tester, List<Bonus> due) {
    int paid = 0;
    for (Bonus bonus : due) {
      // The reference names rule, tester and period: the ledger takes it once.
      String reference = bonus.rule() + ":" + tester + ":" + bonus.period();
      paid += book.bonus(tester, bonus.kind(), bonus.amount(), reference, bonus.reason()) ? 1 : 0;
    }
    return paid;
  }

  private List<Test> history(UUID tester) {
    var since =
        BonusRules.earliest(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return sql.select(TEST_EARNINGS.EARNED_AT, TEST_EARNINGS.STARS)
        .from(TEST_EARNINGS)
        .where(TEST_EARNINGS.TESTER_ID.eq(tester))
        .and(TEST_EARNINGS.EARNED_AT.ge(since))
        .fetch(row -> new Test(LocalDate.ofInstant(row.value1(), ZoneOffset.UTC), row.value2()));
  }

  private int payReferrals() {
    var due =
        sql.select(TESTER_REFERRALS.REFERRER_ID, TESTER_REFERRALS.TESTER_ID)
            .from(TESTER_REFERRALS)
            .join(TEST_EARNINGS)
            .on(TEST_EARNINGS.TESTER_ID.eq(TESTER_REFERRALS.TESTER_ID))
            .groupBy(TESTER_REFERRALS.REFERRER_ID, TESTER_REFERRALS.TESTER_ID)
            .having(count().ge(REFERRED_TESTS))
            .fetch();
    int paid = 0;
    for (var row : due) {
      String reference = "referral:" + row.value2();
      String reason = "a tester you brought completed " + REFERRED_TESTS + " tests";
      paid += book.bonus(row.value1(), BonusKind.REFERRAL, REFERRAL, reference, reason) ? 1 : 0;
    }
    return paid;
  }

  /** For those who came into a program, whenever the code was entered. */
  private int payForMembers() {
    int paid = 0;
    for (var row :
        sql.select(TESTER_REFERRALS.REFERRER_ID, TESTER_REFERRALS.TESTER_ID)
            .from(TESTER_REFERRALS)
            .fetch()) {
      var bonus = terms.referralBonusFor(row.value2());
      String reference = "referral-program:" + row.value2();
      String reason = "a tester you brought joined the program";
      paid +=
          bonus.signum() > 0
                  && book.bonus(row.value1(), BonusKind.REFERRAL, bonus, reference, reason)
              ? 1
              : 0;
    }
    return paid;
  }
}
