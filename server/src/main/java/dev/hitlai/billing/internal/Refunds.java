package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;
import static dev.hitlai.billing.internal.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.PaymentProvider.PaymentFailed;
import dev.hitlai.billing.internal.jooq.tables.records.RefundsRecord;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Administrators give money back, in full or in parts. Only what is free can go: what an invoice
 * took is set free by a credit note first. The money leaves the company's credit at once, so that
 * it can't be spent twice while the provider is asked.
 */
@Component
public class Refunds {
  private static final int SHOWN = 50;

  /** Younger ones are just being asked for by somebody else. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final List<PaymentProvider> providers;
  private final Settlement settlement;
  private final RefundProgress progress;
  private final Clock clock;

  Refunds(
      DSLContext sql,
      TransactionTemplate transactions,
      List<PaymentProvider> providers,
      Settlement settlement,
      RefundProgress progress,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.providers = List.copyOf(providers);
    this.settlement = settlement;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * @param status pending, paid or failed
   * @param reason as the company reads it
   * @param note why it failed; null when it didn't
   */
  public record Refund(
      UUID id,
      UUID paymentId,
      UUID companyId,
      BigDecimal amount,
      String provider,
      String status,
      String reason,
      @Nullable String note,
      Instant begunAt) {
    /** Whether an administrator has to transfer it. */
    public boolean isToBeSent() {
      return status.equals("pending") && provider.equals("bank_transfer");
    }
  }

  /** How much of a payment can go back right now: what is left of it, and free. */
  @Transactional
  public BigDecimal possible(UUID paymentId) {
    var payment = sql.selectFrom(PAYMENTS).where(PAYMENTS.ID.eq(paymentId)).fetchSingle();
    return left(payment.getId(), payment.getReceivedUsd())
        .min(settlement.free(payment.getCompanyId()))
        .max(BigDecimal.ZERO);
  }

  /**
   * Gives back a part of a payment, or all of it.
   *
   * @param by the administrator
   * @param once the refund's id: the same wish sent twice is one refund
   * @param reason as the company reads it
   * @return how it stands
   * @throws ApiProblem when there is no such payment, less of it can go back, or no reason is given
   */
  public Refund give(UUID by, UUID paymentId, UUID once, BigDecimal amount, String reason) {
    String why = CreditNotes.reason(reason);
    transactions.executeWithoutResult(status -> begin(by, paymentId, once, amount, why));
    ask(once);
    return java.util.Objects.requireNonNull(transactions.execute(status -> find(once)));
  }

