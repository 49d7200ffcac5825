package dev.hitlai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox on Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0|Edge on Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.0 Mobile/15E148 Safari/604.1|Safari on iPhone",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
            + " Mobile Safari/537.36|Chrome on Android",
        "curl/8.14.1|curl",
        "Something/1.0|Another program",
        "Something/1.0 (Windows)|A browser on Windows"
      })
  void saysWhatItsOwnerCallsIt(String agent, String words) {
    assertThat(Device.of(agent)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void saysWhenItIsNotSaid(String agent) {
    assertThat(Device.of(agent)).contains("doesn't say");
    assertThat(Device.of(null)).contains("doesn't say");
  }
}
