package dev.hitlai.billing.internal;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way in which companies pay. */
public interface PaymentProvider {

  /** As the schema spells it. */
  String code();

  /** As people read it on a button. */
  String label();

  /** Whether this installation offers it. */
  boolean isOffered();

  /**
   * What is to be paid.
   *
   * @param paymentId the provider hands it back with what it tells us
   * @param amount US dollars
   * @param backUrl where people come back to, paid or not
   */
  record Order(UUID paymentId, BigDecimal amount, String description, String backUrl) {}

  /**
   * How to pay.
   *
   * @param reference what the provider calls it
   * @param payUrl where the customer pays; null when not on the web
   */
  record Begun(String reference, @Nullable String payUrl) {}

  /**
   * Begins a payment; outside of any transaction, since it may ask another server.
   *
   * @throws PaymentFailed with a sentence for people
   */
  Begun begin(Order order);

  /**
   * What is to be given back.
   *
   * @param reference what the provider calls the payment; null when it never began
   * @param providerPayment what it calls the money that came; null when we weren't told
   */
  record Return(
      UUID refundId,
      UUID paymentId,
      BigDecimal amount,
      @Nullable String reference,
      @Nullable String providerPayment) {}

  /**
   * How that stands.
   *
   * @param reference what the provider calls it; null when it has no name
   * @param note why it failed
   */
  record Returned(@Nullable String reference, RefundStatus status, @Nullable String note) {}

  /**
   * Gives money back; outside of any transaction. The same refund asked for twice is one.
   *
   * @throws PaymentFailed with a cause when it is worth to try again, without when it was refused
   */
  Returned giveBack(Return order);

  /** The provider can't take this payment now. */
  final class PaymentFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PaymentFailed(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }
}
