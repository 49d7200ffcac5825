package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.INVOICE_COUNTERS;
import static dev.hitlai.billing.internal.jooq.Tables.INVOICE_LINES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.billing.InvoiceIssued;
import dev.hitlai.billing.internal.jooq.tables.records.InvoicesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes invoices by calendar month (UTC), made of the charges that stand on no invoice yet. Credit
 * that a company has is used up first.
 */
@Component
public class InvoiceRun {
  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final BillingSettings settings;
  private final Clock clock;

  InvoiceRun(
      DSLContext sql,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      BillingSettings settings,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
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
    List<UUID> companies =
        transactions.execute(
            status ->
                sql.selectDistinct(LEDGER_TRANSACTIONS.COMPANY_ID)
                    .from(LEDGER_TRANSACTIONS)
                    .where(unbilledBefore(monthStart))
                    .fetch(LEDGER_TRANSACTIONS.COMPANY_ID));
    int written = 0;
    RuntimeException failure = null;
    for (UUID company : companies == null ? List.<UUID>of() : companies) {
      try {
        written +=
            Boolean.TRUE.equals(transactions.execute(status -> issue(company, monthStart))) ? 1 : 0;
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

  private boolean issue(UUID companyId, Instant monthStart) {
    // Another server may be at it: it goes first and leaves nothing to do.
    sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "invoice:" + companyId);
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
            .and(unbilledBefore(monthStart))
            .orderBy(LEDGER_TRANSACTIONS.POSTED_AT, LEDGER_TRANSACTIONS.ID)
            .fetch(row -> new Charge(row.value1(), row.value2(), row.value3(), row.value4()));
    var total = charges.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0 || isInvoiced(companyId, monthStart)) {
      // More was taken back than charged, or it came after the month's invoice was written: it
      // stands on the next one.
      return false;
    }
    var invoice = write(companyId, monthStart, total);
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

  private boolean isInvoiced(UUID companyId, Instant monthStart) {
    return sql.fetchExists(
        INVOICES,
        INVOICES.COMPANY_ID.eq(companyId).and(INVOICES.PERIOD_START.eq(monthBefore(monthStart))));
  }

  private static LocalDate monthBefore(Instant monthStart) {
    return LocalDate.ofInstant(monthStart, ZoneOffset.UTC).minusMonths(1);
  }

  private InvoicesRecord write(UUID companyId, Instant monthStart, BigDecimal total) {
    var now = clock.instant();
    var credit = creditFor(companyId).max(BigDecimal.ZERO).min(total);
    boolean paid = credit.compareTo(total) == 0;
    return sql.insertInto(INVOICES)
        .set(INVOICES.COMPANY_ID, companyId)
        .set(INVOICES.NUMBER, nextNumber(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear()))
        .set(INVOICES.PERIOD_START, monthBefore(monthStart))
        .set(INVOICES.TOTAL_USD, total)
        .set(INVOICES.CREDIT_APPLIED_USD, credit)
        .set(INVOICES.STATUS, paid ? "paid" : "open")
        .set(INVOICES.ISSUED_AT, now)
        .set(INVOICES.DUE_AT, now.plus(Duration.ofDays(settings.paymentDays())))
        .set(INVOICES.PAID_AT, paid ? now : null)
        .returning()
        .fetchSingle();
  }

  /** All that the company ever paid or got, less what paid earlier invoices. */
  private BigDecimal creditFor(UUID companyId) {
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
                        org.jooq
                            .impl
                            .DSL
                            .when(INVOICES.STATUS.eq("paid"), INVOICES.TOTAL_USD)
                            .otherwise(INVOICES.CREDIT_APPLIED_USD)),
                    zero))
            .from(INVOICES)
            .where(INVOICES.COMPANY_ID.eq(companyId))
            .fetchSingle()
            .value1();
    return came.subtract(used);
  }

  /** Counted in the invoice's own transaction: one that is rolled back gives its number back. */
  private String nextNumber(int year) {
    int number =
        sql.insertInto(INVOICE_COUNTERS)
            .set(INVOICE_COUNTERS.YEAR, year)
            .set(INVOICE_COUNTERS.LAST_NUMBER, 1)
            .onConflict(INVOICE_COUNTERS.YEAR)
            .doUpdate()
            .set(INVOICE_COUNTERS.LAST_NUMBER, INVOICE_COUNTERS.LAST_NUMBER.plus(1))
            .returning(INVOICE_COUNTERS.LAST_NUMBER)
            .fetchSingle()
            .getLastNumber();
    return "HIT-%d-%06d".formatted(year, number);
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
