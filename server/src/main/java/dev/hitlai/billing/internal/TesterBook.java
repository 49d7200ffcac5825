package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.EARNING_HOLDS;
import static dev.hitlai.billing.internal.jooq.Tables.TEST_EARNINGS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.BonusKind;
import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.internal.jooq.tables.records.TestEarningsRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Postings to testers' accounts, and the row of each test beside them. */
@Component
public class TesterBook {
  private final DSLContext sql;
  private final Ledger ledger;
  private final Clock clock;

  TesterBook(DSLContext sql, Ledger ledger, Clock clock) {
    this.sql = sql;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** How a hold ends. */
  public enum Outcome {
    RELEASED(PostingKind.RELEASE, AccountKind.TESTER_PAYABLE),
    FORFEITED(PostingKind.FORFEIT, AccountKind.TESTER_COST);

    private final PostingKind posting;
    private final AccountKind goesTo;

    Outcome(PostingKind posting, AccountKind goesTo) {
      this.posting = posting;
      this.goesTo = goesTo;
    }

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean earn(
      UUID testerId,
      UUID companyId,
      String reference,
      BigDecimal price,
      BigDecimal share,
      BigDecimal trainingBonus) {
    Money.requireNotNegative(price);
    Money.requireNotNegative(trainingBonus);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A share is 0 to 1, not " + share);
    }
    var earned = Money.cents(price.multiply(share));
    Object noted =
        sql.fetchValue(
            "select billing.earn(?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))",
            testerId,
            companyId,
            reference,
            price,
            share,
            earned,
            trainingBonus,
            clock.instant().atOffset(ZoneOffset.UTC));
    if (!Boolean.TRUE.equals(noted)) {
      return false;
    }
    var total = earned.add(trainingBonus);
    if (total.signum() > 0) {
      post(
          Posting.tester(
                  PostingKind.EARNING, testerId, "earning:" + reference, saidOf(trainingBonus))
              .debit(AccountKind.TESTER_COST, earned)
              .debit(AccountKind.TRAINING_BONUSES, trainingBonus)
              .credit(AccountKind.TESTER_PAYABLE, total));
    }
    return true;
  }

  private static String saidOf(BigDecimal trainingBonus) {
    return trainingBonus.signum() == 0
        ? "Your share of a test"
        : "Your share of a test, with the training bonus";
  }

  public boolean trainingBonus(String reference, BigDecimal amount) {
    Money.requirePositive(amount);
    var tester =
        (UUID) sql.fetchValue("select billing.add_training_bonus(?, ?)", reference, amount);
    return tester != null
        && post(
            Posting.tester(
                    PostingKind.TRAINING_BONUS,
                    tester,
                    "training-bonus:" + reference,
                    "Training bonus of a test")
                .debit(AccountKind.TRAINING_BONUSES, amount)
                .credit(AccountKind.TESTER_PAYABLE, amount));
  }

  public boolean rated(String reference, int stars) {
    if (stars < 1 || stars > 5) {
      throw new IllegalArgumentException("Ratings are 1 to 5 stars, not " + stars);
    }
    return Boolean.TRUE.equals(
        sql.fetchValue(
            "select billing.rate(?, ?, cast(? as timestamptz))",
            reference,
            stars,
            clock.instant().atOffset(ZoneOffset.UTC)));
  }

  public boolean bonus(
      UUID testerId, BonusKind kind, BigDecimal amount, String reference, String reason) {
    Money.requirePositive(amount);
    return post(
        Posting.tester(
                PostingKind.BONUS, testerId, "bonus:" + reference, kind.label() + ": " + reason)
            .debit(AccountKind.BONUSES, amount)
            .credit(AccountKind.TESTER_PAYABLE, amount));
  }

  public boolean isEarned(String reference) {
    return sql.fetchExists(TEST_EARNINGS, TEST_EARNINGS.REFERENCE.eq(reference));
  }

  public boolean hold(String reference, String reason) {
    // Locked, so that two holds of one test at once don't both find it free.
    TestEarningsRecord earning =
        sql.selectFrom(TEST_EARNINGS)
            .where(TEST_EARNINGS.REFERENCE.eq(reference))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("Nothing was earned under " + reference + "."));
    var amount = earning.getEarnedUsd().add(earning.getTrainingBonusUsd());
    if (amount.signum() == 0 || isHeld(earning.getId())) {
      return false;
    }
    UUID hold =
        sql.insertInto(EARNING_HOLDS)
            .set(EARNING_HOLDS.TESTER_ID, earning.getTesterId())
            .set(EARNING_HOLDS.EARNING_ID, earning.getId())
            .set(EARNING_HOLDS.AMOUNT_USD, amount)
            .set(EARNING_HOLDS.REASON, reason)
            .set(EARNING_HOLDS.HELD_AT, clock.instant())
            .returning(EARNING_HOLDS.ID)
            .fetchSingle()
            .getId();
    return post(
        Posting.tester(PostingKind.HOLD, earning.getTesterId(), "hold:" + hold, reason)
            .debit(AccountKind.TESTER_PAYABLE, amount)
            .credit(AccountKind.TESTER_HELD, amount));
  }

  private boolean isHeld(UUID earningId) {
    // What was forfeited is gone: there is nothing to hold a second time.
    return sql.fetchExists(
        EARNING_HOLDS,
        EARNING_HOLDS.EARNING_ID.eq(earningId).and(EARNING_HOLDS.STATUS.ne("released")));
  }

  public boolean endHold(String reference, String reason, Outcome outcome) {
    var ended =
        sql.update(EARNING_HOLDS)
            .set(EARNING_HOLDS.STATUS, outcome.code())
            .set(EARNING_HOLDS.OUTCOME, reason)
            .set(EARNING_HOLDS.ENDED_AT, clock.instant())
            .where(EARNING_HOLDS.STATUS.eq("held"))
            .and(
                EARNING_HOLDS.EARNING_ID.eq(
                    sql.select(TEST_EARNINGS.ID)
                        .from(TEST_EARNINGS)
                        .where(TEST_EARNINGS.REFERENCE.eq(reference))))
            .returning()
            .fetchOne();
    return ended != null
        && post(
            Posting.tester(
                    outcome.posting,
                    ended.getTesterId(),
                    outcome.posting.code() + ":" + ended.getId(),
                    reason)
                .debit(AccountKind.TESTER_HELD, ended.getAmountUsd())
                .credit(outcome.goesTo, ended.getAmountUsd()));
  }

  private boolean post(Posting.Builder posting) {
    return ledger.post(posting.build()).isPresent();
  }
}
