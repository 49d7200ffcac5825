package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;

import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.Statement;
import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Postings to companies' accounts. */
@Component
public class CompanyBook {
  static final String CHARGE = "charge:";

  private final DSLContext sql;
  private final Ledger ledger;

  CompanyBook(DSLContext sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  public boolean charge(UUID companyId, String reference, BigDecimal amount, String description) {
    Money.requireNotNegative(amount);
    if (amount.signum() == 0) {
      return false;
    }
    return post(
        Posting.company(PostingKind.CHARGE, companyId, CHARGE + reference, description)
            .debit(AccountKind.COMPANY, amount)
            .credit(AccountKind.PLATFORM_REVENUE, amount));
  }

  public boolean takeBack(UUID companyId, String reference, String reason) {
    BigDecimal charged =
        sql.select(LEDGER_ENTRIES.AMOUNT_USD)
            .from(LEDGER_ENTRIES)
            .join(LEDGER_TRANSACTIONS)
            .on(LEDGER_TRANSACTIONS.ID.eq(LEDGER_ENTRIES.TRANSACTION_ID))
            .where(LEDGER_TRANSACTIONS.REFERENCE.eq(CHARGE + reference))
            .and(LEDGER_ENTRIES.COMPANY_ID.eq(companyId))
            .fetchOne(LEDGER_ENTRIES.AMOUNT_USD);
    return charged != null
        && post(
            Posting.company(
                    PostingKind.CHARGE_REVERSAL, companyId, "charge-reversal:" + reference, reason)
                .debit(AccountKind.PLATFORM_REVENUE, charged)
                .credit(AccountKind.COMPANY, charged));
  }

  public boolean credit(UUID companyId, String reference, BigDecimal amount, String reason) {
    Money.requirePositive(amount);
    return post(
        Posting.company(PostingKind.CREDIT, companyId, "credit:" + reference, reason)
            .debit(AccountKind.CREDITS_GRANTED, amount)
            .credit(AccountKind.COMPANY, amount));
  }

  /**
   * Money that came in from a company.
   *
   * @param kind payment of an invoice or top-up
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean received(
      PostingKind kind, UUID companyId, String reference, BigDecimal amount, String description) {
    Money.requirePositive(amount);
    return post(
        Posting.company(kind, companyId, kind.code() + ":" + reference, description)
            .debit(AccountKind.CASH, amount)
            .credit(AccountKind.COMPANY, amount));
  }

  /** A part of an invoice that is owed no more. */
  boolean creditNote(UUID companyId, UUID note, BigDecimal amount, String description) {
    Money.requirePositive(amount);
    return post(
        Posting.company(PostingKind.CREDIT_NOTE, companyId, "credit-note:" + note, description)
            .debit(AccountKind.PLATFORM_REVENUE, amount)
            .credit(AccountKind.COMPANY, amount));
  }

  /** Money leaves the company's account and is on its way back to it. */
  boolean refundBegun(UUID companyId, UUID refund, BigDecimal amount, String description) {
    Money.requirePositive(amount);
    return post(
        Posting.company(PostingKind.REFUND, companyId, "refund:" + refund, description)
            .debit(AccountKind.COMPANY, amount)
            .credit(AccountKind.REFUNDS_DUE, amount));
  }

  boolean refundPaid(UUID companyId, UUID refund, BigDecimal amount) {
    var kind = PostingKind.REFUND_PAID;
    return post(
        Posting.company(kind, companyId, "refund-paid:" + refund, kind.label())
            .debit(AccountKind.REFUNDS_DUE, amount)
            .credit(AccountKind.CASH, amount));
  }

  /**
   * The money is the company's credit again.
   *
   * @param from where it was until now: on its way, or paid and come back
   */
  boolean refundFailed(UUID companyId, UUID refund, BigDecimal amount, AccountKind from) {
    var kind = PostingKind.REFUND_FAILED;
    return post(
        Posting.company(kind, companyId, "refund-failed:" + refund, kind.label())
            .debit(from, amount)
            .credit(AccountKind.COMPANY, amount));
  }

  public BigDecimal balance(UUID companyId) {
    return ledger.ofCompany(companyId);
  }

  public Statement statement(UUID companyId, int limit, int offset) {
    return ledger.statementOfCompany(companyId, limit, offset);
  }

  private boolean post(Posting.Builder posting) {
    return ledger.post(posting.build()).isPresent();
  }
}
