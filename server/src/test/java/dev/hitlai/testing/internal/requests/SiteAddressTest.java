package dev.hitlai.testing.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.com/shop?x=1, https://example.com/shop?x=1",
    "http://127.0.0.1:8080/, http://127.0.0.1:8080/",
    "example.com, https://example.com",
    "localhost:9000/a, https://localhost:9000/a",
    "HTTP://Example.com, HTTP://Example.com"
  })
  void readsWhatPeopleType(String typed, String address) {
    assertThat(SiteAddress.parse(typed)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "ftp://example.com",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https:///path",
        "http://user:secret@example.com/",
        "http://exa mple.com",
        "http://example.com:99999/",
        "mailto:a@example.com",
        "http://[::1"
      })
  void refusesWhatCannotBeTested(String typed) {
    assertThatThrownBy(() -> SiteAddress.parse(typed)).isInstanceOf(SiteAddress.Refused.class);
  }

  @Test
  void refusesAnAddressThatIsTooLong() {
    assertThatThrownBy(() -> SiteAddress.parse("https://example.com/" + "a".repeat(2048)))
        .hasMessageContaining("2048");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/", "http://192.168.0.1/",
        "http://172.16.9.9/", "http://169.254.169.254/", "http://[::1]/", "http://[fd00::1]/",
        "http://0.0.0.0/", "http://100.64.1.1/"
      })
  void knowsHostsOfPrivateNetworks(String address) {
    assertThat(SiteAddress.parse(address).isPrivate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://8.8.8.8/", "http://172.32.0.1/", "http://100.128.0.1/"})
  void knowsPublicHosts(String address) {
    assertThat(SiteAddress.parse(address).isPrivate()).isFalse();
  }
}
