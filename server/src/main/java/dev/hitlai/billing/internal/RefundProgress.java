package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;
import static dev.hitlai.billing.internal.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.billing.PaymentRefunded;
import dev.hitlai.billing.internal.jooq.tables.records.PaymentsRecord;
import dev.hitlai.billing.internal.jooq.tables.records.RefundsRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a refund, each posted once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundProgress {
  private static final int LONGEST = 500;

  private final DSLContext sql;
  private final CompanyBook book;
  private final Settlement settlement;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RefundProgress(
      DSLContext sql,
      CompanyBook book,
      Settlement settlement,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.book = book;
    this.settlement = settlement;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param by null when it began at the provider
   */
  void begin(UUID id, PaymentsRecord payment, BigDecimal amount, String reason, @Nullable UUID by) {
    sql.insertInto(REFUNDS)
        .set(REFUNDS.ID, id)
        .set(REFUNDS.PAYMENT_ID, payment.getId())
        .set(REFUNDS.COMPANY_ID, payment.getCompanyId())
        .set(REFUNDS.AMOUNT_USD, amount)
        .set(REFUNDS.PROVIDER, payment.getProvider())
        .set(REFUNDS.REASON, reason)
        .set(REFUNDS.CREATED_BY, by)
        .set(REFUNDS.CREATED_AT, clock.instant())
        .execute();
    book.refundBegun(payment.getCompanyId(), id, amount, "Refund: " + reason);
  }

  /**
   * What a provider did or undid on its own. The money is gone whatever we think of it; invoices
   * that it had settled are open again.
   *
   * @param reference what the provider calls it
   * @return false when there isn't that much left of the payment
   */
  boolean foreign(
      UUID paymentId, String reference, BigDecimal amount, RefundStatus status, String reason) {
    var payment =
        sql.selectFrom(PAYMENTS).where(PAYMENTS.ID.eq(paymentId)).forUpdate().fetchSingle();
    if (status != RefundStatus.FAILED
        && amount.add(given(paymentId)).compareTo(payment.getReceivedUsd()) > 0) {
      return false;
    }
    settlement.lock(payment.getCompanyId());
    var id = UUID.randomUUID();
    begin(id, payment, amount, reason, null);
    moveOn(id, status, reference, null);
    settlement.coverShortage(payment.getCompanyId(), payment.getInvoiceId());
    return true;
  }

  private BigDecimal given(UUID paymentId) {
    return sql.select(coalesce(sum(REFUNDS.AMOUNT_USD), inline(BigDecimal.ZERO)))
        .from(REFUNDS)
        .where(REFUNDS.PAYMENT_ID.eq(paymentId))
        .and(REFUNDS.STATUS.ne(RefundStatus.FAILED.code()))
        .fetchSingle()
        .value1();
  }

  /** The refund that the provider or we call so; null when there is none. */
  @Nullable UUID find(String provider, String reference, @Nullable UUID own) {
    return sql.select(REFUNDS.ID)
        .from(REFUNDS)
        .where(REFUNDS.PROVIDER.eq(provider))
        .and(
            REFUNDS
                .PROVIDER_REFERENCE
                .eq(reference)
                .or(own == null ? org.jooq.impl.DSL.falseCondition() : REFUNDS.ID.eq(own)))
        .limit(1)
        .fetchOne(REFUNDS.ID);
  }

  /**
   * Moves on, never back; a stage that is passed already changes nothing.
   *
   * @return whether it moved
   */
  boolean moveOn(UUID id, RefundStatus to, @Nullable String reference, @Nullable String note) {
    var refund = sql.selectFrom(REFUNDS).where(REFUNDS.ID.eq(id)).forUpdate().fetchSingle();
    if (refund.getProviderReference() == null && reference != null) {
      refund.setProviderReference(reference);
      refund.store();
    }
    var from = RefundStatus.of(refund.getStatus());
    if (to.compareTo(from) <= 0) {
      return false;
    }
    refund.setStatus(to.code());
    refund.setSettledAt(clock.instant());
    if (note != null) {
      refund.setNote(note.substring(0, Math.min(LONGEST, note.length())));
    }
    refund.store();
    post(refund, from, to);
    return true;
  }

  private void post(RefundsRecord refund, RefundStatus from, RefundStatus to) {
    UUID company = refund.getCompanyId();
    var amount = refund.getAmountUsd();
    if (to == RefundStatus.PAID) {
      book.refundPaid(company, refund.getId(), amount);
      events.publishEvent(
          new PaymentRefunded(
              refund.getId(),
              refund.getPaymentId(),
              company,
              Money.cents(amount),
              refund.getReason(),
              refund.getCreatedBy() == null));
    } else {
      book.refundFailed(
          company,
          refund.getId(),
          amount,
          from == RefundStatus.PAID ? AccountKind.CASH : AccountKind.REFUNDS_DUE);
    }
  }
}
