package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.CREDIT_NOTES;
import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.InvoiceCredited;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what invoices ask for. An invoice itself is never changed or deleted: a credit note
 * with a number of its own says what of it is owed no more, and one over all of it cancels it.
 */
@Component
public class CreditNotes {
  private static final int LONGEST = 300;

  private final DSLContext sql;
  private final Settlement settlement;
  private final PaperNumbers numbers;
  private final CompanyBook book;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CreditNotes(
      DSLContext sql,
      Settlement settlement,
      PaperNumbers numbers,
      CompanyBook book,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.settlement = settlement;
    this.numbers = numbers;
    this.book = book;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param amount US dollars
   * @param reason as the company reads it
   */
  public record CreditNote(
      UUID id, UUID invoiceId, String number, BigDecimal amount, String reason, Instant issuedAt) {}

  /**
   * Writes one.
   *
   * @param by the administrator
   * @param once its id: the same wish sent twice is one credit note
   * @param amount not more than the invoice less its earlier credit notes
   * @return whether this call wrote it
   * @throws ApiProblem when there is no such invoice, it doesn't hold that amount, or no reason is
   *     given
   */
  @Transactional
  public boolean write(UUID by, UUID invoiceId, UUID once, BigDecimal amount, String reason) {
    String why = reason(reason);
    UUID companyId = companyOf(invoiceId);
    settlement.lock(companyId);
    if (sql.fetchExists(CREDIT_NOTES, CREDIT_NOTES.ID.eq(once))) {
      return false;
    }
    var invoice = sql.selectFrom(INVOICES).where(INVOICES.ID.eq(invoiceId)).fetchSingle();
    var most = invoice.getTotalUsd().subtract(invoice.getCreditedUsd());
    if (most.signum() == 0) {
      throw ApiProblem.conflict("This invoice is cancelled.");
    }
    if (amount.signum() <= 0
        || amount.stripTrailingZeros().scale() > 2
        || amount.compareTo(most) > 0) {
      throw ApiProblem.invalid(
          "amount", "must be more than nothing and at most %s".formatted(Say.money(most)));
    }
    String number = numbers.next(PaperNumbers.Series.CREDIT_NOTE);
    sql.insertInto(CREDIT_NOTES)
        .set(CREDIT_NOTES.ID, once)
        .set(CREDIT_NOTES.INVOICE_ID, invoiceId)
        .set(CREDIT_NOTES.COMPANY_ID, companyId)
        .set(CREDIT_NOTES.NUMBER, number)
        .set(CREDIT_NOTES.AMOUNT_USD, amount)
        .set(CREDIT_NOTES.REASON, why)
        .set(CREDIT_NOTES.CREATED_BY, by)
        .set(CREDIT_NOTES.ISSUED_AT, clock.instant())
        .execute();
    book.creditNote(companyId, once, amount, "Credit note %s: %s".formatted(number, why));
    settlement.credit(invoice, amount);
    events.publishEvent(
        new InvoiceCredited(
            once,
            invoiceId,
            companyId,
            invoice.getNumber(),
            number,
            Money.cents(amount),
            why,
            invoice.getStatus().equals("cancelled")));
    return true;
  }

  /** A credit note over all that is left of the invoice. */
  @Transactional
  public boolean cancel(UUID by, UUID invoiceId, UUID once, String reason) {
    settlement.lock(companyOf(invoiceId));
    var invoice = sql.selectFrom(INVOICES).where(INVOICES.ID.eq(invoiceId)).fetchSingle();
    return write(
        by, invoiceId, once, invoice.getTotalUsd().subtract(invoice.getCreditedUsd()), reason);
  }

  /** Of an invoice, the first first. */
  @Transactional(readOnly = true)
  public List<CreditNote> of(UUID invoiceId) {
    return sql.selectFrom(CREDIT_NOTES)
        .where(CREDIT_NOTES.INVOICE_ID.eq(invoiceId))
        .orderBy(CREDIT_NOTES.ISSUED_AT, CREDIT_NOTES.ID)
        .fetch(
            row ->
                new CreditNote(
                    row.getId(),
                    row.getInvoiceId(),
                    row.getNumber(),
                    row.getAmountUsd(),
                    row.getReason(),
                    row.getIssuedAt()));
  }

  private UUID companyOf(UUID invoiceId) {
    return sql.select(INVOICES.COMPANY_ID)
        .from(INVOICES)
        .where(INVOICES.ID.eq(invoiceId))
        .fetchOptional(INVOICES.COMPANY_ID)
        .orElseThrow(() -> ApiProblem.notFound("No invoice has this id."));
  }

  static String reason(String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw ApiProblem.invalid("reason", "must say why, in at most " + LONGEST + " characters");
    }
    return why;
  }
}
