package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.AI_TESTER_PRICING;

import dev.hitlai.testers.Quote.Factor;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotes tests from the price list that is in force: base × phase factor (our own AI only) × (1 −
 * program discount) × (1 − volume discount).
 */
@Component
public class Prices {
  /** The factor on tests by our own AI in platform phases 1, 2, 3 and 4. */
  private static final List<BigDecimal> PHASE_FACTORS =
      Stream.of("1.00", "0.80", "0.60", "0.40").map(BigDecimal::new).toList();

  private final DSLContext sql;
  private final Clock clock;

  private final PlatformPhase phase;
  private final ProgramTerms terms;

  Prices(DSLContext sql, Clock clock, PlatformPhase phase, ProgramTerms terms) {
    this.sql = sql;
    this.clock = clock;
    this.phase = phase;
    this.terms = terms;
  }

  /**
   * What is asked for, and who asks.
   *
   * @param aiTests by an AI
   * @param humanTests by people
   * @param phase the platform's phase, 1 to 4
   * @param programDiscount 0 to 1
   * @param testsThisMonth what the volume discount goes by
   * @param ai whose tests the AI's are; the phase counts for our own only
   */
  public record Order(
      int aiTests,
      int humanTests,
      int phase,
      BigDecimal programDiscount,
      int testsThisMonth,
      PricedItem ai) {
    /** With tests by our own AI. */
    public Order(
        int aiTests, int humanTests, int phase, BigDecimal programDiscount, int testsThisMonth) {
      this(aiTests, humanTests, phase, programDiscount, testsThisMonth, PricedItem.OWN_AI);
    }

    public Order {
      if (aiTests < 0
          || humanTests < 0
          || phase < 1
          || phase > PHASE_FACTORS.size()
          || programDiscount.signum() < 0
          || programDiscount.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "Not something that has a price: " + aiTests + ", " + humanTests + ", phase " + phase);
      }
    }
  }

  /** The factor on tests by our own AI in a phase, 1 to 4. */
  public static BigDecimal phaseFactor(int phase) {
    return PHASE_FACTORS.get(phase - 1);
  }

  /**
   * What tests would cost a company now: in the platform's phase, with the discount of its program
   * and for its volume.
   *
   * @param ai whose tests the AI's are
   * @param testsThisMonth of the company up to now
   */
  @Transactional(readOnly = true)
  public Quote quote(
      UUID companyId, PricedItem ai, int aiTests, int humanTests, int testsThisMonth) {
    return quote(
        new Order(
            aiTests, humanTests, phase.current(), terms.discountOf(companyId), testsThisMonth, ai));
  }

  /** The same with tests by our own AI. */
  @Transactional(readOnly = true)
  public Quote quote(UUID companyId, int aiTests, int humanTests, int testsThisMonth) {
    return quote(companyId, PricedItem.OWN_AI, aiTests, humanTests, testsThisMonth);
  }

  /**
   * What one test by an AI would cost a company now, in US dollars.
   *
   * @return empty when the price list has no price of it in force
   */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> ofAi(UUID companyId, PricedItem ai, int testsThisMonth) {
    var order = new Order(1, 0, phase.current(), terms.discountOf(companyId), testsThisMonth, ai);
    return find(of(ai)).map(price -> aiLine(order, price).each());
  }

  @Transactional(readOnly = true)
  public Quote quote(Order order) {
    var lines = new ArrayList<Quote.Line>();
    if (order.aiTests() > 0) {
      lines.add(aiLine(order));
    }
    if (order.humanTests() > 0) {
      lines.add(humanLine(order));
    }
    return new Quote(lines);
  }

  private Quote.Line aiLine(Order order) {
    return aiLine(order, inForce(of(order.ai())));
  }

  private static Quote.Line aiLine(Order order, Price price) {
    var factors = new ArrayList<Factor>();
    if (order.ai().fallsWithThePhase()) {
      factors.add(new Factor("Platform phase " + order.phase(), phaseFactor(order.phase())));
    }
    factors.addAll(discounts(order, price));
    return new Quote.Line(Quote.AI, order.aiTests(), price.base(), factors);
  }

  private static Condition of(PricedItem ai) {
    return AI_TESTER_PRICING
        .TESTER_CATEGORY
        .eq(ai.category())
        .and(AI_TESTER_PRICING.AI_MODEL_PROVIDER.eq(ai.provider()));
  }

  private Quote.Line humanLine(Order order) {
    var price = inForce(AI_TESTER_PRICING.TESTER_CATEGORY.eq("human"));
    return new Quote.Line(Quote.HUMAN, order.humanTests(), price.base(), discounts(order, price));
  }

  private static List<Factor> discounts(Order order, Price price) {
    return List.of(
        new Factor("Program discount", BigDecimal.ONE.subtract(order.programDiscount())),
        new Factor(
            "Volume discount", BigDecimal.ONE.subtract(price.discountAt(order.testsThisMonth()))));
  }

  private Price inForce(Condition which) {
    return find(which)
        .orElseThrow(() -> new IllegalStateException("The price list has no price in force."));
  }

  private Optional<Price> find(Condition which) {
    var now = clock.instant();
    return sql.select(
            AI_TESTER_PRICING.BASE_PRICE_PER_TEST_USD,
            AI_TESTER_PRICING.VOLUME_DISCOUNT_THRESHOLD,
            AI_TESTER_PRICING.VOLUME_DISCOUNT_PERCENT)
        .from(AI_TESTER_PRICING)
        .where(which)
        .and(AI_TESTER_PRICING.IS_ACTIVE)
        .and(AI_TESTER_PRICING.EFFECTIVE_FROM.le(now))
        .and(
            AI_TESTER_PRICING
                .EFFECTIVE_UNTIL
                .isNull()
                .or(AI_TESTER_PRICING.EFFECTIVE_UNTIL.gt(now)))
        .orderBy(AI_TESTER_PRICING.EFFECTIVE_FROM.desc())
        .limit(1)
        .fetchOptional(
            row ->
                new Price(
                    row.value1(),
                    row.value2() == null ? Integer.MAX_VALUE : row.value2(),
                    row.value3()));
  }

  /** A row of the price list. */
  private record Price(BigDecimal base, int threshold, BigDecimal percent) {
    BigDecimal discountAt(int tests) {
      return tests >= threshold ? percent.movePointLeft(2) : BigDecimal.ZERO;
    }
  }
}
