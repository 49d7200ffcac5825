package dev.hitlai.billing;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.AccountKind;
import dev.hitlai.billing.internal.Ledger;
import dev.hitlai.billing.internal.TesterBook;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What testers earn. Amounts are US dollars in whole cents. Every method that posts joins the
 * transaction of the fact it is called for and does nothing when the reference was posted before,
 * so that a fact seen twice counts once. {@link #earn}, {@link #trainingBonus}, {@link #rated} and
 * {@link #bonus} may be called as any actor; {@link #hold}, {@link #release} and {@link #forfeit}
 * as an administrator or a job.
 */
@Component
public class Earnings {
  private final TesterBook book;
  private final Ledger ledger;

  Earnings(TesterBook book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /**
   * What a tester has with us.
   *
   * @param available can be paid out; below zero when something was kept back after it was paid
   * @param held kept back while tests are looked into
   * @param onTheWay asked to be paid out
   * @param paid altogether up to now
   */
  public record Balance(
      BigDecimal available, BigDecimal held, BigDecimal onTheWay, BigDecimal paid) {}

  /**
   * A tester's test was accepted: they earn their share of its price, rounded half-up to a cent.
   *
   * @param companyId whose test it was; it doesn't see what the tester earns
   * @param reference of the test, for example {@code assignment:<id>}; up to 200 characters, unique
   *     among earnings
   * @param price that the share is taken of; normally the price list's, before the company's
   *     discounts
   * @param share 0 to 1, see {@link dev.hitlai.testers.ProgramTerms#shareOf}
   * @param trainingBonus zero when the test hasn't earned it (yet, see {@link #trainingBonus})
   * @return whether this call posted it
   * @throws IllegalArgumentException when an amount is below zero or the share isn't 0 to 1
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean earn(
      UUID testerId,
      UUID companyId,
      String reference,
      BigDecimal price,
      BigDecimal share,
      BigDecimal trainingBonus) {
    return book.earn(testerId, companyId, reference, price, share, trainingBonus);
  }

  /**
   * A test turned out later to have earned the training bonus.
   *
   * @param reference of the test, as it was earned under
   * @return whether this call posted it; false when the test has its bonus or earned nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean trainingBonus(String reference, BigDecimal amount) {
    return book.trainingBonus(reference, amount);
  }

  /**
   * A company rated a test; the bonuses for quality go by it. A later rating replaces an earlier
   * one.
   *
   * @param reference of the test, as it was earned under
   * @param stars 1 to 5
   * @return false when nothing was earned under the reference
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean rated(String reference, int stars) {
    return book.rated(reference, stars);
  }

  /**
   * @param reference for what exactly; unique among bonuses
   * @param amount above zero
   * @param reason as the tester reads it
   * @return whether this call gave it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean bonus(
      UUID testerId, BonusKind kind, BigDecimal amount, String reference, String reason) {
    return book.bonus(testerId, kind, amount, reference, reason);
  }

  /** Whether something was earned under the reference, whatever became of it since. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isEarned(String reference) {
    return book.isEarned(reference);
  }

  /**
   * Keeps back what a test earned, its training bonus included, while it is looked into. What was
   * paid out already makes the balance negative.
   *
   * @param reference of the test, as it was earned under
   * @param reason as the tester reads it
   * @return whether this call kept it back; false when it was kept back already
   * @throws ApiProblem NOT_FOUND when nothing was earned under the reference
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(String reference, String reason) {
    return book.hold(reference, reason);
  }

  /**
   * Gives back what is kept back.
   *
   * @return whether this call gave it back; false when nothing is kept back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean release(String reference, String reason) {
    return book.endHold(reference, reason, TesterBook.Outcome.RELEASED);
  }

  /**
   * Takes away for good what is kept back: the test was no honest one.
   *
   * @return whether this call took it; false when nothing is kept back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean forfeit(String reference, String reason) {
    return book.endHold(reference, reason, TesterBook.Outcome.FORFEITED);
  }

  /** Sums up what the asker may see. */
  @Transactional(readOnly = true)
  public Balance balance(UUID testerId) {
    return new Balance(
        ledger.ofTester(AccountKind.TESTER_PAYABLE, testerId),
        ledger.ofTester(AccountKind.TESTER_HELD, testerId),
        ledger.ofTester(AccountKind.TESTER_PAYOUT, testerId),
        ledger.paidTo(testerId));
  }

  /** What changed the available balance, newest first. */
  @Transactional(readOnly = true)
  public Statement statement(UUID testerId, int limit, int offset) {
    return ledger.statementOfTester(testerId, limit, offset);
  }
}
