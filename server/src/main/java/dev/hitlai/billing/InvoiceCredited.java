package dev.hitlai.billing;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A part of an invoice is owed no more; published in the transaction that writes the credit note.
 *
 * @param number of the invoice
 * @param creditNote its number
 * @param amount US dollars
 * @param reason as the company reads it
 * @param cancelled whether nothing of the invoice is left
 */
public record InvoiceCredited(
    UUID creditNoteId,
    UUID invoiceId,
    UUID companyId,
    String number,
    String creditNote,
    BigDecimal amount,
    String reason,
    boolean cancelled) {}
