package dev.hitlai.programs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tiers of founding testers: a larger share of a test's price, bonuses, equity that vests. */
public enum TesterTier implements Tier {
  FOUNDING_TESTER(
      "Founding tester",
      20,
      "0.40",
      "5.00",
      "0.05",
      List.of(step(50, "0.25"), step(100, "0.50"), step(200, "0.75"), step(500, "1.00"))),
  EARLY_TESTER(
      "Early tester",
      30,
      "0.35",
      "3.00",
      "0.02",
      List.of(step(25, "0.25"), step(50, "0.50"), step(100, "0.75"), step(250, "1.00"))),
  BETA_TESTER(
      "Beta tester",
      50,
      "0.32",
      "2.00",
      "0.01",
      List.of(step(20, "0.33"), step(50, "0.66"), step(100, "1.00")));

  private final String label;
  private final int spots;
  private final BigDecimal share;
  private final BigDecimal trainingBonus;
  private final BigDecimal equity;
  private final List<Step> vesting;

  TesterTier(
      String label,
      int spots,
      String share,
      String trainingBonus,
      String equity,
      List<Step> vesting) {
    this.label = label;
    this.spots = spots;
    this.share = new BigDecimal(share);
    this.trainingBonus = new BigDecimal(trainingBonus);
    this.equity = new BigDecimal(equity);
    this.vesting = vesting;
  }

  /**
   * A step of the vesting.
   *
   * @param tests completed altogether
   * @param share of the grant that has vested then, with all steps before, 0 to 1
   */
  public record Step(int tests, BigDecimal share) {}

  private static Step step(int tests, String share) {
    return new Step(tests, new BigDecimal(share));
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static TesterTier of(String code) {
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
    return Program.FOUNDING_TESTER;
  }

  @Override
  public int spots() {
    return spots;
  }

  /** Of a test's list price, 0 to 1. */
  public BigDecimal share() {
    return share;
  }

  /** Whether the share goes back to the standard after a year. */
  public boolean shareEndsAfterAYear() {
    return this == BETA_TESTER;
  }

  /** For a test that the models learn from, in US dollars. */
  public BigDecimal trainingBonus() {
    return trainingBonus;
  }

  /** The whole grant, in percent of the platform. */
  public BigDecimal equityPercent() {
    return equity;
  }

  public List<Step> vesting() {
    return vesting;
  }

  /** Whether who brought a tester of this tier gets the larger referral bonus. */
  public boolean rewardsReferral() {
    return this != BETA_TESTER;
  }

  @Override
  public String headline() {
    return percent(share) + " of a test's price, " + equity.toPlainString() + " % equity";
  }

  @Override
  public List<String> benefits() {
    var last = vesting.getLast();
    return List.of(
        "You earn %s of each test's price%s; the standard is 30 %%."
            .formatted(percent(share), shareEndsAfterAYear() ? " in your first year" : ""),
        "$%s more for a test that our models learn from."
            .formatted(trainingBonus.stripTrailingZeros().toPlainString()),
        "%s %% equity: %s vests at %d completed tests, all of it at %d."
            .formatted(
                equity.toPlainString(),
                percent(vesting.getFirst().share()),
                vesting.getFirst().tests(),
                last.tests()));
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  @Override
  public Optional<TesterTier> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
