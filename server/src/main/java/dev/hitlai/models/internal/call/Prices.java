package dev.hitlai.models.internal.call;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param cached of input that the provider had in its cache
 */
public record Prices(BigDecimal input, BigDecimal cached, BigDecimal output) {
  /** Digits behind the point in which costs are kept: a token of a cent a million still counts. */
  public static final int DIGITS = 8;

  /** Of a model that costs nothing, or whose price nobody said. */
  public static final Prices NONE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  public Prices {
    if (input.signum() < 0 || cached.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException("A price is not negative.");
    }
  }

  /** Of a call; exact but for the ninth digit. */
  public BigDecimal of(Usage usage) {
    return part(input, usage.input() - usage.cached())
        .add(part(cached, usage.cached()))
        .add(part(output, usage.output()))
        .movePointLeft(6)
        .setScale(DIGITS, RoundingMode.HALF_UP);
  }

  private static BigDecimal part(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }
}
