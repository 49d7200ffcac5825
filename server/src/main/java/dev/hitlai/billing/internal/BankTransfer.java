package dev.hitlai.billing.internal;

import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Pays by invoice: the company transfers, an administrator notes that the money came. */
@Component
@Order(2)
class BankTransfer implements PaymentProvider {
  private static final int LENGTH = 12;

  @Override
  public String code() {
    return "bank_transfer";
  }

  @Override
  public String label() {
    return "Pay by bank transfer";
  }

  @Override
  public boolean isOffered() {
    return true;
  }

  /** The words by which the transfer is recognised: the random end of the payment's id. */
  @Override
  public Begun begin(Order order) {
    String digits = order.paymentId().toString().replace("-", "");
    return new Begun(
        "HIT-" + digits.substring(digits.length() - LENGTH).toUpperCase(Locale.ROOT), null);
  }

  /** An administrator transfers it and notes that it is done. */
  @Override
  public Returned giveBack(Return order) {
    return new Returned(null, RefundStatus.PENDING, null);
  }
}
