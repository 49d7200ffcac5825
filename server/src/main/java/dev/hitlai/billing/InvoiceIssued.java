package dev.hitlai.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A company's invoice was written; published in the transaction that writes it.
 *
 * @param total US dollars
 * @param due what of it is still to be paid
 * @param dueAt until when
 */
public record InvoiceIssued(
    UUID invoiceId,
    UUID companyId,
    String number,
    BigDecimal total,
    BigDecimal due,
    Instant dueAt) {}