  private void begin(UUID by, UUID paymentId, UUID once, BigDecimal amount, String why) {
    var payment = sql.selectFrom(PAYMENTS).where(PAYMENTS.ID.eq(paymentId)).forUpdate().fetchOne();
    if (payment == null) {
      throw ApiProblem.notFound("No payment has this id.");
    }
    if (sql.fetchExists(REFUNDS, REFUNDS.ID.eq(once))) {
      return;
    }
    settlement.lock(payment.getCompanyId());
    var left = left(paymentId, payment.getReceivedUsd());
    var free = settlement.free(payment.getCompanyId());
    var most = left.min(free).max(BigDecimal.ZERO);
    if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
      throw ApiProblem.invalid("amount", "must be more than nothing, in whole cents");
    }
    if (amount.compareTo(most) > 0) {
      throw ApiProblem.invalid(
          "amount",
          free.compareTo(left) < 0
              ? "must be at most %s: the rest of the payment is used for invoices, until a credit note sets it free"
                  .formatted(Say.money(most))
              : "must be at most %s, what is left of this payment".formatted(Say.money(most)));
    }
    progress.begin(once, payment, amount, why, by);
  }

  private BigDecimal left(UUID paymentId, BigDecimal received) {
    return received.subtract(
        sql.select(coalesce(sum(REFUNDS.AMOUNT_USD), inline(BigDecimal.ZERO)))
            .from(REFUNDS)
            .where(REFUNDS.PAYMENT_ID.eq(paymentId))
            .and(REFUNDS.STATUS.ne(RefundStatus.FAILED.code()))
            .fetchSingle()
            .value1());
  }

  /** Asks the provider; when it can't be reached, the refund waits to be asked for again. */
  private void ask(UUID id) {
    Optional<Order> asked = transactions.execute(status -> order(id));
    if (asked == null || asked.isEmpty()) {
      return;
    }
    var order = asked.get();
    try {
      var returned = order.provider().giveBack(order.what());
      transactions.executeWithoutResult(
          status -> progress.moveOn(id, returned.status(), returned.reference(), returned.note()));
    } catch (PaymentFailed failure) {
      if (failure.getCause() == null) {
        transactions.executeWithoutResult(
            status ->
                progress.moveOn(
                    id, RefundStatus.FAILED, null, String.valueOf(failure.getMessage())));
      }
    }
  }

  private record Order(PaymentProvider provider, PaymentProvider.Return what) {}

  /** Empty when there is nothing to ask for any more. */
  private Optional<Order> order(UUID id) {
    var refund = sql.selectFrom(REFUNDS).where(REFUNDS.ID.eq(id)).fetchSingle();
    if (!isUnasked(refund)) {
      return Optional.empty();
    }
    var payment =
        sql.selectFrom(PAYMENTS).where(PAYMENTS.ID.eq(refund.getPaymentId())).fetchSingle();
    var provider =
        providers.stream()
            .filter(offer -> offer.code().equals(refund.getProvider()))
            .findFirst()
            .orElseThrow();
    return Optional.of(
        new Order(
            provider,
            new PaymentProvider.Return(
                id,
                payment.getId(),
                refund.getAmountUsd(),
                payment.getProviderReference(),
                payment.getProviderPayment())));
  }

  private static boolean isUnasked(RefundsRecord refund) {
    return refund.getStatus().equals(RefundStatus.PENDING.code())
        && refund.getProviderReference() == null;
  }

  /** Asks again for those that the provider couldn't be reached for; how many there were. */
  public int askAgain() {
    var waiting =
        transactions.execute(
            status ->
                sql.select(REFUNDS.ID)
                    .from(REFUNDS)
                    .where(REFUNDS.STATUS.eq(RefundStatus.PENDING.code()))
                    .and(REFUNDS.PROVIDER.ne("bank_transfer"))
                    .and(REFUNDS.PROVIDER_REFERENCE.isNull())
                    .and(REFUNDS.CREATED_AT.lt(clock.instant().minus(PATIENCE)))
                    .fetch(REFUNDS.ID));
    List<UUID> ids = waiting == null ? List.of() : waiting;
    ids.forEach(this::ask);
    return ids.size();
  }

  /**
   * An administrator transferred it, or it can't be done.
   *
   * @param failed why not; null when it was transferred
   * @throws ApiProblem when it is not waited for
   */
  @Transactional
  public void decided(UUID id, @Nullable String failed) {
    if (!find(id).isToBeSent()) {
      throw ApiProblem.conflict("This refund isn't waited for any more.");
    }
    progress.moveOn(
        id,
        failed == null ? RefundStatus.PAID : RefundStatus.FAILED,
        null,
        failed == null ? null : CreditNotes.reason(failed));
  }

  @Transactional(readOnly = true)
  public Refund find(UUID id) {
    return list(REFUNDS.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("No refund has this id."));
  }

  /** Of a payment, the latest first. */
  @Transactional(readOnly = true)
  public List<Refund> of(UUID paymentId) {
    return list(REFUNDS.PAYMENT_ID.eq(paymentId));
  }

  /** Those of all companies that are on their way. */
  @Transactional(readOnly = true)
  public List<Refund> pending() {
    return list(REFUNDS.STATUS.eq(RefundStatus.PENDING.code()));
  }

  private List<Refund> list(Condition which) {
    return sql.selectFrom(REFUNDS)
        .where(which)
        .orderBy(REFUNDS.CREATED_AT.desc(), REFUNDS.ID.desc())
        .limit(SHOWN)
        .fetch(
            row ->
                new Refund(
                    row.getId(),
                    row.getPaymentId(),
                    row.getCompanyId(),
                    row.getAmountUsd(),
                    row.getProvider(),
                    row.getStatus(),
                    row.getReason(),
                    row.getNote(),
                    row.getCreatedAt()));
  }
}
