package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.INVOICE_LINES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.hitlai.billing.InvoiceIssued;
import dev.hitlai.billing.internal.jooq.tables.records.InvoicesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes invoices by calendar month (UTC), made of the charges that stand on no invoice yet. Credit
 * that a company has is used up first, and credit that came later pays what is open.
 */
@Component
public class InvoiceRun {
  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Settlement settlement;
  private final PaperNumbers numbers;
  private final ApplicationEventPublisher events;
  private final BillingSettings settings;
  private final Clock clock;

  InvoiceRun(
      DSLContext sql,
      TransactionTemplate transactions,
      Settlement settlement,
      PaperNumbers numbers,
      ApplicationEventPublisher events,
      BillingSettings settings,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.settlement = settlement;
    this.numbers = numbers;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  private record Charge(UUID id, String text, BigDecimal amount, Instant at) {}

  /**
   * Writes the invoices of the months before the current one; each company's in a transaction of
   * its own, so that one failure doesn't keep the others from theirs.
   *
   * @return how many were written
   */
  public int issueDue() {
    var monthStart = Invoices.monthStart(clock);
    int written = 0;
    RuntimeException failure = null;
    for (UUID company : companies(monthStart)) {
      try {
        transactions.executeWithoutResult(status -> settlement.useCredit(company));
        written +=
            Boolean.TRUE.equals(transactions.execute(status -> issueMonth(company, monthStart)))
                ? 1
                : 0;
      } catch (RuntimeException failed) {
        failure = failed;
      }
    }
    if (failure != null) {
      // The others have theirs; the job still counts as failed, so that somebody looks.
      throw failure;
    }
    return written;
  }

  /** Those with something to invoice, or an open invoice that credit might pay. */
  private Set<UUID> companies(Instant monthStart) {
    var companies = new LinkedHashSet<UUID>();
    transactions.executeWithoutResult(
        status -> {
          companies.addAll(
              sql.selectDistinct(LEDGER_TRANSACTIONS.COMPANY_ID)
                  .from(LEDGER_TRANSACTIONS)
                  .where(unbilledBefore(monthStart))
                  .fetch(LEDGER_TRANSACTIONS.COMPANY_ID));
          companies.addAll(
              sql.selectDistinct(INVOICES.COMPANY_ID)
                  .from(INVOICES)
                  .where(INVOICES.STATUS.eq("open"))
                  .fetch(INVOICES.COMPANY_ID));
        });
    return companies;
  }

  private boolean issueMonth(UUID company, Instant monthStart) {
    return issue(company, monthStart, monthBefore(monthStart));
  }

  /**
   * Invoices all that isn't yet, also of the current month; for a company that is closed. In the
   * caller's transaction.
   */
  void closeOff(UUID company) {
    var monthStart = Invoices.monthStart(clock);
    issueMonth(company, monthStart);
    issue(company, clock.instant().plusMillis(1), LocalDate.ofInstant(monthStart, ZoneOffset.UTC));
  }

  private boolean issue(UUID companyId, Instant before, LocalDate month) {
    // Another server may be at it: it goes first and leaves nothing to do.
    settlement.lock(companyId);
    var charges =
        sql.select(
                LEDGER_TRANSACTIONS.ID,
                LEDGER_TRANSACTIONS.DESCRIPTION,
                LEDGER_ENTRIES.AMOUNT_USD,
                LEDGER_TRANSACTIONS.POSTED_AT)
            .from(LEDGER_TRANSACTIONS)
            .join(LEDGER_ENTRIES)
            .on(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))
            .and(LEDGER_ENTRIES.COMPANY_ID.eq(companyId))
            .where(LEDGER_TRANSACTIONS.COMPANY_ID.eq(companyId))
            .and(unbilledBefore(before))
            .orderBy(LEDGER_TRANSACTIONS.POSTED_AT, LEDGER_TRANSACTIONS.ID)
            .fetch(row -> new Charge(row.value1(), row.value2(), row.value3(), row.value4()));
    var total = charges.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0 || isInvoiced(companyId, month)) {
      // More was taken back than charged, or it came after the month's invoice was written: it
      // stands on the next one.
      return false;
    }
    var invoice = write(companyId, month, total);
    for (Charge charge : charges) {
      sql.insertInto(INVOICE_LINES)
          .set(INVOICE_LINES.INVOICE_ID, invoice.getId())
          .set(INVOICE_LINES.COMPANY_ID, companyId)
          .set(INVOICE_LINES.TRANSACTION_ID, charge.id())
          .set(INVOICE_LINES.DESCRIPTION, charge.text())
          .set(INVOICE_LINES.AMOUNT_USD, charge.amount())
          .set(INVOICE_LINES.CHARGED_AT, charge.at())
          .execute();
    }
    events.publishEvent(
        new InvoiceIssued(
            invoice.getId(),
            companyId,
            invoice.getNumber(),
            total,
            total.subtract(invoice.getCreditAppliedUsd()),
            invoice.getDueAt()));
    return true;
  }

  private boolean isInvoiced(UUID companyId, LocalDate month) {
    return sql.fetchExists(
        INVOICES, INVOICES.COMPANY_ID.eq(companyId).and(INVOICES.PERIOD_START.eq(month)));
  }

  private static LocalDate monthBefore(Instant monthStart) {
    return LocalDate.ofInstant(monthStart, ZoneOffset.UTC).minusMonths(1);
  }

  private InvoicesRecord write(UUID companyId, LocalDate month, BigDecimal total) {
    var now = clock.instant();
    var credit = settlement.free(companyId).max(BigDecimal.ZERO).min(total);
    boolean paid = credit.compareTo(total) == 0;
    return sql.insertInto(INVOICES)
        .set(INVOICES.COMPANY_ID, companyId)
        .set(INVOICES.NUMBER, numbers.next(PaperNumbers.Series.INVOICE))
        .set(INVOICES.PERIOD_START, month)
        .set(INVOICES.TOTAL_USD, total)
        .set(INVOICES.CREDIT_APPLIED_USD, credit)
        .set(INVOICES.STATUS, paid ? "paid" : "open")
        .set(INVOICES.ISSUED_AT, now)
        .set(INVOICES.DUE_AT, now.plus(Duration.ofDays(settings.paymentDays())))
        .set(INVOICES.PAID_AT, paid ? now : null)
        .returning()
        .fetchSingle();
  }

  private static Condition unbilledBefore(Instant time) {
    return LEDGER_TRANSACTIONS
        .KIND
        .in(Invoices.CHARGES)
        .and(LEDGER_TRANSACTIONS.POSTED_AT.lt(time))
        .and(
            notExists(
                selectOne()
                    .from(INVOICE_LINES)
                    .where(INVOICE_LINES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))));
  }
}
