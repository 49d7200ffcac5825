package dev.hitlai.testers.web;

import dev.hitlai.testers.Prices;
import dev.hitlai.web.view.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a visitor asks the price of; what isn't a number counts as what stood there first. */
public record CalculatorForm(
    @Nullable String ai, @Nullable String people, @Nullable String program) {
  private static final int MOST = 10_000;

  private static final Map<String, BigDecimal> DISCOUNTS =
      Map.of(
          "founding_partner", new BigDecimal("0.25"),
          "early_adopter", new BigDecimal("0.20"),
          "beta_user", new BigDecimal("0.10"));

  public static final List<Option> PROGRAMS =
      List.of(
          Option.of("founding_partner", "Founding partner, 25 % less"),
          Option.of("early_adopter", "Early adopter, 20 % less"),
          Option.of("beta_user", "Beta user, 10 % less"));

  public int aiTests() {
    return number(ai, 10);
  }

  public int humanTests() {
    return number(people, 2);
  }

  public String chosen() {
    return program != null && DISCOUNTS.containsKey(program) ? program : "";
  }

  Prices.Order order(int phase) {
    return new Prices.Order(
        aiTests(),
        humanTests(),
        phase,
        DISCOUNTS.getOrDefault(chosen(), BigDecimal.ZERO),
        aiTests() + humanTests());
  }

  private static int number(@Nullable String text, int usual) {
    return text != null && text.strip().matches("\\d{1,9}")
        ? Math.min(MOST, Integer.parseInt(text.strip()))
        : usual;
  }
}
