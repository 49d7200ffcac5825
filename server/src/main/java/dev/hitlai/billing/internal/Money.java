package dev.hitlai.billing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of US dollars. */
public final class Money {
  private static final BigDecimal MOST = new BigDecimal("10000000");

  private Money() {}

  /** Rounded half-up to a cent. */
  public static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** Refuses fractions of a cent, and what no customer of ours could owe. */
  public static BigDecimal requireCents(BigDecimal amount) {
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException(amount + " isn't a number of whole cents.");
    }
    if (amount.abs().compareTo(MOST) > 0) {
      throw new IllegalArgumentException(amount + " is more than anybody owes here.");
    }
    return amount;
  }

  /** Whole cents of at least nothing. */
  public static BigDecimal requireNotNegative(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(amount + " is below zero.");
    }
    return requireCents(amount);
  }

  /** Whole cents above nothing. */
  public static BigDecimal requirePositive(BigDecimal amount) {
    if (amount.signum() == 0) {
      throw new IllegalArgumentException("The amount is zero.");
    }
    return requireNotNegative(amount);
  }
}
