package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.TESTER_REFERRALS;
import static dev.hitlai.billing.internal.jooq.Tables.TEST_EARNINGS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.TesterRoster;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who brought whom: a new tester enters the code of the one who told them of us. */
@Component
public class Referrals {
  /** Until they have completed so many tests. */
  private static final int NEW = 10;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final TesterRoster roster;

  Referrals(DSLContext sql, TransactionTemplate transactions, TesterRoster roster) {
    this.sql = sql;
    this.transactions = transactions;
    this.roster = roster;
  }

  /**
   * Notes who brought a tester; not inside a transaction of theirs, since they don't see others.
   *
   * @throws ApiProblem when nobody has the code, it was noted before or the tester isn't new
   */
  public void enter(UUID testerId, String code) {
    Tenancy.run(
        Actor.system("referral"),
        () -> transactions.executeWithoutResult(status -> note(testerId, code)));
  }

  private void note(UUID testerId, String code) {
    var referrer =
        roster
            .byReferralCode(code.strip().toLowerCase(Locale.ROOT))
            .filter(id -> !id.equals(testerId))
            .orElseThrow(() -> ApiProblem.invalid("code", "isn't the code of another tester"));
    if (sql.fetchCount(TEST_EARNINGS, TEST_EARNINGS.TESTER_ID.eq(testerId)) >= NEW) {
      throw ApiProblem.conflict("You have completed %d tests already.".formatted(NEW));
    }
    // Two who name each other would both be paid for nobody.
    if (sql.fetchExists(
        TESTER_REFERRALS,
        TESTER_REFERRALS.TESTER_ID.eq(referrer).and(TESTER_REFERRALS.REFERRER_ID.eq(testerId)))) {
      throw ApiProblem.conflict("That tester was brought by you.");
    }
    int noted =
        sql.insertInto(TESTER_REFERRALS)
            .set(TESTER_REFERRALS.TESTER_ID, testerId)
            .set(TESTER_REFERRALS.REFERRER_ID, referrer)
            .onConflict(TESTER_REFERRALS.TESTER_ID)
            .doNothing()
            .execute();
    if (noted == 0) {
      throw ApiProblem.conflict("You have said who brought you.");
    }
  }

  /** Whether the tester can still say who brought them. */
  @Transactional(readOnly = true)
  public boolean isOpenTo(UUID testerId) {
    return !sql.fetchExists(TESTER_REFERRALS, TESTER_REFERRALS.TESTER_ID.eq(testerId))
        && sql.fetchCount(TEST_EARNINGS, TEST_EARNINGS.TESTER_ID.eq(testerId)) < NEW;
  }

  /** How many testers this one brought. */
  @Transactional(readOnly = true)
  public int broughtBy(UUID testerId) {
    return sql.fetchCount(TESTER_REFERRALS, TESTER_REFERRALS.REFERRER_ID.eq(testerId));
  }
}
