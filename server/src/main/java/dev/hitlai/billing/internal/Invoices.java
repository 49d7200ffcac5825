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

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.jooq.tables.records.InvoicesRecord;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invoices by calendar month (UTC), made of the charges that stand on no invoice yet. Credit that a
 * company has is used up first.
 */
@Component
public class Invoices {
  private static final List<String> CHARGES = List.of("charge", "charge_reversal");
  private static final int SHOWN = 60;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Notifications notifications;
  private final BillingSettings settings;
  private final Clock clock;

  Invoices(
      DSLContext sql,
      TransactionTemplate transactions,
      Notifications notifications,
      BillingSettings settings,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.notifications = notifications;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param month its first day
   * @param total what was charged
   * @param creditApplied paid beforehand
   * @param status open, overdue or paid
   */
  public record Invoice(
      UUID id,
      UUID companyId,
      String number,
      LocalDate month,
      BigDecimal total,
      BigDecimal creditApplied,
      String status,
      Instant issuedAt,
      Instant dueAt,
      @Nullable Instant paidAt) {
    public BigDecimal due() {
      return total.subtract(creditApplied);
    }

    public boolean isPaid() {
      return status.equals("paid");
    }
  }

  /** A charge as the invoice shows it; below zero when it was taken back. */
  public record Line(String description, BigDecimal amount, Instant chargedAt) {}

  /**
   * What was charged since the month began.
   *
   * @param charges how many, without those that were taken back
   */
  public record Usage(BigDecimal amount, int charges) {}

  private record Charge(UUID id, UUID company, String text, BigDecimal amount, Instant at) {}

  /**
   * Writes the invoices of the months before the current one; each company's in a transaction of
   * its own, so that one failure doesn't keep the others from theirs.
   *
   * @return how many were written
   */
  public int issueDue() {
    var monthStart = monthStart();
    List<UUID> companies =
        transactions.execute(
            status ->
                sql.selectDistinct(LEDGER_TRANSACTIONS.COMPANY_ID)
                    .from(LEDGER_TRANSACTIONS)
                    .where(unbilledBefore(monthStart))
                    .fetch(LEDGER_TRANSACTIONS.COMPANY_ID));
    int written = 0;
    for (UUID company : companies == null ? List.<UUID>of() : companies) {
      written +=
          Boolean.TRUE.equals(transactions.execute(status -> issue(company, monthStart))) ? 1 : 0;
    }
    return written;
  }

  private boolean issue(UUID companyId, Instant monthStart) {
    // Another server may be at it: it goes first and leaves nothing to do.
    sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "invoice:" + companyId);
    var charges =
        sql
            .select(
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
            .fetch(
                row ->
                    new Charge(
                        row.value1(), companyId, row.value2(), row.value3(), row.value4()));
    var total = charges.stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0) {
      // More was taken back than charged: it stands on the next invoice.
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
    announce(invoice);
    return true;
  }

  private InvoicesRecord write(UUID companyId, Instant monthStart, BigDecimal total) {
    var now = clock.instant();
    var credit = creditFor(companyId).max(BigDecimal.ZERO).min(total);
    boolean paid = credit.compareTo(total) == 0;
    return sql.insertInto(INVOICES)
        .set(INVOICES.COMPANY_ID, companyId)
        .set(INVOICES.NUMBER, nextNumber(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear()))
        .set(
            INVOICES.PERIOD_START,
            LocalDate.ofInstant(monthStart, ZoneOffset.UTC).minusMonths(1))
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
            .and(LEDGER_TRANSACTIONS.KIND.notIn(CHARGES))
            .fetchSingle()
            .value1();
    BigDecimal used =
        sql.select(
                coalesce(
                    sum(
                        org.jooq.impl.DSL.when(
                                INVOICES.STATUS.eq("paid"), INVOICES.TOTAL_USD)
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

  private void announce(InvoicesRecord invoice) {
    var due = invoice.getTotalUsd().subtract(invoice.getCreditAppliedUsd());
    notifications.tell(
        new Notice(
            "invoice.issued",
            "invoice:" + invoice.getId(),
            NoticeKind.MONEY,
            new Audience.Company(invoice.getCompanyId()),
            "Invoice " + invoice.getNumber() + ": " + Say.money(invoice.getTotalUsd()),
            List.of(
                due.signum() == 0
                    ? "Your credit has paid it."
                    : "To pay are %s by %s."
                        .formatted(Say.money(due), Say.time(invoice.getDueAt()))),
            new Notice.Action("See the invoice", "/company/billing/invoices/" + invoice.getId()),
            Map.of(
                "invoiceId", invoice.getId().toString(),
                "number", invoice.getNumber(),
                "total", invoice.getTotalUsd().toPlainString(),
                "due", due.toPlainString())));
  }

  private static Condition unbilledBefore(Instant time) {
    return LEDGER_TRANSACTIONS
        .KIND
        .in(CHARGES)
        .and(LEDGER_TRANSACTIONS.POSTED_AT.lt(time))
        .and(
            notExists(
                selectOne()
                    .from(INVOICE_LINES)
                    .where(INVOICE_LINES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))));
  }

  @Transactional(readOnly = true)
  public Usage usage(UUID companyId) {
    return sql.select(
            coalesce(sum(LEDGER_ENTRIES.AMOUNT_USD), inline(BigDecimal.ZERO)),
            coalesce(
                sum(
                    org.jooq.impl.DSL.when(LEDGER_TRANSACTIONS.KIND.eq("charge"), 1)
                        .otherwise(-1)),
                inline(BigDecimal.ZERO)))
        .from(LEDGER_TRANSACTIONS)
        .join(LEDGER_ENTRIES)
        .on(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))
        .and(LEDGER_ENTRIES.COMPANY_ID.eq(companyId))
        .where(LEDGER_TRANSACTIONS.COMPANY_ID.eq(companyId))
        .and(LEDGER_TRANSACTIONS.KIND.in(CHARGES))
        .and(LEDGER_TRANSACTIONS.POSTED_AT.ge(monthStart()))
        .fetchSingle(row -> new Usage(Money.cents(row.value1()), row.value2().intValue()));
  }

  private Instant monthStart() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** Of a company, newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> of(UUID companyId) {
    return list(INVOICES.COMPANY_ID.eq(companyId));
  }

  /** Open ones of all companies, newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> open() {
    return list(INVOICES.STATUS.eq("open"));
  }

  private List<Invoice> list(Condition which) {
    var now = clock.instant();
    return sql.selectFrom(INVOICES)
        .where(which)
        .orderBy(INVOICES.ISSUED_AT.desc(), INVOICES.ID.desc())
        .limit(SHOWN)
        .fetch(row -> invoice(row, now));
  }

  /**
   * @throws ApiProblem when the company has no such invoice
   */
  @Transactional(readOnly = true)
  public Invoice find(UUID companyId, UUID id) {
    return list(INVOICES.ID.eq(id).and(INVOICES.COMPANY_ID.eq(companyId))).stream()
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("No invoice has this id."));
  }

  @Transactional(readOnly = true)
  public List<Line> lines(UUID invoiceId) {
    return sql.selectFrom(INVOICE_LINES)
        .where(INVOICE_LINES.INVOICE_ID.eq(invoiceId))
        .orderBy(INVOICE_LINES.CHARGED_AT, INVOICE_LINES.ID)
        .fetch(row -> new Line(row.getDescription(), row.getAmountUsd(), row.getChargedAt()));
  }

  private static Invoice invoice(InvoicesRecord row, Instant now) {
    return new Invoice(
        row.getId(),
        row.getCompanyId(),
        row.getNumber(),
        row.getPeriodStart(),
        row.getTotalUsd(),
        row.getCreditAppliedUsd(),
        row.getStatus().equals("open") && row.getDueAt().isBefore(now)
            ? "overdue"
            : row.getStatus(),
        row.getIssuedAt(),
        row.getDueAt(),
        row.getPaidAt());
  }
}
