package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /** RFC 6238, appendix B; of its eight digits ours are the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void showsTheCodesOfTheStandard(long seconds, String code) {
    var at = Instant.ofEpochSecond(seconds);
    assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code.substring(2));
    assertThat(Totp.match(SECRET, code.substring(2), at)).hasValue(seconds / 30);
  }

  @Test
  void takesTheCodeBeforeAndAfterAndNoOther() {
    var now = Instant.ofEpochSecond(1_111_111_111);
    long step = Totp.step(now);
    for (long other = step - 3; other <= step + 3; other++) {
      var match = Totp.match(SECRET, Totp.code(SECRET, other), now);
      if (Math.abs(other - step) <= 1) {
        assertThat(match).hasValue(other);
      } else {
        assertThat(match).isEmpty();
      }
    }
  }

  @Test
  void understandsABlankInTheMiddleAndNothingElse() {
    var now = Instant.ofEpochSecond(59);
    assertThat(Totp.match(SECRET, "287 082", now)).isPresent();
    for (String wrong : new String[] {"", "28708", "2870822", "28708x", "２８７０８２"}) {
      assertThat(Totp.match(SECRET, wrong, now)).as(wrong).isEmpty();
    }
  }

  @Test
  void writesAndReadsKeysAsTheStandardDoes() {
    assertThat(Base32.encode("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
    var chance = new Random(7);
    for (int length = 0; length < 100; length++) {
      var bytes = new byte[length];
      chance.nextBytes(bytes);
      String text = Base32.encode(bytes);
      assertThat(Base32.decode(text)).isEqualTo(bytes);
      assertThat(Base32.decode(text.toLowerCase(java.util.Locale.ROOT).replaceAll("(....)", "$1 ")))
          .isEqualTo(bytes);
    }
    assertThatThrownBy(() -> Base32.decode("A1")).hasMessageContaining("not a letter");
  }

  @Test
  void namesAccountsSoThatAuthenticatorsReadThem() {
    assertThat(Totp.uri(SECRET, "ada+test@example.org"))
        .isEqualTo(
            "otpauth://totp/HitlAI:ada%2Btest%40example.org?secret="
                + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=HitlAI&algorithm=SHA1&digits=6&period=30");
  }
}
