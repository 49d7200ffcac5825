package dev.hitlai.testers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.PriceList.NewPrice;
import dev.hitlai.testers.PriceList.Price;
import dev.hitlai.testers.PriceList.Standing;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final String[] FACTORS = {"1.00", "0.80", "0.60", "0.40"};

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = SettableClock.fixedAt("2026-03-10T12:00:00Z");
  private final PriceList list = new PriceList(database.jooq(), clock);
  private int phase = 1;
  private BigDecimal discount = BigDecimal.ZERO;
  private final Prices prices =
      new Prices(
          database.jooq(),
          clock,
          () -> phase,
          new ProgramTerms() {
            @Override
            public BigDecimal discountOf(UUID companyId) {
              return discount;
            }

            @Override
            public BigDecimal shareOf(UUID testerId) {
              throw new IllegalStateException("nobody asks for shares here");
            }

            @Override
            public BigDecimal trainingBonusOf(UUID testerId) {
              throw new IllegalStateException("nobody asks for bonuses here");
            }

            @Override
            public BigDecimal referralBonusFor(UUID testerId) {
              throw new IllegalStateException("nobody asks for bonuses here");
            }
          });

  @Test
  void chargesAFoundingPartnerThreeDollarsAndSeventyFiveInPhaseOne() {
    discount = new BigDecimal("0.25");
    var line = quote(1, 0, 0).lines().getFirst();
    assertThat(line.each()).isEqualByComparingTo("3.75");
    assertThat(line.factors())
        .extracting(Quote.Factor::name, Quote.Factor::shown)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Platform phase 1", "1.00"),
            org.assertj.core.groups.Tuple.tuple("Program discount", "0.75"),
            org.assertj.core.groups.Tuple.tuple("Volume discount", "1.00"));
  }

  @Test
  void lowersOnlyOurOwnAiWithThePhase() {
    phase = 4;
    assertThat(quote(1, 1, 0).lines())
        .extracting(Quote.Line::each)
        .containsExactly(new BigDecimal("2.00"), new BigDecimal("25.00"));
  }

  @Test
  void isTheProductOfItsFactorsRoundedOnceHalfUp() {
    var random = new Random(4711);
    for (int round = 0; round < 60; round++) {
      var base = BigDecimal.valueOf(1 + random.nextInt(400_000), 4);
      var volume = BigDecimal.valueOf(random.nextInt(5001), 2);
      int threshold = 1 + random.nextInt(50);
      clock.advance(Duration.ofDays(1));
      add(PricedItem.OWN_AI, base.toPlainString(), threshold, volume.toPlainString(), null);
      phase = 1 + random.nextInt(4);
      discount = BigDecimal.valueOf(random.nextInt(101), 2);
      int used = random.nextInt(100);
      int count = 1 + random.nextInt(9);
      var line = quote(count, 0, used).lines().getFirst();
      // Counted in whole hundred-millionths, as a check that shares no arithmetic with the product.
      var exact =
          base.multiply(new BigDecimal(FACTORS[phase - 1]))
              .multiply(BigDecimal.ONE.subtract(discount))
              .multiply(
                  used >= threshold
                      ? BigDecimal.valueOf(100).subtract(volume).movePointLeft(2)
                      : BigDecimal.ONE);
      var each = line.each();
      assertThat(each.scale()).isEqualTo(2);
      assertThat(each.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
      if (each.subtract(exact).abs().compareTo(new BigDecimal("0.005")) == 0) {
        assertThat(each).as("a half goes up").isGreaterThan(exact);
      }
      assertThat(line.total()).isEqualByComparingTo(each.multiply(BigDecimal.valueOf(count)));
      assertThat(each).isBetween(BigDecimal.ZERO, base.setScale(2, RoundingMode.CEILING));
    }
  }

  @Test
  void endsThePriceBeforeAndKeepsWhatWas() {
    var before = of(PricedItem.HUMAN);
    assertThat(before).hasSize(1);
    add(PricedItem.HUMAN, "30.00", null, "0", Instant.parse("2026-05-01T00:00:00Z"));
    add(PricedItem.HUMAN, "27.00", null, "0", Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(of(PricedItem.HUMAN))
        .extracting(price -> price.base().intValue(), Price::standing, Price::until)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(30, Standing.FUTURE, null),
            org.assertj.core.groups.Tuple.tuple(
                27, Standing.FUTURE, Instant.parse("2026-05-01T00:00:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                25, Standing.PRESENT, Instant.parse("2026-04-01T00:00:00Z")));
    assertThat(quote(0, 1, 0).total()).isEqualByComparingTo("25.00");
    clock.moveTo(Instant.parse("2026-04-15T00:00:00Z"));
    assertThat(quote(0, 1, 0).total()).isEqualByComparingTo("27.00");
    clock.moveTo(Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(quote(0, 1, 0).total()).isEqualByComparingTo("30.00");
  }

  @Test
  void takesNoPriceFromThePastNoImpossibleOneAndNoneTwiceAtAMoment() {
    assertThatThrownBy(() -> add(PricedItem.HUMAN, "1", null, "0", clock.instant().minusSeconds(1)))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("past");
    assertThatThrownBy(() -> add(PricedItem.HUMAN, "-1", null, "0", null))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> add(PricedItem.HUMAN, "1", null, "101", null))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> add(PricedItem.HUMAN, "1", null, "10", null))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("from how many tests");
    var later = clock.instant().plusSeconds(60);
    add(PricedItem.HUMAN, "20", null, "0", later);
    assertThatThrownBy(() -> add(PricedItem.HUMAN, "21", null, "0", later))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("same moment");
  }

  @Test
  void keepsOneLineOfPricesWhenAdministratorsAddAtTheSameTime() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks =
          java.util.stream.IntStream.range(1, 25)
              .<Callable<Price>>mapToObj(
                  day ->
                      () ->
                          add(
                              PricedItem.HUMAN,
                              day + ".00",
                              null,
                              "0",
                              clock.instant().plus(Duration.ofDays(day))))
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    var line = of(PricedItem.HUMAN).reversed();
    assertThat(line).hasSize(25);
    for (int place = 1; place < line.size(); place++) {
      assertThat(line.get(place - 1).until()).isEqualTo(line.get(place).from());
    }
    assertThat(line.getLast().until()).isNull();
  }

  private Quote quote(int ai, int people, int used) {
    return does(() -> prices.quote(UUID.randomUUID(), ai, people, used));
  }

  private List<Price> of(PricedItem item) {
    return does(() -> list.all().stream().filter(price -> price.item().equals(item)).toList());
  }

  private Price add(
      PricedItem item,
      String base,
      @Nullable Integer threshold,
      String percent,
      @Nullable Instant from) {
    return does(
        () ->
            list.add(
                new NewPrice(
                    item,
                    new BigDecimal(base),
                    new BigDecimal("70"),
                    new BigDecimal("30"),
                    threshold,
                    new BigDecimal(percent),
                    from,
                    null)));
  }

  private <T> T does(Supplier<T> work) {
    return Tenancy.as(
        Actor.admin(UUID.randomUUID()),
        () -> database.transactions().execute(status -> work.get()));
  }
}
