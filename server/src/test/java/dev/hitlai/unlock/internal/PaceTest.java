package dev.hitlai.unlock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  @Test
  void goesOnLikeTheLastThirtyDays() {
    assertThat(Pace.date(TODAY, 360, 90)).contains(TODAY.plusDays(120));
    assertThat(Pace.date(TODAY, 1, 30)).contains(TODAY.plusDays(1));
    assertThat(Pace.date(TODAY, 0, 0)).contains(TODAY);
  }

  @Test
  void saysNothingWhenNothingMovesOrItWouldTakeALifetime() {
    assertThat(Pace.date(TODAY, 10, 0)).isEmpty();
    assertThat(Pace.date(TODAY, 10_000_000, 1)).isEmpty();
  }

  @Test
  void neverPromisesADayOnWhichItIsNotReached() {
    var random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      int missing = 1 + random.nextInt(10_000);
      int gained = 1 + random.nextInt(2_000);
      var days = Pace.days(BigDecimal.valueOf(missing), BigDecimal.valueOf(gained));
      days.ifPresent(
          some -> {
            assertThat((double) some * gained / 30).isGreaterThanOrEqualTo(missing - 1e-6);
            assertThat((double) (some - 1) * gained / 30).isLessThan(missing);
          });
    }
  }
}
