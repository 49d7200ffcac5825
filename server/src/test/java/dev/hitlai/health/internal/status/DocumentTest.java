package dev.hitlai.health.internal.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.health.UptimeFigures;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 3);

  @Test
  void holdsTheSameInBothForms() throws Exception {
    var document =
        Document.of(Document.Kind.JSON, "{\"a\":1}".repeat(100).getBytes(UTF_8), Instant.EPOCH);
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(document.gzip()))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(document.plain());
    }
    assertThat(document.gzip().length).isLessThan(document.plain().length);
    assertThat(document.lastModified()).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
  }

  @Test
  void isKnownByItsTagAloneOrInAList() {
    var document = Document.of(Document.Kind.PAGE, "a".getBytes(UTF_8), Instant.EPOCH);
    var other = Document.of(Document.Kind.PAGE, "b".getBytes(UTF_8), Instant.EPOCH);
    assertThat(document.isKnownTo(document.etag())).isTrue();
    assertThat(document.isKnownTo(other.etag() + ", " + document.etag())).isTrue();
    assertThat(document.isKnownTo("*")).isTrue();
    assertThat(document.isKnownTo(other.etag())).isFalse();
    assertThat(document.isKnownTo(null)).isFalse();
  }

  @Test
  void isPackedForWhoTakesIt() {
    assertThat(Document.takesGzip("gzip, deflate, br")).isTrue();
    assertThat(Document.takesGzip("br;q=1.0, gzip;q=0.8")).isTrue();
    assertThat(Document.takesGzip("gzip;q=0")).isFalse();
    assertThat(Document.takesGzip("br, gzip;q=0, identity")).isFalse();
    assertThat(Document.takesGzip("identity")).isFalse();
    assertThat(Document.takesGzip(null)).isFalse();
  }

  @Test
  void aDayIsToldByWhatWasSeenOfIt() {
    assertThat(DayBar.of(DAY, null).words()).isEqualTo("3 Mar: no data");
    assertThat(DayBar.of(DAY, figures(86_400_000, 0, 0, 0)).words()).isEqualTo("3 Mar: 100 %");
    var outage = DayBar.of(DAY, figures(85_800_000, 0, 600_000, 0));
    assertThat(outage.kind()).isEqualTo(DayBar.Kind.SHORT_OUTAGE);
    assertThat(outage.words()).isEqualTo("3 Mar: 99.3 %, down 10 min 0 s");
    assertThat(DayBar.of(DAY, figures(40_000_000, 0, 46_400_000, 0)).kind())
        .isEqualTo(DayBar.Kind.LONG_OUTAGE);
    assertThat(DayBar.of(DAY, figures(86_400_000, 43_200_000, 0, 0)).kind())
        .isEqualTo(DayBar.Kind.SLOW);
    assertThat(DayBar.of(DAY, figures(0, 0, 0, 86_400_000)).kind())
        .isEqualTo(DayBar.Kind.MAINTENANCE);
  }

  private static UptimeFigures figures(long up, long slow, long down, long maintenance) {
    BigDecimal uptime =
        up + down == 0
            ? null
            : BigDecimal.valueOf(100L * up)
                .divide(BigDecimal.valueOf(up + down), 3, java.math.RoundingMode.DOWN);
    return new UptimeFigures(
        UUID.randomUUID(),
        Instant.EPOCH,
        Instant.EPOCH,
        up,
        slow,
        down,
        maintenance,
        0,
        uptime,
        BigDecimal.valueOf(100),
        1,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        BigDecimal.ZERO);
  }
}
