package dev.hitlai.testers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a test costs in US dollars, with every factor that made the price. */
public record Quote(List<Line> lines) {
  /** The label of the line of tests by our own AI. */
  public static final String AI = "AI tester";

  /** The label of the line of tests by people. */
  public static final String HUMAN = "Human tester";

  public Quote {
    lines = List.copyOf(lines);
  }

  /** The line with that label, if anything of the kind was asked for. */
  public Optional<Line> line(String label) {
    return lines.stream().filter(line -> line.label().equals(label)).findFirst();
  }

  public BigDecimal total() {
    return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Tests of one kind.
   *
   * @param label who carries them out
   * @param count how many, 1 or more
   * @param base list price of one
   * @param factors what the list price is multiplied by, in order
   */
  public record Line(String label, int count, BigDecimal base, List<Factor> factors) {
    public Line {
      factors = List.copyOf(factors);
    }

    /** One test, rounded half-up to a cent after all factors. */
    public BigDecimal each() {
      return factors.stream()
          .map(Factor::value)
          .reduce(base, BigDecimal::multiply)
          .setScale(2, RoundingMode.HALF_UP);
    }

    public BigDecimal total() {
      return each().multiply(BigDecimal.valueOf(count));
    }
  }

  /** A named number to multiply by; 1 changes nothing and is shown all the same. */
  public record Factor(String name, BigDecimal value) {
    /** With two decimals, or as many as it has. */
    public String shown() {
      return value.setScale(Math.max(2, value.stripTrailingZeros().scale())).toPlainString();
    }
  }
}
