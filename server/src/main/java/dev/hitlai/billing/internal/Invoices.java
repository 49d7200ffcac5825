package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.INVOICE_LINES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.jooq.tables.records.InvoicesRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invoices there are, and what the next one will show. */
@Component
public class Invoices {
  static final List<String> CHARGES = List.of("charge", "charge_reversal");
  private static final int SHOWN = 60;

  private final DSLContext sql;
  private final Clock clock;

  Invoices(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param month its first day
   * @param total what was charged
   * @param creditApplied paid from credit
   * @param paid what payments settle of it
   * @param credited what credit notes take off it
   * @param status open, overdue, paid or cancelled
   */
  public record Invoice(
      UUID id,
      UUID companyId,
      String number,
      LocalDate month,
      BigDecimal total,
      BigDecimal creditApplied,
      BigDecimal paid,
      BigDecimal credited,
      String status,
      Instant issuedAt,
      Instant dueAt,
      @Nullable Instant paidAt) {
    public BigDecimal due() {
      return total.subtract(creditApplied).subtract(paid).subtract(credited);
    }

    public boolean isOpen() {
      return status.equals("open") || status.equals("overdue");
    }

    public boolean isPaid() {
      return status.equals("paid");
    }

    public boolean isCancelled() {
      return status.equals("cancelled");
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

  @Transactional(readOnly = true)
  public Usage usage(UUID companyId) {
    return sql.select(
            coalesce(sum(LEDGER_ENTRIES.AMOUNT_USD), inline(BigDecimal.ZERO)),
            coalesce(
                sum(org.jooq.impl.DSL.when(LEDGER_TRANSACTIONS.KIND.eq("charge"), 1).otherwise(-1)),
                inline(BigDecimal.ZERO)))
        .from(LEDGER_TRANSACTIONS)
        .join(LEDGER_ENTRIES)
        .on(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))
        .and(LEDGER_ENTRIES.COMPANY_ID.eq(companyId))
        .where(LEDGER_TRANSACTIONS.COMPANY_ID.eq(companyId))
        .and(LEDGER_TRANSACTIONS.KIND.in(CHARGES))
        .and(LEDGER_TRANSACTIONS.POSTED_AT.ge(monthStart(clock)))
        .fetchSingle(row -> new Usage(Money.cents(row.value1()), row.value2().intValue()));
  }

  /** When the current month began (UTC). */
  static Instant monthStart(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** Of a company, newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> of(UUID companyId) {
    return of(companyId, SHOWN, 0);
  }

  /** A part of a company's, newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> of(UUID companyId, int limit, int offset) {
    return list(INVOICES.COMPANY_ID.eq(companyId), limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(UUID companyId) {
    return sql.fetchCount(INVOICES, INVOICES.COMPANY_ID.eq(companyId));
  }

  /** Open ones of all companies, newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> open() {
    return list(INVOICES.STATUS.eq("open"), SHOWN, 0);
  }

  /** The latest of all companies that are settled. */
  @Transactional(readOnly = true)
  public List<Invoice> settled() {
    return list(INVOICES.STATUS.ne("open"), SHOWN, 0);
  }

  private List<Invoice> list(Condition which, int limit, int offset) {
    var now = clock.instant();
    return sql.selectFrom(INVOICES)
        .where(which)
        .orderBy(INVOICES.ISSUED_AT.desc(), INVOICES.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(row -> invoice(row, now));
  }

  /**
   * @throws ApiProblem when the company has no such invoice
   */
  @Transactional(readOnly = true)
  public Invoice find(UUID companyId, UUID id) {
    return list(INVOICES.ID.eq(id).and(INVOICES.COMPANY_ID.eq(companyId)), 1, 0).stream()
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("No invoice has this id."));
  }

  /**
   * Of any company that the asker may see.
   *
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Invoice find(UUID id) {
    return list(INVOICES.ID.eq(id), SHOWN, 0).stream()
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
        row.getPaidUsd(),
        row.getCreditedUsd(),
        row.getStatus().equals("open") && row.getDueAt().isBefore(now)
            ? "overdue"
            : row.getStatus(),
        row.getIssuedAt(),
        row.getDueAt(),
        row.getPaidAt());
  }
}
