package dev.hitlai.billing.internal;

import java.util.Locale;

/**
 * How far a refund is. It only moves on in this order, so that it doesn't matter in which order a
 * provider tells of it: what fails has the last word, because the money came back.
 */
enum RefundStatus {
  PENDING,
  PAID,
  FAILED;

  /** As the schema spells it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RefundStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
