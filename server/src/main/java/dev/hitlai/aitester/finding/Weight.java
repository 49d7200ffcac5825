package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.Severity;

/**
 * How much a problem weighs: severity is impact × frequency × persistence, after Nielsen's
 * "Severity ratings for usability problems" (1994).
 *
 * @param impact what it does to somebody who meets it
 * @param frequency how many of the people on the page meet it
 * @param persistence whether one gets past it by learning
 */
public record Weight(Impact impact, Frequency frequency, Persistence persistence) {

  /** Nielsen's scale from cosmetic to catastrophe. */
  public enum Impact {
    COSMETIC(1),
    MINOR(2),
    MAJOR(3),
    BLOCKING(4);

    private final double points;

    Impact(double points) {
      this.points = points;
    }
  }

  public enum Frequency {
    /** A few people, or now and then. */
    RARE(0.75),
    /** The people whom the rule protects. */
    COMMON(1),
    /** Everybody, each visit. */
    UNIVERSAL(1.25);

    private final double factor;

    Frequency(double factor) {
      this.factor = factor;
    }
  }

  public enum Persistence {
    /** Met once; whoever knows it gets by. */
    ONCE(0.75),
    /** Bothers each time. */
    EVERY_TIME(1);

    private final double factor;

    Persistence(double factor) {
      this.factor = factor;
    }
  }

  public static Weight of(Impact impact) {
    return new Weight(impact, Frequency.COMMON, Persistence.EVERY_TIME);
  }

  public Weight with(Frequency changed) {
    return new Weight(impact, changed, persistence);
  }

  public Weight with(Persistence changed) {
    return new Weight(impact, frequency, changed);
  }

  public Weight with(Impact changed) {
    return new Weight(changed, frequency, persistence);
  }

  /**
   * The thresholds put "blocks the people it concerns" at critical and "cosmetic" always at low.
   */
  public Severity severity() {
    double product = impact.points * frequency.factor * persistence.factor;
    if (product >= 4) {
      return Severity.CRITICAL;
    }
    if (product >= 2.6) {
      return Severity.HIGH;
    }
    return product >= 1.5 ? Severity.MEDIUM : Severity.LOW;
  }
}
