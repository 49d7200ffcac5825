package dev.hitlai.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SayTest {
  @Test
  void separatesThousandsAndCountsThings() {
    assertThat(Say.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Say.count(1, "finding", "findings")).isEqualTo("1 finding");
    assertThat(Say.count(0, "finding", "findings")).isEqualTo("0 findings");
  }

  @Test
  void writesMoneyWithCurrencyAndCents() {
    assertThat(Say.money(new BigDecimal("1234.5"))).isEqualTo("$1,234.50");
    assertThat(Say.money(new BigDecimal("-3.755"))).isEqualTo("−$3.76");
  }

  @Test
  void writesDecimalsWithoutTrailingZeros() {
    assertThat(Say.decimal(0.880, 2)).isEqualTo("0.88");
    assertThat(Say.decimal(1500, 2)).isEqualTo("1,500");
    assertThat(Say.percent(0.925)).isEqualTo("93 %");
  }

  @Test
  void writesDurationsInTheTwoLargestUnits() {
    assertThat(Say.duration(Duration.ofMillis(420))).isEqualTo("0.4 s");
    assertThat(Say.duration(Duration.ofMillis(12_400))).isEqualTo("12 s");
    assertThat(Say.duration(Duration.ofSeconds(65))).isEqualTo("1 min 5 s");
    assertThat(Say.duration(Duration.ofSeconds(3725))).isEqualTo("1 h 2 min");
  }

  @Test
  void writesTimesInUtcUntilTheReadersZoneIsKnown() {
    var noon = Instant.parse("2027-02-14T12:00:05Z");

    assertThat(Say.time(noon)).isEqualTo("14 Feb 2027, 12:00 UTC");
    assertThat(Say.utc(noon)).isEqualTo("14 Feb 2027, 12:00:05 UTC");
  }
}
