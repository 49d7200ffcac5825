package dev.hitlai.notifications.internal.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTimeTest {
  @ParameterizedTest
  @CsvSource({
    "8, UTC, 2026-01-31T07:59:59Z, 2026-01-31T08:00:00Z",
    "8, UTC, 2026-01-31T08:00:00Z, 2026-02-01T08:00:00Z",
    "8, Europe/Berlin, 2026-01-31T06:00:00Z, 2026-01-31T07:00:00Z",
    "8, Europe/Berlin, 2026-07-01T06:30:00Z, 2026-07-02T06:00:00Z",
    "0, Asia/Tokyo, 2026-01-31T14:00:00Z, 2026-01-31T15:00:00Z",
    "2, Europe/Berlin, 2026-03-28T20:00:00Z, 2026-03-29T01:00:00Z"
  })
  void comesAtTheReadersHour(int hour, String zone, Instant now, Instant due) {
    assertThat(DigestTime.of(hour, zone).after(now)).isEqualTo(due);
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatThrownBy(() -> DigestTime.of(24, "UTC")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DigestTime.of(8, "Mars/Olympus"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
