package dev.hitlai.billing;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.CompanyBook;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What companies owe for tests. Amounts are US dollars in whole cents. Every method that posts
 * joins the transaction of the fact it is called for, may be called as any actor, and does nothing
 * when its reference was posted before, so that a fact seen twice counts once.
 */
@Component
public class Charges {
  private final CompanyBook book;

  Charges(CompanyBook book) {
    this.book = book;
  }

  /**
   * Charges a company for something, normally when a test has completed.
   *
   * @param reference of what is charged, for example {@code run:<id>} or {@code assignment:<id>};
   *     up to 200 characters, unique among charges
   * @param amount zero (a test that is free) leaves no posting
   * @param description as the invoice shows it
   * @return whether this call charged it
   * @throws IllegalArgumentException when the amount is below zero or not in whole cents
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean charge(UUID companyId, String reference, BigDecimal amount, String description) {
    return book.charge(companyId, reference, amount, description);
  }

  /**
   * Takes a charge back in full, once.
   *
   * @param reference of the charge
   * @param reason as the invoice shows it
   * @return whether this call took it back; false when it was taken back before or never charged
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takeBack(UUID companyId, String reference, String reason) {
    return book.takeBack(companyId, reference, reason);
  }

  /**
   * Gives a company credit that later charges use up; nothing was paid for it.
   *
   * @param reference unique among credits
   * @return whether this call gave it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean credit(UUID companyId, String reference, BigDecimal amount, String reason) {
    return book.credit(companyId, reference, amount, reason);
  }

  /** Above zero: the company has credit; below: it owes. Sums up what the asker may see. */
  @Transactional(readOnly = true)
  public BigDecimal balance(UUID companyId) {
    return book.balance(companyId);
  }

  /**
   * What was posted to a company's account, newest first; charges are below zero.
   *
   * @throws ApiProblem when limit or offset is below zero
   */
  @Transactional(readOnly = true)
  public Statement statement(UUID companyId, int limit, int offset) {
    if (limit < 0 || offset < 0) {
      throw ApiProblem.invalid("limit", "must not be below zero");
    }
    return book.statement(companyId, limit, offset);
  }
}
