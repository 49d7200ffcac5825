package dev.hitlai.programs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tiers of early adopters: a discount for life against tests in the first months. */
public enum CompanyTier implements Tier {
  FOUNDING_PARTNER("Founding partner", 10, "0.25", 100),
  EARLY_ADOPTER("Early adopter", 40, "0.20", 50),
  BETA_USER("Beta user", 150, "0.10", 20);

  /** Calendar months that a company has for its commitment, from the day it joined. */
  public static final int COMMITMENT_MONTHS = 3;

  private final String label;
  private final int spots;
  private final BigDecimal discount;
  private final int commitment;

  CompanyTier(String label, int spots, String discount, int commitment) {
    this.label = label;
    this.spots = spots;
    this.discount = new BigDecimal(discount);
    this.commitment = commitment;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static CompanyTier of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Program program() {
    return Program.EARLY_ADOPTER;
  }

  @Override
  public int spots() {
    return spots;
  }

  /** On every test, 0 to 1. */
  public BigDecimal discount() {
    return discount;
  }

  /** Completed tests in the first {@link #COMMITMENT_MONTHS} months. */
  public int commitment() {
    return commitment;
  }

  @Override
  public String headline() {
    return discount.movePointRight(2).stripTrailingZeros().toPlainString() + " % off, for life";
  }

  @Override
  public List<String> benefits() {
    return List.of(
        "Every test costs %s %% less for as long as your company is with us."
            .formatted(discount.movePointRight(2).stripTrailingZeros().toPlainString()),
        "You plan %d completed tests in the first %d months."
            .formatted(commitment, COMMITMENT_MONTHS),
        "Discounts for volume and the platform's phases come on top.");
  }

  @Override
  public Optional<CompanyTier> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
