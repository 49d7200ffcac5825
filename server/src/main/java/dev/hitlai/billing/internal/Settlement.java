package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.hitlai.billing.internal.jooq.tables.records.InvoicesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which money settles which invoice. All that a company ever paid or got, less what was given back,
 * either settles invoices or is free; no invoice is settled by more than there is. One transaction
 * of a company at a time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Settlement {
  private final DSLContext sql;
  private final Clock clock;

  Settlement(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Until the end of the transaction; after the payment's row, before the invoices'. */
  void lock(UUID companyId) {
    sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "invoice:" + companyId);
  }

  /**
   * Money of the company that settles no invoice. Below zero only between a refund that the
   * provider made and {@link #coverShortage}.
   */
  public BigDecimal free(UUID companyId) {
    var zero = inline(BigDecimal.ZERO);
    BigDecimal came =
        sql.select(coalesce(sum(LEDGER_ENTRIES.AMOUNT_USD.neg()), zero))
            .from(LEDGER_ENTRIES)
            .join(LEDGER_TRANSACTIONS)
            .on(LEDGER_TRANSACTIONS.ID.eq(LEDGER_ENTRIES.TRANSACTION_ID))
            .where(LEDGER_ENTRIES.COMPANY_ID.eq(companyId))
            .and(LEDGER_TRANSACTIONS.KIND.notIn(Invoices.CHARGES))
            .fetchSingle()
            .value1();
    BigDecimal used =
        sql.select(
                coalesce(
                    sum(
                        INVOICES
                            .CREDIT_APPLIED_USD
                            .plus(INVOICES.PAID_USD)
                            .plus(INVOICES.CREDITED_USD)),
                    zero))
            .from(INVOICES)
            .where(INVOICES.COMPANY_ID.eq(companyId))
            .fetchSingle()
            .value1();
    return Money.cents(came.subtract(used));
  }

  /**
   * A payment of an invoice settles it as far as something is due.
   *
   * @return how much of the amount that took; the rest is credit
   */
  BigDecimal pay(UUID companyId, UUID invoiceId, BigDecimal amount) {
    lock(companyId);
    var invoice = sql.selectFrom(INVOICES).where(INVOICES.ID.eq(invoiceId)).fetchSingle();
    var part = amount.min(due(invoice));
    invoice.setPaidUsd(invoice.getPaidUsd().add(part));
    store(invoice);
    return Money.cents(part);
  }

  /** Free money pays what is open, the oldest first. */
  void useCredit(UUID companyId) {
    lock(companyId);
    var free = free(companyId);
    for (var invoice :
        sql.selectFrom(INVOICES)
            .where(INVOICES.COMPANY_ID.eq(companyId))
            .and(INVOICES.STATUS.eq("open"))
            .orderBy(INVOICES.ISSUED_AT, INVOICES.ID)
            .fetch()) {
      var part = free.max(BigDecimal.ZERO).min(due(invoice));
      if (part.signum() > 0) {
        invoice.setCreditAppliedUsd(invoice.getCreditAppliedUsd().add(part));
        store(invoice);
        free = free.subtract(part);
      }
    }
  }

  /**
   * Takes a part off an invoice. What had settled that part is free again.
   *
   * @param amount not more than the invoice without its earlier credit notes
   */
  void credit(InvoicesRecord invoice, BigDecimal amount) {
    var surplus = amount.subtract(due(invoice)).max(BigDecimal.ZERO);
    invoice.setCreditedUsd(invoice.getCreditedUsd().add(amount));
    unsettle(invoice, surplus);
    store(invoice);
  }

  /**
   * Money went back that settles invoices: they are open again, first the one that it was paid for,
   * then the newest.
   */
  void coverShortage(UUID companyId, @Nullable UUID first) {
    var missing = free(companyId).negate();
    var preferred = first == null ? inline(1) : when(INVOICES.ID.eq(first), 0).otherwise(1);
    for (var invoice :
        sql.selectFrom(INVOICES)
            .where(INVOICES.COMPANY_ID.eq(companyId))
            .orderBy(preferred, INVOICES.ISSUED_AT.desc(), INVOICES.ID.desc())
            .fetch()) {
      if (missing.signum() <= 0) {
        return;
      }
      var part = missing.min(invoice.getPaidUsd().add(invoice.getCreditAppliedUsd()));
      unsettle(invoice, part);
      store(invoice);
      missing = missing.subtract(part);
    }
  }

  private static void unsettle(InvoicesRecord invoice, BigDecimal amount) {
    var ofPayments = amount.min(invoice.getPaidUsd());
    invoice.setPaidUsd(invoice.getPaidUsd().subtract(ofPayments));
    invoice.setCreditAppliedUsd(
        invoice.getCreditAppliedUsd().subtract(amount.subtract(ofPayments)));
  }

  static BigDecimal due(InvoicesRecord invoice) {
    return invoice
        .getTotalUsd()
        .subtract(invoice.getCreditAppliedUsd())
        .subtract(invoice.getPaidUsd())
        .subtract(invoice.getCreditedUsd());
  }

  private void store(InvoicesRecord invoice) {
    boolean cancelled = invoice.getCreditedUsd().compareTo(invoice.getTotalUsd()) == 0;
    boolean paid = !cancelled && due(invoice).signum() == 0;
    invoice.setStatus(cancelled ? "cancelled" : paid ? "paid" : "open");
    if (!paid) {
      invoice.setPaidAt(null);
    } else if (invoice.getPaidAt() == null) {
      invoice.setPaidAt(clock.instant());
    }
    invoice.store();
  }
}
