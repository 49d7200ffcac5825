package dev.hitlai.billing;

import java.util.Locale;

/** What a posting of the ledger says happened. */
public enum PostingKind {
  CHARGE("Charge"),
  CHARGE_REVERSAL("Charge taken back"),
  PAYMENT("Payment"),
  TOP_UP("Top-up"),
  CREDIT("Credit granted"),
  CREDIT_NOTE("Credit note"),
  REFUND("Refund"),
  REFUND_PAID("Refund paid"),
  REFUND_FAILED("Refund that failed"),
  EARNING("Test"),
  TRAINING_BONUS("Training bonus"),
  BONUS("Bonus"),
  HOLD("Held back"),
  RELEASE("Released"),
  FORFEIT("Forfeited"),
  PAYOUT_REQUESTED("Payout requested"),
  PAYOUT_PAID("Payout paid"),
  PAYOUT_REJECTED("Payout rejected");

  private final String label;

  PostingKind(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** As the schema and the API spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public static PostingKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
