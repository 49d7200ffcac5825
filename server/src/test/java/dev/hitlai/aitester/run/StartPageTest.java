package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-8"})
  void callsRandomBytesGarbageHoweverTheyAreRead(String charset) {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      var bytes = new byte[1500];
      random.nextBytes(bytes);
      assertThat(StartPage.isGarbage(new String(bytes, Charset.forName(charset)))).isTrue();
    }
  }

  @Test
  void callsAPageOfUnreadableLettersGarbage() {
    var read =
        new String(
            "Привет, как дела? ".repeat(10).getBytes(Charset.forName("KOI8-R")),
            StandardCharsets.UTF_8);
    assertThat(StartPage.isGarbage(read)).isTrue();
  }

  @Test
  void readsAPageWhoseAccentsAreLost() {
    var text = "Größere Bäume fällen wir für Sie überall in München und Köln. ".repeat(20);
    var read = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(read.chars().filter(sign -> sign == 0xFFFD).count()).isGreaterThan(20);
    assertThat(StartPage.isGarbage(read)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0001\u0002",
        "Tabs\tand\nlines\r\nare\tnot\tstrange\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        "日本語のページ。中文页面。한국어 페이지. العربية. עברית. हिन्दी. ไทย. 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
        "\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C an icon font",
      })
  void readsOrdinaryText(String words) {
    assertThat(StartPage.isGarbage(words)).isFalse();
  }
}
