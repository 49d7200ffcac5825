package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.internal.jooq.tables.records.PaymentsRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that comes, all at once or in parts; what an invoice doesn't ask for any more is credit.
 */
@Component
public class Receipts {
  private final DSLContext sql;
  private final CompanyBook book;
  private final Settlement settlement;
  private final Clock clock;

  Receipts(DSLContext sql, CompanyBook book, Settlement settlement, Clock clock) {
    this.sql = sql;
    this.book = book;
    this.settlement = settlement;
    this.clock = clock;
  }

  /** What a payment is about; null when there is none of that id. */
  @Transactional(readOnly = true)
  public @Nullable BigDecimal amountOf(UUID id) {
    return sql.select(PAYMENTS.AMOUNT_USD)
        .from(PAYMENTS)
        .where(PAYMENTS.ID.eq(id))
        .fetchOne(PAYMENTS.AMOUNT_USD);
  }

  /**
   * An administrator saw money of a bank transfer arrive: what was awaited, a part of it, or more.
   *
   * @param once names the arrival: the same one noted twice counts once
   * @return whether this call noted it
   * @throws ApiProblem when there is no such transfer or the amount isn't one
   */
  @Transactional
  public boolean arrived(UUID id, BigDecimal amount, UUID once) {
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
      throw ApiProblem.invalid("amount", "must be more than nothing, in whole cents");
    }
    var payment = lock(id);
    if (payment == null || !payment.getProvider().equals("bank_transfer")) {
      throw ApiProblem.notFound("No bank transfer has this id.");
    }
    String reference = id + ":" + once;
    if (isPosted(reference)) {
      return false;
    }
    take(payment, amount, reference);
    return true;
  }

  /**
   * The provider has all the money. Also when the payment was given up before.
   *
   * @return whether this call noted it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean received(UUID id) {
    var payment = lock(id);
    if (payment == null || payment.getStatus().equals("paid")) {
      return false;
    }
    take(payment, payment.getAmountUsd().subtract(payment.getReceivedUsd()), id.toString());
    return true;
  }

  private void take(PaymentsRecord payment, BigDecimal amount, String reference) {
    UUID company = payment.getCompanyId();
    UUID invoice = payment.getInvoiceId();
    var settled = invoice == null ? BigDecimal.ZERO : settlement.pay(company, invoice, amount);
    if (settled.signum() > 0) {
      book.received(PostingKind.PAYMENT, company, reference, settled, "Payment of an invoice");
    }
    var rest = amount.subtract(settled);
    if (rest.signum() > 0) {
      // Also of an invoice that is paid or cancelled by now: nothing is lost.
      book.received(PostingKind.TOP_UP, company, reference, rest, "Credit for tests");
    }
    payment.setReceivedUsd(payment.getReceivedUsd().add(amount));
    if (payment.getReceivedUsd().compareTo(payment.getAmountUsd()) >= 0
        && !payment.getStatus().equals("paid")) {
      payment.setStatus("paid");
      payment.setPaidAt(clock.instant());
    }
    payment.store();
  }

  private boolean isPosted(String reference) {
    return sql.fetchExists(
        LEDGER_TRANSACTIONS,
        LEDGER_TRANSACTIONS.REFERENCE.in(
            PostingKind.PAYMENT.code() + ":" + reference,
            PostingKind.TOP_UP.code() + ":" + reference));
  }

  /** What the provider calls the money; the first name stays. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void named(UUID id, String providerPayment) {
    sql.update(PAYMENTS)
        .set(PAYMENTS.PROVIDER_PAYMENT, providerPayment)
        .where(PAYMENTS.ID.eq(id))
        .and(PAYMENTS.PROVIDER_PAYMENT.isNull())
        .execute();
  }

  /** The payment whose money the provider calls that; null when we weren't told. */
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable UUID byProviderPayment(String provider, String providerPayment) {
    return sql.select(PAYMENTS.ID)
        .from(PAYMENTS)
        .where(PAYMENTS.PROVIDER.eq(provider))
        .and(PAYMENTS.PROVIDER_PAYMENT.eq(providerPayment))
        .fetchOne(PAYMENTS.ID);
  }

  /**
   * The payment won't come.
   *
   * @return whether it was waited for until now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean failed(UUID id) {
    return sql.update(PAYMENTS)
            .set(PAYMENTS.STATUS, "failed")
            .where(PAYMENTS.ID.eq(id))
            .and(PAYMENTS.STATUS.eq("pending"))
            .execute()
        == 1;
  }

  private @Nullable PaymentsRecord lock(UUID id) {
    return sql.selectFrom(PAYMENTS).where(PAYMENTS.ID.eq(id)).forUpdate().fetchOne();
  }
}
