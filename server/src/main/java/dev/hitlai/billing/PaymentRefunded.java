package dev.hitlai.billing;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Money of a payment went back to a company; published in the transaction that notes it.
 *
 * @param amount US dollars
 * @param reason as the company reads it
 * @param byProvider whether the payment provider did it on its own, for example because of a
 *     dispute
 */
public record PaymentRefunded(
    UUID refundId,
    UUID paymentId,
    UUID companyId,
    BigDecimal amount,
    String reason,
    boolean byProvider) {}
